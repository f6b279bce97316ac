import type { Page } from '@playwright/test';
import { expect, test } from '../support/extension-test.ts';
import { highlights, settled } from '../support/highlights.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [{ address: ADDRESS }] = BUNDLED_PAGES;

/** Changes a page the way pages do, and gives the extension time to fail at it. */
async function disturb(page: Page): Promise<void> {
  await page.evaluate(() => {
    const paragraph = document.createElement('p');
    paragraph.id = 'disturbance';
    paragraph.textContent = '坚持党管互联网，深入开展党史学习教育。';
    document.querySelector('article, main, body')?.append(paragraph);
    history.pushState({}, '', '#disturbed');
    window.dispatchEvent(new Event('resize'));
    document.body.dispatchEvent(new MouseEvent('mousemove', { bubbles: true }));
  });
  await page.waitForTimeout(700);
}

test('a page stays highlighted and quiet when the worker is ended', async ({ tifa }) => {
  const page = await tifa.open(ADDRESS);
  const before = await settled(page);
  await tifa.stopWorker();
  expect(await highlights(page)).toEqual(before);
  await disturb(page);
  // The fast path needs no worker.
  expect(
    (await highlights(page)).some(({ text }) => text === '党管互联网' || text === '坚持党管互联网'),
  ).toBe(true);
});

test('a page opened while no worker runs is highlighted all the same', async ({ tifa }) => {
  await tifa.worker();
  await tifa.stopWorker();
  expect((await settled(await tifa.open(ADDRESS))).length).toBeGreaterThan(50);
});

test('an open page stays quiet when the extension is reloaded, as an update does', async ({ tifa }) => {
  const page = await tifa.open(ADDRESS);
  await settled(page);
  await tifa.reloadExtension();
  await disturb(page);
  await disturb(page);
  // A page loaded now belongs to the new extension.
  expect((await settled(await tifa.open(ADDRESS))).length).toBeGreaterThan(50);
});

test('an open page stays quiet when the extension is turned off', async ({ tifa }) => {
  const page = await tifa.open(ADDRESS);
  await settled(page);
  await tifa.disableExtension();
  await disturb(page);
  await disturb(page);
  const after = await tifa.open(ADDRESS);
  await after.waitForTimeout(500);
  expect(await highlights(after)).toEqual([]);
});
