/// <reference types="chrome" />
/**
 * Every surface under forced colours (Windows’ contrast themes): pictures to be looked
 * at, in out/screenshots, and what must not vanish.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { cardShowing, pressInCard, shownCard } from '../support/card.ts';
import { expect, test } from '../support/extension-test.ts';
import { settled } from '../support/highlights.ts';
import { importNotes } from '../support/library-notes.ts';
import { openLibrary } from '../support/library.ts';
import { markAt, pointOn } from '../support/marks.ts';
import { SAMPLE } from '../support/notes.ts';
import { notesShowing, openPanel, press, selectWords } from '../support/page-notes.ts';
import { OUT } from '../support/paths.ts';
import { openPopup } from '../support/popup.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [HOU, GOV] = BUNDLED_PAGES;
const FOLDER = join(OUT, 'screenshots');
mkdirSync(FOLDER, { recursive: true });

test.use({ browserOptions: { forcedColors: 'active', viewport: { width: 1000, height: 800 } } });

/** How an element looks, as the browser computes it. */
function look(element: Locator, ...properties: string[]): Promise<string> {
  return element.evaluate(
    (of, names) => names.map((name) => getComputedStyle(of).getPropertyValue(name)).join(' '),
    properties,
  );
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(FOLDER, `forced-${name}.png`) });
}

test('a page, its cards and its notes', async ({ tifa }) => {
  const page = await tifa.open(HOU.address);
  await settled(page);
  await page.waitForTimeout(1500);
  await shoot(page, 'page');
  const names = await page.evaluate(() => [...CSS.highlights.keys()]);
  expect(names).toContain('tifa-principle');
  // Chromium paints as a selection whatever is registered.
  expect(names.filter((name) => /quiet|faint|passage/u.test(name))).toEqual([]);
  const { x, y } = await markAt(page, '坚持网信为民');
  await page.mouse.click(x, y);
  await cardShowing(page, 'jiānchí wǎngxìn wèi mín');
  await shoot(page, 'card');
  await pressInCard(page, /^Pin$/u);
  await page.keyboard.press('Tab');
  await shoot(page, 'card-pinned');
  await pressInCard(page, /^十个坚持$/u);
  await cardShowing(page, 'the Ten Upholds');
  await shoot(page, 'card-set');
  await page.keyboard.press('Escape');
  await selectWords(page, '网信事业');
  await notesShowing(page, 'Take a note');
  await shoot(page, 'notes-toolbar');
  await press(page, /^Take a note$/u);
  await notesShowing(page, 'Esc keeps a draft');
  await page.keyboard.type('Compare with 2023.');
  await shoot(page, 'notes-form');
  await page.keyboard.press('Control+Enter');
  await page.waitForTimeout(500);
  await shoot(page, 'noted');
  const panel = await openPanel(tifa, page);
  await panel.waitForTimeout(500);
  await shoot(panel, 'panel-notes');
  const [thisPage, notes] = [panel.getByRole('tab').first(), panel.getByRole('tab').last()];
  expect(await look(notes, 'border-bottom-color')).not.toBe(await look(thisPage, 'border-bottom-color'));
  expect(
    await panel
      .getByRole('article')
      .evaluate((note) => getComputedStyle(note, '::before').getPropertyValue('background-color')),
    'a note’s colour',
  ).toBe('rgb(216, 168, 0)');
  await panel.getByRole('tab').first().click();
  await panel.waitForTimeout(1500);
  await shoot(panel, 'panel-page');
  await page.bringToFront();
});

test('a kind that the reader has switched off is not painted, and its words still have a card', async ({
  tifa,
}) => {
  const [worker, before] = [await tifa.worker(), await tifa.open(GOV.address)];
  await settled(before);
  const names = (page: Page): Promise<string[]> => page.evaluate(() => [...CSS.highlights.keys()]);
  expect(await names(before)).toContain('tifa-meeting');
  await worker.evaluate(() => chrome.storage.local.set({ look: { hidden: ['meeting'], tint: true } }));
  const { x, y } = await markAt(before, '全国宣传部长会议');
  const page = await tifa.open(GOV.address);
  await settled(page);
  expect(await names(page)).toContain('tifa-principle');
  expect(await names(page)).not.toContain('tifa-meeting');
  await page.evaluate(
    (top) => {
      scrollTo(0, top);
    },
    await before.evaluate(() => scrollY),
  );
  await page.mouse.click(x, y);
  await cardShowing(page, 'Quánguó Xuānchuán Bùzhǎng Huìyì');
});

