import type { Page } from '@playwright/test';
import type { Chromium } from '../support/chromium.ts';
import { expect, test } from '../support/extension-test.ts';
import { settled } from '../support/highlights.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [HOU] = BUNDLED_PAGES;

async function openOptions(tifa: Chromium): Promise<Page> {
  const options = await tifa.open(`chrome-extension://${await tifa.extensionId()}/options.html`);
  await expect(options.getByRole('heading', { level: 1 })).toBeVisible();
  return options;
}

/** How a highlight's text is decorated, as the browser computes it. */
function lineOf(page: Page, name: string): Promise<string> {
  return page.evaluate((n) => getComputedStyle(document.body, `::highlight(${n})`).textDecorationLine, name);
}

test('a kind that is not to be marked is not painted, in open pages at once, and still recognised', async ({
  tifa,
}) => {
  const page = await tifa.open(HOU.address);
  const before = await settled(page);
  expect(await lineOf(page, 'tifa-person')).toBe('underline');
  const options = await openOptions(tifa);
  await options.getByRole('switch', { name: 'Person' }).click();
  await expect.poll(() => lineOf(page, 'tifa-person')).toBe('none');
  expect(await lineOf(page, 'tifa-meeting')).toBe('underline');
  expect(await settled(page)).toEqual(before);
  const later = await tifa.open(HOU.address);
  await settled(later);
  await expect.poll(() => lineOf(later, 'tifa-person')).toBe('none');
  await options.getByRole('switch', { name: 'Person' }).click();
  await expect.poll(() => lineOf(later, 'tifa-person')).toBe('underline');
  await expect.poll(() => lineOf(page, 'tifa-person')).toBe('underline');
});

test('a site that was switched off is listed, and switched on again from there', async ({ tifa }) => {
  const page = await tifa.open(HOU.address);
  await settled(page);
  const worker = await tifa.worker();
  await worker.evaluate(() => chrome.storage.local.set({ 'off:site:www.4hou.com': true }));
  await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBe(0);
  const options = await openOptions(tifa);
  await options.getByRole('button', { name: 'Switch on www.4hou.com' }).click();
  await expect(options.getByText('www.4hou.com', { exact: true })).toHaveCount(0);
  await expect.poll(() => page.evaluate(() => CSS.highlights.size)).toBeGreaterThan(3);
});
