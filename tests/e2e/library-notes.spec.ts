import { readFileSync } from 'node:fs';
import AxeSource from 'axe-core';
import type { Page } from '@playwright/test';
import { Chromium } from '../support/chromium.ts';
import { expect, test } from '../support/extension-test.ts';
import { settled } from '../support/highlights.ts';
import { openLibrary } from '../support/library.ts';
import { importNotes, manyNotes, notesFile } from '../support/library-notes.ts';
import { HOSTILE, noteWith, SAMPLE } from '../support/notes.ts';
import { takeNote } from '../support/page-notes.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [, GOV] = BUNDLED_PAGES;
const WORDS = '全国网信系统';

const articles = (page: Page) => page.locator('.note-blocks article');

/** Exports from the open library and reads the file. */
async function exported(page: Page, format: string): Promise<{ name: string; text: string }> {
  await page.getByRole('button', { name: 'Export', exact: true }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: format, exact: true }).check();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog.getByRole('button', { name: 'Download' }).click(),
  ]);
  await dialog.getByRole('button', { name: 'Close' }).click();
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
}

async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AxeSource.source);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof AxeSource };
    const found = await axe.run(document);
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  });
}

test('a note is found by one character, exported, imported elsewhere, deleted and had back', async ({
  tifa,
}) => {
  test.setTimeout(90_000);
  const source = await tifa.open(GOV.address);
  await settled(source);
  await takeNote(source, WORDS, '压实责任，见**去年**的表述');
  const page = await openLibrary(tifa, '#/notes');
  await expect(articles(page)).toHaveCount(1);
  await page.getByRole('searchbox').fill('压');
  await expect(page).toHaveURL(/#\/notes\?q=/u);
  await expect(page.locator('.note-body mark')).toHaveText('压');
  await page.getByRole('searchbox').fill('没');
  await expect(articles(page)).toHaveCount(0);
  await page.getByRole('searchbox').fill('zeren');
  await expect(page.locator('.note-body mark')).toHaveText('责任');
  await expect(page.locator('.note-body strong')).toHaveText('去年');
  await page.getByRole('searchbox').fill('');

  const markdown = await exported(page, 'Markdown, one file');
  expect(markdown.name).toMatch(/^tifa-notes-\d{4}-\d{2}-\d{2}\.md$/u);
  expect(markdown.text).toContain(`> ${WORDS}`);
  expect(markdown.text).toContain('压实责任，见**去年**的表述');
  const csv = await exported(page, 'Table (CSV)');
  expect(csv.text.startsWith('\ufeffid,')).toBe(true);
  expect(csv.text).toContain(WORDS);
  const json = await exported(page, 'Backup (Tifa JSON)');
  const file = JSON.parse(json.text) as { notes: { body: string }[] };
  expect(file.notes).toHaveLength(1);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(page.getByText('Last backup of all notes')).toBeVisible();
  await page.keyboard.press('Escape');

  const other = await Chromium.launch();
  try {
    const there = await openLibrary(other, '#/notes');
    await expect(there.getByText('No notes')).toBeVisible();
    await there.getByRole('button', { name: 'Import', exact: true }).click();
    const dialog = there.getByRole('dialog');
    await dialog
      .locator('input[type=file]')
      .setInputFiles({ name: json.name, mimeType: 'application/json', buffer: Buffer.from(json.text) });
    await expect(dialog.locator('.import-counts')).toContainText('1');
    await dialog.getByRole('button', { name: 'Import', exact: true }).click();
    await expect(articles(there)).toHaveCount(1);
    const again = JSON.parse((await exported(there, 'Backup (Tifa JSON)')).text) as typeof file;
    expect(again.notes).toEqual(file.notes);

    await articles(there).getByRole('button', { name: 'Delete' }).click();
    await expect(articles(there)).toHaveCount(0);
    await there.getByRole('button', { name: 'Undo' }).click();
    await expect(articles(there)).toHaveCount(1);
    await expect(articles(there)).toContainText('压实责任');
    expect(other.problems).toEqual([]);
  } finally {
    await other.close();
  }
});

test.setTimeout(60_000);

test('several notes are selected by mouse and keyboard, tagged, coloured, deleted and had back', async ({
  tifa,
}) => {
  const page = await openLibrary(tifa, '#/notes?sort=oldest');
  await importNotes(page, manyNotes(60));
  await expect(page.getByText('60 notes', { exact: true })).toBeVisible();
  const boxes = page.locator('.note-check');
  await boxes.nth(1).click();
  await boxes.nth(4).click({ modifiers: ['Shift'] });
  await expect(page.getByText('4 selected')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.locator('.selection-bar')).toHaveCount(0);
  await boxes.nth(0).focus();
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await expect(page.getByText('3 selected')).toBeVisible();
  await page.getByRole('button', { name: 'Add tags' }).click();
  await page.getByRole('combobox', { name: 'Tags', exact: true }).last().fill('新标签');
  await page.keyboard.press('Enter');
  await expect(page.locator('.note-tags li', { hasText: '新标签' })).toHaveCount(3);
  await page.getByRole('button', { name: 'Colour', exact: true }).click();
  await page.locator('.selection-bar').getByRole('radio', { name: 'Pink' }).click();
  await expect(page.locator('.reader-note.note-pink')).toHaveCount(3);

  await boxes.nth(0).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await expect(page.getByText('60 selected')).toBeVisible();
  await page.locator('.selection-bar').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No notes')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('60 notes', { exact: true })).toBeVisible();
});

test('a list follows what is changed in another tab', async ({ tifa }) => {
  const page = await openLibrary(tifa, '#/notes');
  const other = await openLibrary(tifa, '#/notes');
  await importNotes(page, SAMPLE);
  await expect(articles(other)).toHaveCount(SAMPLE.length);
  const first = articles(page).filter({ hasText: '会议通稿' });
  await first.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('textbox', { name: 'Note', exact: true }).fill('改过的文字');
  await page.keyboard.press('Control+Enter');
  await expect(other.getByText('改过的文字')).toBeVisible();
  const edited = articles(other).filter({ hasText: '改过的文字' });
  await edited.getByRole('button', { name: 'Earlier versions' }).click();
  await expect(edited).toContainText('会议通稿，来源待核。');
  await edited.getByRole('button', { name: 'Use this text again' }).click();
  await expect(articles(page).filter({ hasText: '会议通稿' })).toHaveCount(1);
});

test('an import says what differs and what could not be read, and does not overwrite what is newer', async ({
  tifa,
}) => {
  const page = await openLibrary(tifa, '#/notes');
  await importNotes(page, SAMPLE);
  await expect(articles(page)).toHaveCount(SAMPLE.length);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const [first, second] = SAMPLE;
  if (first === undefined || second === undefined) throw new Error('no samples');
  const newer = { ...first.clock, body: `9${first.clock.body.slice(1)}` };
  const older = { ...second.clock, body: `000000000000001${second.clock.body.slice(15)}` };
  const parsed = JSON.parse(
    notesFile([
      { ...first, body: '文件中的新文', clock: newer },
      { ...second, body: '文件中的旧文', clock: older },
    ]).buffer.toString(),
  ) as { notes: unknown[] };
  parsed.notes.push({ id: 'nonsense' });
  await dialog.locator('input[type=file]').setInputFiles({
    name: 'mixed.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify(parsed)),
  });
  await expect(dialog.locator('.two-texts')).toHaveCount(2);
  await expect(dialog).toContainText('notes[2]');
  await expect(dialog).toContainText('The text in the file is newer');
  await expect(dialog).toContainText('The text here is newer');
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Import', exact: true }).click();
  await expect(page.getByText('文件中的新文')).toBeVisible();
  await expect(page.getByText('文件中的旧文')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText('文件中的新文')).toHaveCount(0);
});

test('one page, one term and some days are exported by choosing them, and a file twice has nothing new', async ({
  tifa,
}) => {
  const page = await openLibrary(tifa, '#/notes');
  const [first] = SAMPLE;
  if (first === undefined) throw new Error('no samples');
  const elsewhere = {
    url: 'https://b.cn/2',
    canonicalUrl: 'https://b.cn/2',
    title: '另一网页',
    site: 'b.cn',
    fingerprint: '',
  };
  const day = Date.UTC(2026, 0, 20, 12);
  const all = [
    ...SAMPLE,
    noteWith(
      { id: '019590b3-7c00-7000-8000-000000000001', target: 'page', body: '在另一网页', page: elsewhere },
      7,
    ),
    noteWith(
      { id: '019590b3-7c00-7000-8000-000000000002', target: 'term', termId: 'ten-upholds', body: '关于词条' },
      8,
    ),
    {
      ...noteWith({ id: '019590b3-7c00-7000-8000-000000000003', target: 'page', body: '某日所记' }, 9),
      created: day,
    },
  ];
  await importNotes(page, all);
  await expect(page.getByText(`${String(all.length)} notes`, { exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Table (CSV)' }).check();
  const written = async (): Promise<string> => {
    await dialog.getByRole('button', { name: 'As text' }).click();
    const text = await dialog.locator('textarea').inputValue();
    return text;
  };
  await dialog.getByRole('radio', { name: 'One page' }).check();
  await dialog.getByRole('combobox', { name: 'One page' }).selectOption({ label: '另一网页 (1)' });
  await expect(dialog.getByRole('status')).toHaveText('1 note');
  expect(await written()).toContain('在另一网页');
  expect(await written()).not.toContain('关于词条');
  await dialog.getByRole('radio', { name: 'One term' }).check();
  await dialog.getByRole('combobox', { name: 'One term' }).selectOption('ten-upholds');
  expect(await written()).toContain('关于词条');
  expect(await written()).not.toContain('在另一网页');
  await dialog.getByRole('radio', { name: 'Some days' }).check();
  await expect(dialog.getByRole('button', { name: 'Download' })).toBeDisabled();
  await dialog.getByLabel('from').fill('2026-01-20');
  await dialog.getByLabel('to', { exact: true }).fill('2026-01-20');
  await expect(dialog.getByRole('status')).toHaveText('1 note');
  expect(await written()).toContain('某日所记');
  expect(await written()).not.toContain('关于词条');
  await dialog.getByLabel('from').fill('2026-01-21');
  await dialog.getByLabel('to', { exact: true }).fill('2026-01-21');
  await expect(dialog.getByRole('status')).toHaveText('0 notes');
  await expect(dialog.getByRole('button', { name: 'Download' })).toBeDisabled();
  expect(await violations(page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Close' }).click();

  const older = {
    ...first,
    body: '旧文',
    clock: { ...first.clock, body: `000000000000001${first.clock.body.slice(15)}` },
  };
  await expect(dialog).toHaveCount(0);
  for (const says of ['Import earlier versions', 'Nothing new to import']) {
    await page.getByRole('button', { name: 'Import', exact: true }).click();
    await dialog.locator('input[type=file]').setInputFiles(notesFile([older, ...all.slice(1)]));
    const button = dialog.getByRole('button', { name: says });
    await expect(button).toBeVisible();
    if (says === 'Nothing new to import') await expect(button).toBeDisabled();
    else {
      await button.click();
      await expect(page.getByText('1 earlier version imported.')).toBeVisible();
    }
  }
});

test('a note says whether its words were on its page when last looked for', async ({ tifa }) => {
  const source = await tifa.open(GOV.address);
  await settled(source);
  await takeNote(source, WORDS, 'about the system');
  const page = await openLibrary(tifa, '#/notes');
  await expect(page.locator('.note-seen')).toHaveText(/^in its place on /u);
  const html = await source.content();
  tifa.pages.serve(GOV.address, html.replaceAll(WORDS, ''));
  await source.bringToFront();
  await source.reload();
  await expect(page.locator('.note-seen-gone')).toHaveText(/^not found on /u, { timeout: 10_000 });
  await page.bringToFront();
  await page.getByLabel('On its page').selectOption('gone');
  await expect(page).toHaveURL(/state=gone/u);
  await expect(articles(page)).toHaveCount(1);
  await page.goto(`${page.url().replace(/#.*$/u, '')}#/notes?state=exact`);
  await page.reload();
  await expect(page.getByText('No notes')).toBeVisible();
});

test('whatever a note holds is text', async ({ tifa }) => {
  const page = await openLibrary(tifa, '#/notes');
  await importNotes(page, HOSTILE);
  await expect(articles(page)).toHaveCount(HOSTILE.length);
  expect(await page.locator('.note-blocks :is(script, img, iframe, svg)').count()).toBe(0);
  const links = await page
    .locator('.note-blocks a')
    .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).protocol));
  expect(links.filter((protocol) => !/^(?:https?|chrome-extension):$/u.test(protocol))).toEqual([]);
  expect(await violations(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
});

test('of a long list only what is near is drawn, and its end can be reached', async ({ tifa }) => {
  test.setTimeout(120_000);
  const page = await openLibrary(tifa, '#/notes?sort=oldest');
  await importNotes(page, manyNotes(3000));
  await expect(page.getByText('3000 notes', { exact: true })).toBeVisible();
  await page.keyboard.press('End');
  await expect(page.getByText('第2999条')).toBeVisible();
  await expect(page.getByText('第0条')).toHaveCount(0);
  expect(await articles(page).count()).toBeLessThan(400);
  await page.getByRole('searchbox').fill('清朗');
  await expect(page.getByText('60 notes', { exact: true })).toBeVisible();
});
