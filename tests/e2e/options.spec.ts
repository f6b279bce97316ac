import type { Page } from '@playwright/test';
import type { Chromium } from '../support/chromium.ts';
import { cardShowing, noCard, shownCard } from '../support/card.ts';
import { expect, test } from '../support/extension-test.ts';
import { settled } from '../support/highlights.ts';
import { hoverMark, markAt } from '../support/marks.ts';
import { openPanel, takeNote } from '../support/page-notes.ts';
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

test('the reader chooses what opens a card, in open pages at once', async ({ tifa }) => {
  const page = await tifa.open(HOU.address);
  await settled(page);
  const options = await openOptions(tifa);
  const choose = async (name: string): Promise<void> => {
    await options.bringToFront();
    await options.getByRole('radio', { name, exact: true }).check();
    // The page hears of it by an event of storage.
    await page.waitForTimeout(200);
    await page.bringToFront();
  };
  const rest = async (): Promise<void> => {
    await page.mouse.move(3, 3);
    await hoverMark(page, '坚持网信为民');
  };
  const click = async (alt = false): Promise<void> => {
    const { x, y } = await markAt(page, '坚持网信为民');
    if (alt) await page.keyboard.down('Alt');
    await page.mouse.click(x, y);
    if (alt) await page.keyboard.up('Alt');
  };
  const opens = async (): Promise<void> => {
    await cardShowing(page, 'jiānchí wǎngxìn wèi mín');
    await page.keyboard.press('Escape');
    await noCard(page);
  };
  const opensNothing = async (): Promise<void> => {
    await page.waitForTimeout(600);
    expect(await shownCard(page)).toBeUndefined();
  };
  await rest();
  await opens();
  await choose('when the term is clicked');
  await rest();
  await opensNothing();
  await click();
  await opens();
  await choose('when the term is clicked with Alt held');
  await click();
  await opensNothing();
  await click(true);
  await opens();
  await page.reload();
  await settled(page);
  await click();
  await opensNothing();
  await choose('when the pointer rests on the term, or it is clicked');
  await rest();
  await opens();
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

test('what is chosen about notes is kept for a site with and without www., and can be taken back', async ({
  tifa,
}) => {
  const options = await openOptions(tifa);
  const stored = async (): Promise<string[]> =>
    Object.keys(await (await tifa.worker()).evaluate(() => chrome.storage.local.get(null))).filter((key) =>
      /^(?:noteToolbar|notes-in-panel)/u.test(key),
    );
  await options.getByRole('switch', { name: 'Button for a note at selected words' }).click();
  await expect.poll(stored).toEqual(['noteToolbar:off']);
  await options.getByRole('switch', { name: 'Button for a note at selected words' }).click();
  await expect.poll(stored).toEqual([]);
  const field = options.getByRole('textbox', { name: 'Add a site: Notes in the panel only, on' });
  await field.fill('no site');
  await field.press('Enter');
  await expect(options.getByRole('alert')).toHaveText('This is no address of a site.');
  await field.fill('https://www.12377.cn/wxxx/');
  await field.press('Enter');
  await expect
    .poll(async () => (await stored()).sort())
    .toEqual(['notes-in-panel:site:12377.cn', 'notes-in-panel:site:www.12377.cn']);
  await options.getByRole('button', { name: /^Remove 12377\.cn/u }).click();
  await expect.poll(stored).toEqual([]);
  await expect(options.getByText('promised to keep them')).toBeVisible();
});

test('the panel leads to the export of its page’s notes', async ({ tifa }) => {
  const [, gov] = BUNDLED_PAGES;
  const page = await tifa.open(gov.address);
  await settled(page);
  await takeNote(page, '全国网信系统', 'of this page');
  const panel = await openPanel(tifa, page);
  const library = tifa.context.waitForEvent('page');
  await panel.getByRole('link', { name: 'Export the notes of this page' }).click();
  const opened = await library;
  await expect(opened.getByRole('radio', { name: 'One page' })).toBeChecked();
  await expect(opened.locator('.note-blocks article')).toContainText('of this page');
});
