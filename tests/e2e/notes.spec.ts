import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Chromium } from '../support/chromium.ts';
import { cardShowing } from '../support/card.ts';
import { expect, test } from '../support/extension-test.ts';
import { settled } from '../support/highlights.ts';
import { markAt } from '../support/marks.ts';
import {
  noteMarks,
  notesShowing,
  nothingShown,
  openPanel,
  press,
  selectWords,
  shownNotes,
  takeNote,
} from '../support/page-notes.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [, GOV] = BUNDLED_PAGES;
const WORDS = '全国网信系统';

test('a note on a selection, a term and the page is found again after the browser was closed', async () => {
  test.setTimeout(90_000);
  const profile = mkdtempSync(join(tmpdir(), 'tifa-notes-'));
  try {
    const first = await Chromium.launch({ profile });
    const page = await first.open(GOV.address);
    await settled(page);
    await takeNote(page, WORDS, 'On a selection');
    await expect.poll(() => noteMarks(page)).toContain(`yellow ${WORDS}`);

    const { x, y } = await markAt(page, '四个自信');
    await page.mouse.click(x, y);
    await cardShowing(page, 'sì gè zìxìn');
    await notesShowing(page, 'Note on this term', 'TIFA-CARD');
    await press(page, /^Note on this term$/u, 'TIFA-CARD');
    await notesShowing(page, 'Ctrl+Enter saves', 'TIFA-CARD');
    await page.keyboard.type('On a term');
    await page.keyboard.press('Control+Enter');
    await notesShowing(page, 'On a term', 'TIFA-CARD');
    await page.keyboard.press('Escape');

    const panel = await openPanel(first, page);
    await panel.getByRole('button', { name: 'Note on this page' }).click();
    await panel.getByRole('textbox', { name: 'Note' }).fill('On the page');
    await panel.keyboard.press('Control+Enter');
    await expect(panel.getByRole('article')).toHaveCount(3);
    await expect(panel.getByRole('article')).toContainText(['On the page', 'On a selection', 'On a term']);
    expect(first.problems).toEqual([]);
    await first.close();

    const second = await Chromium.launch({ profile });
    const again = await second.open(GOV.address);
    await expect.poll(() => noteMarks(again), { timeout: 8000 }).toContain(`yellow ${WORDS}`);
    expect(await noteMarks(again)).toContain('term 四个自信');
    await expect((await openPanel(second, again)).getByRole('article')).toHaveCount(3);
    expect(second.problems).toEqual([]);
    await second.close();
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
});

test('the same article at another address shows the same notes, and a page without them none', async ({
  tifa,
}) => {
  const page = await tifa.open(GOV.address);
  await settled(page);
  await takeNote(page, WORDS, 'here');
  const html = await page.content();
  for (const address of [
    `${GOV.address}?utm_source=weixin&spm=1`,
    GOV.address.replace('http://www.', 'https://m.'),
    'https://www.people.com.cn/reprint/1.html',
  ]) {
    const copy = await tifa.open(tifa.pages.serve(address, html));
    await expect
      .poll(() => noteMarks(copy), { timeout: 8000, message: address })
      .toContain(`yellow ${WORDS}`);
    await copy.close();
  }
  const other = await tifa.open(BUNDLED_PAGES[0].address);
  await settled(other);
  await other.waitForTimeout(1800);
  expect(await noteMarks(other)).toEqual([]);
});

test('deleted words are gone with their context, and the note is attached to others', async ({ tifa }) => {
  const page = await tifa.open(GOV.address);
  await settled(page);
  await takeNote(page, WORDS, 'about the system');
  const panel = await openPanel(tifa, page);
  await expect(panel.getByRole('article')).toContainText('about the system');
  await page.evaluate((words) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      (node as Text).data = (node as Text).data.replaceAll(words, '');
    }
  }, WORDS);
  await page.waitForTimeout(1500);
  expect(await noteMarks(page)).toEqual([]);
  await panel.reload();
  await panel.getByRole('tab').nth(1).click();
  const gone = panel.getByRole('region', { name: 'Not found on this page' });
  await expect(gone).toContainText(WORDS);
  await gone.getByRole('button', { name: 'Attach to selection' }).click();
  await expect(gone).toContainText('Nothing is selected');

  await page.bringToFront();
  await selectWords(page, '习近平新时代中国特色社会主义思想');
  await gone.getByRole('button', { name: 'Attach to selection' }).click();
  await expect.poll(() => noteMarks(page)).toEqual(['yellow 习近平新时代中国特色社会主义思想']);
  await expect(panel.getByRole('region', { name: 'Not found on this page' })).toHaveCount(0);
});

test('the page hears nothing of what is typed, and Escape keeps a draft', async ({ tifa }) => {
  const page = await tifa.open(GOV.address);
  await page.evaluate(() => {
    for (const type of ['keydown', 'keyup', 'keypress', 'beforeinput', 'input', 'paste', 'change']) {
      addEventListener(
        type,
        (event) => {
          document.documentElement.setAttribute('data-heard', event.type);
        },
        true,
      );
    }
  });
  await settled(page);
  await selectWords(page, WORDS);
  await notesShowing(page, 'Take a note');
  await press(page, /^Take a note$/u);
  await notesShowing(page, 'Ctrl+Enter saves');
  await page.keyboard.type('begun but not saved');
  await page.keyboard.press('Escape');
  await nothingShown(page);
  expect(await page.getAttribute('html', 'data-heard')).toBeNull();
  await page.reload();
  await settled(page);
  await selectWords(page, WORDS);
  await notesShowing(page, 'Take a note');
  await press(page, /^Take a note$/u);
  await notesShowing(page, 'What you had begun to write is here again.');
  await page.keyboard.press('Control+Enter');
  await nothingShown(page);
  const panel = await openPanel(tifa, page);
  await expect(panel.getByRole('article')).toContainText('begun but not saved');
});

test('no toolbar in fields, nor for what a page selects itself, nor where it is switched off', async ({
  tifa,
}) => {
  const address = tifa.pages.serve(
    'https://www.4hou.com/fields',
    '<!doctype html><meta charset=utf-8><title>f</title><textarea style="width:300px">建设网络强国</textarea><p contenteditable>坚持党管互联网</p><p id=p>会议强调，要建设网络强国。</p>',
  );
  const page = await tifa.open(address);
  await settled(page);
  await selectWords(page, '坚持党管互联网');
  await page.waitForTimeout(500);
  expect(await shownNotes(page)).toBeUndefined();
  await page.evaluate(() => getSelection()?.selectAllChildren(document.getElementById('p') as Node));
  await page.waitForTimeout(500);
  expect(await shownNotes(page)).toBeUndefined();
  const worker = await tifa.worker();
  await worker.evaluate(() => chrome.storage.local.set({ 'noteToolbar:off:site:www.4hou.com': true }));
  await selectWords(page, '会议强调');
  await page.waitForTimeout(500);
  expect(await shownNotes(page)).toBeUndefined();
  await worker.evaluate(() => chrome.storage.local.clear());
  await page.mouse.click(5, 300);
  await selectWords(page, '会议强调');
  await notesShowing(page, 'Take a note');
});
