/// <reference types="chrome" />
/** A form that is opened while the page's unfinished notes are still on their way. */
import type { Page } from '@playwright/test';
import type { Chromium } from '../support/chromium.ts';
import { expect, test } from '../support/extension-test.ts';
import { settled } from '../support/highlights.ts';
import { holdDatabase } from '../support/hold-database.ts';
import { notesShowing, nothingShown, press, selectWords } from '../support/page-notes.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [, GOV] = BUNDLED_PAGES;
const WORDS = '全国网信系统';
const OLD = 'begun last week';
const NEW = 'typed today';

async function openForm(page: Page): Promise<void> {
  await selectWords(page, WORDS);
  await notesShowing(page, 'Take a note');
  await press(page, /^Take a note$/u);
}

/** A page with an unfinished note, loaded again, whose form is open and typed in before anything is known. */
async function typedTooEarly(tifa: Chromium): Promise<{ page: Page; own: Page; letGo: () => Promise<void> }> {
  const page = await tifa.open(GOV.address);
  await settled(page);
  await openForm(page);
  await notesShowing(page, 'Ctrl+Enter saves');
  await page.keyboard.type(OLD);
  await notesShowing(page, 'Draft kept');
  const own = await tifa.newPage();
  await own.goto(`chrome-extension://${await tifa.extensionId()}/sidepanel.html?tab=0`);
  await page.bringToFront();
  await page.reload();
  const letGo = await holdDatabase(own);
  await settled(page);
  await openForm(page);
  await notesShowing(page, 'Ctrl+Enter saves');
  await page.keyboard.type(NEW);
  // Longer than the pause after which a draft is kept.
  await page.waitForTimeout(800);
  return { page, own, letGo };
}

async function kept(own: Page): Promise<{ notes: string[]; drafts: string[] }> {
  return own.evaluate(async () => {
    const all: { value: { notes: { body: string }[] } } = await chrome.runtime.sendMessage({
      type: 'tifa:notes/all',
    });
    const begun: { value: { note: { body: string } }[] } = await chrome.runtime.sendMessage({
      type: 'tifa:notes/drafts',
    });
    return {
      notes: all.value.notes.map(({ body }) => body),
      drafts: begun.value.map(({ note }) => note.body).sort(),
    };
  });
}

const BOTH = `${OLD}\n\n${NEW}`;

test('what was begun before comes into the open form, above what is being typed', async ({ tifa }) => {
  const { page, own, letGo } = await typedTooEarly(tifa);
  await letGo();
  await notesShowing(page, 'is here again');
  await expect.poll(() => kept(own)).toEqual({ notes: [], drafts: [BOTH] });
  // The caret is where it was: behind the last word typed.
  await page.keyboard.type(', and on');
  await page.keyboard.press('Control+Enter');
  await nothingShown(page);
  await expect.poll(() => kept(own)).toEqual({ notes: [`${BOTH}, and on`], drafts: [] });
});

test('a form that was left by then shows both when it is opened again', async ({ tifa }) => {
  const { page, own, letGo } = await typedTooEarly(tifa);
  await page.keyboard.press('Escape');
  await nothingShown(page);
  await letGo();
  await expect.poll(() => kept(own)).toEqual({ notes: [], drafts: [OLD, NEW].sort() });
  await openForm(page);
  await notesShowing(page, 'is here again');
  await page.keyboard.press('Control+Enter');
  await nothingShown(page);
  await expect.poll(() => kept(own)).toEqual({ notes: [BOTH], drafts: [] });
});

test('a note that is saved by then leaves what was begun before', async ({ tifa }) => {
  const { page, own, letGo } = await typedTooEarly(tifa);
  await page.keyboard.press('Control+Enter');
  await letGo();
  await nothingShown(page);
  await expect.poll(() => kept(own)).toEqual({ notes: [NEW], drafts: [OLD] });
});

test('a page that is closed by then has replaced nothing', async ({ tifa }) => {
  const { page, own, letGo } = await typedTooEarly(tifa);
  await page.close();
  await letGo();
  await expect.poll(() => kept(own)).toEqual({ notes: [], drafts: [OLD, NEW].sort() });
  const again = await tifa.open(GOV.address);
  await settled(again);
  await again.waitForTimeout(2000);
  await openForm(again);
  await notesShowing(again, 'is here again');
  await again.keyboard.press('Control+Enter');
  await nothingShown(again);
  await expect.poll(() => kept(own)).toEqual({ notes: [BOTH], drafts: [] });
});
