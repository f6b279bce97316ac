/// <reference types="chrome" />
import type { Page } from '@playwright/test';
import type { Chromium } from '../support/chromium.ts';
import { expect, test } from '../support/extension-test.ts';
import { settled } from '../support/highlights.ts';
import { command } from '../support/keyboard-command.ts';
import {
  noteMarks,
  notesShowing,
  nothingShown,
  openPanel,
  press,
  selectWords,
  takeNote,
} from '../support/page-notes.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [HOU, GOV] = BUNDLED_PAGES;
const WORDS = '全国网信系统';

/** Asks the worker about notes as a page of the extension does. */
async function ask(
  panel: Page,
  request: Record<string, unknown>,
): Promise<{ ok: boolean; fault?: string; value: never }> {
  return panel.evaluate((message) => chrome.runtime.sendMessage(message), request);
}

/** Runs in the page's own content-script world, as a page's renderer that was taken over could. */
async function askAsPage(
  tifa: Chromium,
  address: string,
  request: Record<string, unknown>,
): Promise<unknown> {
  const worker = await tifa.worker();
  return worker.evaluate(
    async ([url, message]) => {
      const [tab] = await chrome.tabs.query({ url });
      const [result] = await chrome.scripting.executeScript({
        target: { tabId: tab?.id ?? -1 },
        func: (asked) => chrome.runtime.sendMessage<unknown, unknown>(asked),
        args: [message],
      });
      return result?.result;
    },
    [address, request] as const,
  );
}

test('a page’s script gets the notes of its own page and changes no others, whatever it says of itself', async ({
  tifa,
}) => {
  const page = await tifa.open(GOV.address);
  await settled(page);
  await takeNote(page, WORDS, 'private');
  const panel = await openPanel(tifa, page);
  const list = await ask(panel, { type: 'tifa:notes/all' });
  const [note] = (list.value as { notes: { id: string }[] }).notes;
  const other = await tifa.open(HOU.address);
  await settled(other);
  const claim = { url: GOV.address, canonicalUrl: GOV.address };
  const asOther = (request: Record<string, unknown>): Promise<unknown> =>
    askAsPage(tifa, HOU.address, request);
  expect(await asOther({ type: 'tifa:notes/of-page', page: claim, termIds: [] })).toEqual({
    ok: true,
    value: { notes: [], drafts: [] },
  });
  const denied = { ok: false, fault: 'no-note' };
  expect(
    await asOther({ type: 'tifa:notes/update', page: claim, id: note?.id, changes: { body: 'x' } }),
  ).toEqual(denied);
  expect(await asOther({ type: 'tifa:notes/remove', page: claim, ids: [note?.id] })).toEqual(denied);
  for (const type of [
    'list',
    'all',
    'by-ids',
    'facets',
    'versions',
    'drafts',
    'state',
    'ids',
    'import-part',
  ]) {
    expect(await asOther({ type: `tifa:notes/${type}`, query: '', ids: [] }), type).toEqual({
      ok: false,
      fault: 'refused',
    });
  }
  await expect(panel.getByRole('article')).toContainText('private');
});

test('two windows that edit one note: both fields are there, and a replaced text is shown', async ({
  tifa,
}) => {
  const page = await tifa.open(GOV.address);
  await settled(page);
  await takeNote(page, WORDS, 'first');
  const [one, other] = [await openPanel(tifa, page), await openPanel(tifa, page)];
  for (const panel of [one, other]) await panel.getByRole('button', { name: 'Edit' }).click();
  await one.getByRole('textbox', { name: 'Note' }).fill('from one');
  await one.keyboard.press('Control+Enter');
  await expect(one.getByRole('article')).toContainText('from one');
  await other.getByRole('textbox', { name: 'Note' }).fill('from the other');
  await other.getByRole('combobox', { name: 'Tags' }).fill('tagged');
  await other.keyboard.press('Control+Enter');
  await expect(other.getByRole('article')).toContainText('changed elsewhere in the meantime');
  await expect(other.getByRole('article')).toContainText('from one');
  await expect(one.getByRole('article')).toContainText('from the other');
  await expect(one.getByRole('article')).toContainText('tagged');
});

test('an update of the extension in mid-note leaves the text to be copied, and the draft is found', async ({
  tifa,
}) => {
  const page = await tifa.open(GOV.address);
  await settled(page);
  await selectWords(page, WORDS);
  await notesShowing(page, 'Take a note');
  await press(page, /^Take a note$/u);
  await notesShowing(page, 'Ctrl+Enter saves');
  await page.keyboard.type('before the update');
  await notesShowing(page, 'Draft kept');
  await tifa.reloadExtension();
  await page.bringToFront();
  await page.keyboard.type(', and after');
  await page.keyboard.press('Control+Enter');
  await notesShowing(page, 'Tifa was updated. Copy your text');
  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  expect(await page.evaluate(() => document.querySelector('tifa-notes') !== null)).toBe(true);
  await page.reload();
  await settled(page);
  await selectWords(page, WORDS);
  await notesShowing(page, 'Take a note');
  await press(page, /^Take a note$/u);
  await notesShowing(page, 'What you had begun to write is here again.');
});

test('where notes are for the panel only, nothing is registered on the page', async ({ tifa }) => {
  const page = await tifa.open(GOV.address);
  await settled(page);
  await takeNote(page, WORDS, 'quiet');
  await expect.poll(() => noteMarks(page)).toEqual([`yellow ${WORDS}`]);
  const worker = await tifa.worker();
  await worker.evaluate(() => chrome.storage.local.set({ 'notes-in-panel:site:www.12377.cn': true }));
  await expect.poll(() => noteMarks(page)).toEqual([]);
  await page.reload();
  await settled(page);
  await page.waitForTimeout(1800);
  expect(await noteMarks(page)).toEqual([]);
  await expect((await openPanel(tifa, page)).getByRole('article')).toContainText('quiet');
});

