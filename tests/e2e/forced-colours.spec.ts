/**
 * Every surface under forced colours (Windows’ contrast themes): pictures to be looked
 * at, in out/screenshots, and what must not vanish.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { cardShowing, pressInCard } from '../support/card.ts';
import { expect, test } from '../support/extension-test.ts';
import { settled } from '../support/highlights.ts';
import { importNotes } from '../support/library-notes.ts';
import { openLibrary } from '../support/library.ts';
import { markAt } from '../support/marks.ts';
import { SAMPLE } from '../support/notes.ts';
import { notesShowing, openPanel, press, selectWords } from '../support/page-notes.ts';
import { OUT } from '../support/paths.ts';
import { openPopup } from '../support/popup.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [HOU, GOV] = BUNDLED_PAGES;
const FOLDER = join(OUT, 'screenshots');
mkdirSync(FOLDER, { recursive: true });

test.use({ browserOptions: { forcedColors: 'active', viewport: { width: 1000, height: 800 } } });

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: join(FOLDER, `forced-${name}.png`) });
}

test('a page, its cards and its notes', async ({ tifa }) => {
  const page = await tifa.open(HOU.address);
  await settled(page);
  await page.waitForTimeout(1500);
  await shoot(page, 'page');
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
  await panel.getByRole('tab').first().click();
  await panel.waitForTimeout(1500);
  await shoot(panel, 'panel-page');
  await page.bringToFront();
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
  await popup.getByRole('combobox').fill('wangluo');
  await popup.getByRole('option').first().waitFor();
  await popup.keyboard.press('ArrowDown');
  await shoot(popup, 'popup-results');
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