test('the card of a passage, whose words are not marked here', async ({ tifa }) => {
  const page = await tifa.open(HOU.address);
  await settled(page);
  const { x, y } = await pointOn(page, '取得重大成就，党');
  // Nothing on the page says when its passages are known.
  await expect(async () => {
    await page.keyboard.down('Alt');
    await page.mouse.click(x, y);
    await page.keyboard.up('Alt');
    await page.waitForTimeout(300);
    expect((await shownCard(page))?.text).toContain('Same text as');
  }).toPass({ timeout: 15_000 });
  await shoot(page, 'card-passage');
});

test('the popup where there is nothing to tell', async ({ tifa }) => {
  const unread = '<!doctype html><title>x</title><p>网络强国';
  const popup = await openPopup(tifa, await tifa.open(tifa.pages.serve('https://example.com/', unread)));
  await popup.getByText('Tifa does not read this page.').waitFor();
  await shoot(popup, 'popup-unread');
  await popup.getByRole('combobox').fill('鲸鱼座鲸鱼座');
  await popup.waitForTimeout(300);
  await shoot(popup, 'popup-nothing');
  expect(await look(popup.getByRole('combobox'), 'border-bottom-style')).toBe('solid');
});

test('the popup', async ({ tifa }) => {
  const page = await tifa.open(GOV.address);
  await settled(page);
  const popup = await openPopup(tifa, page);
  await expect(popup.getByRole('heading', { level: 2 })).toBeVisible();
  await shoot(popup, 'popup');
  await popup.keyboard.press('Tab');
  await popup.keyboard.press('Tab');
  await shoot(popup, 'popup-focus');
  const focused = popup.locator(':focus');
  expect(await look(focused, 'outline-style', 'outline-width')).toBe('solid 2px');
  await popup.getByRole('combobox').fill('wangluo');
  await popup.getByRole('option').first().waitFor();
  await popup.keyboard.press('ArrowDown');
  await shoot(popup, 'popup-results');
  const [first, second] = [popup.getByRole('option').first(), popup.getByRole('option').nth(1)];
  await expect(second).toHaveAttribute('aria-selected', 'true');
  expect(await look(second, 'background-color')).not.toBe(await look(first, 'background-color'));
  await popup.keyboard.press('Enter');
  await popup.getByRole('dialog').waitFor();
  await shoot(popup, 'popup-card');
  await popup.keyboard.press('Escape');
  await popup.getByRole('combobox').fill('50.2万亿元');
  await popup.getByText('50.2 trillion yuan').waitFor();
  await shoot(popup, 'popup-figure');
  await popup.getByRole('combobox').fill('');
  await popup.getByRole('switch').first().click();
  await popup.waitForTimeout(300);
  await shoot(popup, 'popup-off');
  const [off, on] = [popup.getByRole('switch').first(), popup.getByRole('switch').nth(1)];
  await expect(off).not.toBeChecked();
  await expect(on).toBeChecked();
  expect(await look(on, 'background-color')).not.toBe(await look(off, 'background-color'));
});

test('the library and the options', async ({ tifa }) => {
  const page = await openLibrary(tifa);
  for (const [name, hash] of [
    ['terms', '#/terms'],
    ['sets', '#/terms?by=set'],
    ['term', '#/terms/ten-upholds'],
    ['sources', '#/sources'],
    ['source', '#/sources/000'],
    ['glossary', '#/glossary?source=004'],
    ['compare', '#/compare/000/001'],
    ['compare2', '#/compare/002b/004'],
  ] as const) {
    await page.evaluate((to) => {
      location.hash = to;
    }, hash);
    await page.waitForTimeout(400);
    if (name === 'terms') {
      for (let i = 0; i < 8; i++) await page.keyboard.press('Tab');
    }
    if (name.startsWith('compare')) await page.keyboard.press('n');
    await shoot(page, `library-${name}`);
    const links = page.getByRole('banner').getByRole('navigation').getByRole('link');
    const looks = await Promise.all((await links.all()).map((link) => look(link, 'border-bottom-color')));
    expect(new Set(looks).size, 'the section that is open differs from the others').toBe(2);
    if (name === 'source') {
      expect(await look(page.locator('a.term').first(), 'forced-color-adjust')).toBe('none');
      expect(await page.evaluate(() => CSS.highlights.has('tifa-concept-faint'))).toBe(true);
    }
  }
  await page.evaluate(() => {
    location.hash = '#/notes';
  });
  await importNotes(page, SAMPLE, 'Import');
  await page.locator('.note-blocks article').nth(3).waitFor();
  await page.locator('.note-check').nth(0).click();
  await shoot(page, 'library-notes');
  const options = await tifa.open(`chrome-extension://${await tifa.extensionId()}/options.html`);
  await options.waitForTimeout(300);
  await options.screenshot({ path: join(FOLDER, 'forced-options.png'), fullPage: true });
});