test('the keyboard command takes a note on what is selected, else on the page', async ({ tifa }) => {
  const page = await tifa.open(GOV.address);
  await settled(page);
  await selectWords(page, WORDS);
  await command(tifa, page, 'take-note');
  await notesShowing(page, WORDS);
  await page.keyboard.type('by keyboard');
  await page.keyboard.press('Control+Enter');
  await nothingShown(page);
  await expect.poll(() => noteMarks(page)).toEqual([`yellow ${WORDS}`]);
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await command(tifa, page, 'take-note');
  await notesShowing(page, '全国网信办主任会议');
  await page.keyboard.type('on the page');
  await page.keyboard.press('Control+Enter');
  await nothingShown(page);
  await expect((await openPanel(tifa, page)).getByRole('article')).toHaveCount(2);
});

test('a deleted note comes back with undo, here and on the page', async ({ tifa }) => {
  const page = await tifa.open(GOV.address);
  await settled(page);
  await takeNote(page, WORDS, 'to and fro');
  const panel = await openPanel(tifa, page);
  await panel.getByRole('button', { name: 'Delete' }).click();
  await expect(panel.getByRole('article')).toHaveCount(0);
  await expect.poll(() => noteMarks(page)).toEqual([]);
  await panel.getByRole('button', { name: 'Undo' }).click();
  await expect(panel.getByRole('article')).toContainText('to and fro');
  await expect.poll(() => noteMarks(page)).toEqual([`yellow ${WORDS}`]);
});

test('the database is kept by the browser, and searched, filtered and taken in by messages', async ({
  tifa,
}) => {
  const page = await tifa.open(GOV.address);
  await settled(page);
  await takeNote(page, WORDS, '网信工作的要点');
  const panel = await openPanel(tifa, page);
  expect(await ask(panel, { type: 'tifa:notes/state' })).toMatchObject({
    ok: true,
    value: { notes: 1, persisted: true, lost: false },
  });
  for (const query of ['网', '网信', 'wangxin', '網信']) {
    const answer = await ask(panel, { type: 'tifa:notes/list', query });
    expect(answer, query).toMatchObject({
      ok: true,
      value: { total: 1, found: [{ marks: { body: [[0, query === '网' ? 1 : 2]] } }] },
    });
  }
  const all = await ask(panel, { type: 'tifa:notes/all' });
  const [note] = (all.value as { notes: { id: string }[] }).notes;
  const copy = { ...note, id: '01941f29-7c00-7000-8000-000000000001', body: '外来的笔记' };
  expect(
    await ask(panel, { type: 'tifa:notes/import-part', name: 'i', before: 0, notes: [copy, note] }),
  ).toMatchObject({
    value: 2,
  });
  const done = await ask(panel, { type: 'tifa:notes/import-commit', name: 'i', count: 2 });
  expect(done).toMatchObject({ ok: true, value: { added: 1, merged: 0, same: 1 } });
  expect(await ask(panel, { type: 'tifa:notes/list', query: '外来' })).toMatchObject({ value: { total: 1 } });
  expect(
    await ask(panel, { type: 'tifa:notes/undo', undo: (done.value as { undo: string }).undo }),
  ).toMatchObject({
    value: { restored: 1, left: 0 },
  });
  expect(await ask(panel, { type: 'tifa:notes/list', query: '外来' })).toMatchObject({ value: { total: 0 } });
});

test('notes follow the articles of a page that is never loaded again', async ({ tifa }) => {
  const article = (words: string): string => `<p>会议强调，坚持党管互联网。</p><p>${words}</p>`;
  const one = article('今天的天气很好，适合出门走走，明天也会是这样的。');
  const page = await tifa.open(
    tifa.pages.serve(
      'https://www.people.com.cn/app/1',
      `<!doctype html><meta charset="utf-8"><title>app</title><main>${one}</main>`,
    ),
  );
  await settled(page);
  await takeNote(page, '今天的天气很好', 'of the first');
  await expect.poll(() => noteMarks(page)).toEqual(['yellow 今天的天气很好']);
  const show = (path: string, html: string): Promise<void> =>
    page.evaluate(
      ([to, inside]) => {
        history.pushState(null, '', to);
        const main = document.querySelector('main');
        if (main !== null) main.innerHTML = inside;
      },
      [path, html] as const,
    );
  await show('/app/2', article('昨天下了一场大雨，街上的行人很少，孩子们都在家里读书。'));
  // At once: a mark never stays on other words.
  expect(await noteMarks(page)).toEqual([]);
  await takeNote(page, '昨天下了一场大雨', 'of the second');
  await expect.poll(() => noteMarks(page)).toEqual(['yellow 昨天下了一场大雨']);
  await show('/app/1', one);
  await expect.poll(() => noteMarks(page)).toEqual(['yellow 今天的天气很好']);
  const panel = await openPanel(tifa, page);
  await expect(panel.getByRole('article')).toHaveCount(1);
  await expect(panel.getByRole('article')).toContainText('of the first');
  await page.bringToFront();
  // Text that is put in front of it moves the mark with its words.
  await page.evaluate(() => {
    document.querySelectorAll('main p')[1]?.firstChild?.before('据报道，');
  });
  await expect.poll(() => noteMarks(page)).toEqual(['yellow 今天的天气很好']);
});
