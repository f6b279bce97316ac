/// <reference types="chrome" />
/** What really goes wrong with a database in a browser: each said clearly, and nothing typed is lost. */
import type { Page } from '@playwright/test';
import { Chromium } from '../support/chromium.ts';
import { expect, test } from '../support/extension-test.ts';
import { boundedBuild } from '../support/granted-build.ts';
import { settled } from '../support/highlights.ts';
import { openLibrary } from '../support/library.ts';
import {
  notesShowing,
  nothingShown,
  openPanel,
  press,
  selectWords,
  shownNotes,
  takeNote,
} from '../support/page-notes.ts';
import { PrivatePage } from '../support/private-window.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [HOU, GOV] = BUNDLED_PAGES;
const WORDS = '全国网信系统';

const ENGLISH = { take: 'Take a note', ready: 'Ctrl+Enter saves' };

/** Opens the form of a note on some words, and types. */
async function begin(page: Page, body: string, { take, ready } = ENGLISH): Promise<void> {
  await selectWords(page, WORDS);
  await notesShowing(page, take);
  await press(page, new RegExp(`^${take}$`, 'u'));
  await notesShowing(page, ready);
  await page.keyboard.insertText(body);
}

const ask = (
  own: Page,
  request: Record<string, unknown>,
): Promise<{ ok: boolean; fault?: string; value: unknown }> =>
  own.evaluate((message) => chrome.runtime.sendMessage(message), request);

test('a full disk: the text stays in the form, its draft elsewhere, and the reader is told in Chinese', async () => {
  // Of characters in no order: Chromium compresses what repeats itself.
  const much = Array.from({ length: 60_000 }, (_, i) =>
    String.fromCharCode(0x4e00 + ((i * i * 31 + i * 7919) % 20_011)),
  ).join('');
  const build = boundedBuild();
  const tifa = await Chromium.launch({ build: build.path, language: 'zh-CN' });
  try {
    const origin = `chrome-extension://${await tifa.extensionId()}`;
    const panel = await tifa.newPage();
    await panel.goto(`${origin}/sidepanel.html?tab=0`);
    // Before the first write: the browser remembers for a while how much room there was.
    const session = await tifa.context.newCDPSession(panel);
    const { usage } = await session.send('Storage.getUsageAndQuota', { origin });
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 40_000 });
    const page = await tifa.open(GOV.address);
    await settled(page);
    await begin(page, much, { take: '记笔记', ready: 'Ctrl+Enter 保存' });
    await notesShowing(page, '草稿暂存于扩展存储中');
    await page.keyboard.press('Control+Enter');
    await notesShowing(page, '配额已满，笔记未保存');
    // The text outlives the page, and is saved once there is room.
    await page.reload();
    await settled(page);
    await session.send('Storage.overrideQuotaForOrigin', { origin });
    await begin(page, '', { take: '记笔记', ready: '上次未写完的内容已找回' });
    await page.keyboard.press('Control+Enter');
    await nothingShown(page);
    const all = await ask(panel, { type: 'tifa:notes/all' });
    expect((all.value as { notes: { body: string }[] }).notes.map(({ body }) => body)).toEqual([much]);
    expect((await ask(panel, { type: 'tifa:notes/drafts' })).value).toEqual([]);
    expect(await tifa.problemsSoFar()).toEqual([]);
  } finally {
    await tifa.close();
    build.remove();
  }
});

