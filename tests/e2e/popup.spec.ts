/// <reference types="chrome" />
import type { Page } from '@playwright/test';
import type { Chromium } from '../support/chromium.ts';
import { expect, test } from '../support/extension-test.ts';
import { highlights, settled } from '../support/highlights.ts';
import { openPopup } from '../support/popup.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [HOU, GOV] = BUNDLED_PAGES;

async function badge(tifa: Chromium, page: Page): Promise<string> {
  const worker = await tifa.worker();
  return worker.evaluate(async (address) => {
    const tabs = await chrome.tabs.query({ url: address });
    return chrome.action.getBadgeText({ tabId: tabs[0]?.id ?? -1 });
  }, page.url());
}

test('the popup says 10 of 10 and 5 of 5 on the 4hou page, and lists its terms by kind', async ({ tifa }) => {
  const page = await tifa.open(HOU.address);
  const spans = await settled(page);
  const popup = await openPopup(tifa, page);
  await expect(popup.getByRole('heading', { name: /On this page/u })).toContainText(String(spans.length));
  await expect(
    popup
      .getByRole('listitem')
      .filter({ hasText: /^十个坚持/u })
      .first(),
  ).toContainText('10 of 10');
  await expect(
    popup
      .getByRole('listitem')
      .filter({ hasText: /^举旗帜聚民心/u })
      .first(),
  ).toContainText('5 of 5');
  await expect(popup.getByRole('heading', { level: 3 })).toContainText([
    'Sets',
    'Formulations',
    'Concepts',
    'Persons',
    'Organisations',
    'Meetings',
  ]);
});

test('the badge has the number of highlights', async ({ tifa }) => {
  const page = await tifa.open(GOV.address);
  const spans = await settled(page);
  await expect.poll(() => badge(tifa, page)).toBe(String(spans.length));
});

for (const which of ['this page', 'www.4hou.com']) {
  test(`switched off on ${which}, a page has no highlights; it is remembered, and undone`, async ({
    tifa,
  }) => {
    const page = await tifa.open(HOU.address);
    await settled(page);
    const popup = await openPopup(tifa, page);
    const toggle = popup.getByRole('switch', { name: `Mark terms on ${which}` });
    await expect(toggle).toBeChecked();
    await toggle.click();
    await expect.poll(() => highlights(page)).toEqual([]);
    await expect(popup.getByText('Switched off here.')).toBeVisible();
    await expect.poll(() => badge(tifa, page)).toBe('');

    await page.reload();
    await page.waitForTimeout(500);
    expect(await highlights(page)).toEqual([]);
    // Another site is none of it.
    expect((await settled(await tifa.open(GOV.address))).length).toBeGreaterThan(50);

    await toggle.click();
    await expect.poll(async () => (await highlights(page)).length).toBeGreaterThan(50);
  });
}

test('on a page that Tifa does not read the popup says so', async ({ tifa }) => {
  const address = tifa.pages.serve('https://example.com/', '<!doctype html><title>x</title><p>网络强国');
  const page = await tifa.open(address);
  const popup = await openPopup(tifa, page);
  await expect(popup.getByText('Tifa does not read this page.')).toBeVisible();
});