test('a database deleted underneath: what is being typed is saved, and the loss is told until it is seen', async ({
  tifa,
}) => {
  const page = await tifa.open(GOV.address);
  await settled(page);
  await takeNote(page, WORDS, 'the first');
  const library = await openLibrary(tifa, '#/notes');
  await expect(library.getByText('1 note', { exact: true })).toBeVisible();
  await page.bringToFront();
  await begin(page, 'typed while it went');
  const session = await tifa.context.newCDPSession(library);
  const origin = `chrome-extension://${await tifa.extensionId()}`;
  await session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'indexeddb' });
  await page.keyboard.press('Control+Enter');
  await nothingShown(page);

  const panel = await openPanel(tifa, page);
  await expect(panel.getByRole('article')).toHaveCount(1);
  await expect(panel.getByRole('article')).toContainText('typed while it went');
  await expect(panel.getByRole('alert')).toContainText('earlier notes is gone');
  // The list shows what is there, and not what the index remembers.
  await expect(library.getByText('1 note', { exact: true })).toBeVisible();
  await expect(library.getByRole('alert')).toContainText('earlier notes is gone');
  await expect(library.locator('.note-blocks article')).toHaveText(/typed while it went/u);
  expect(await ask(library, { type: 'tifa:notes/state' })).toMatchObject({ value: { notes: 1, lost: true } });
  await library.getByRole('button', { name: 'Understood' }).click();
  await expect(library.getByRole('alert')).toHaveCount(0);
  await expect(panel.getByRole('alert')).toHaveCount(0);
  await library.reload();
  await expect(library.getByText('1 note', { exact: true })).toBeVisible();
  await expect(library.getByRole('alert')).toHaveCount(0);
});

test('a draft before the first note is no sign of a lost database', async ({ tifa }) => {
  const page = await tifa.open(GOV.address);
  await settled(page);
  await begin(page, 'the very first');
  await notesShowing(page, 'Draft kept');
  const panel = await openPanel(tifa, page);
  await expect(panel.getByText('the very first')).toBeVisible();
  expect(await ask(panel, { type: 'tifa:notes/state' })).toMatchObject({ value: { lost: false } });
  await expect(panel.getByRole('alert')).toHaveCount(0);
});

test('a database that another window holds: said to be so, and what was typed is saved afterwards', async ({
  tifa,
}) => {
  test.setTimeout(90_000);
  const page = await tifa.open(GOV.address);
  await settled(page);
  await takeNote(page, WORDS, 'the first');
  const other = await openPanel(tifa, page);
  // A connection that does not give way, and somebody who waits for it: all others queue behind them.
  await other.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('tifa');
        opening.onsuccess = () => {
          Object.assign(globalThis, { held: opening.result });
          const deleting = indexedDB.deleteDatabase('tifa');
          deleting.onblocked = () => {
            resolve();
          };
        };
        opening.onerror = () => {
          reject(new Error('not opened'));
        };
      }),
  );
  await page.bringToFront();
  await begin(page, 'typed while it was held');
  await page.keyboard.press('Control+Enter');
  const deadline = performance.now() + 30_000;
  while ((await shownNotes(page))?.text.includes('Another window of Tifa blocks the database') !== true) {
    if (performance.now() > deadline) throw new Error((await shownNotes(page))?.text ?? 'nothing');
    await page.waitForTimeout(200);
  }
  await other.evaluate(() => {
    (globalThis as unknown as { held: IDBDatabase }).held.close();
  });
  await page.keyboard.press('Control+Enter');
  await nothingShown(page);
  await expect((await openPanel(tifa, page)).getByRole('article')).toContainText('typed while it was held');
});

test('in a private window the reader is told that a note stays, and it does', async ({ tifa }) => {
  await tifa.allowPrivateWindows();
  const hidden = await PrivatePage.open(tifa, HOU.address);
  await expect
    .poll(() => hidden.evaluate<number>('CSS.highlights.size'), { timeout: 10_000 })
    .toBeGreaterThan(0);
  const worker = await tifa.worker();
  await worker.evaluate(async () => {
    const windows = await chrome.windows.getAll({ populate: true });
    const tab = windows.find(({ incognito }) => incognito)?.tabs?.[0];
    await chrome.tabs.sendMessage(tab?.id ?? -1, { type: 'tifa:notes-on-page/take', what: 'page' });
  });
  // (Private windows go to https first.)
  await hidden.showing('This is a private window. A saved note stays');
  await hidden.type('from a private window');
  const { buttons } = await hidden.showing('Draft kept');
  const save = buttons.find(({ name }) => name === 'Save');
  if (save === undefined) throw new Error('no Save');
  await hidden.click(save);
  const library = await openLibrary(tifa, '#/notes');
  await expect(library.locator('.note-blocks article')).toContainText('from a private window');
  const page = await tifa.open(GOV.address);
  await settled(page);
  await begin(page, 'x');
  expect((await shownNotes(page))?.text).not.toContain('private window');
});
