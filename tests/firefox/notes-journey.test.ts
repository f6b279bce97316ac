import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Firefox } from '../support/firefox.ts';
import {
  askFirefox,
  chooseFile,
  marksInFirefox,
  openSidebar,
  pressInFirefox,
  saveInFirefox,
  tabAt,
  takeInFirefox,
  textsOf,
} from '../support/firefox-notes.ts';
import { settled } from '../support/highlights.ts';
import { ownPagesBuild } from '../support/own-pages-build.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [, GOV] = BUNDLED_PAGES;
const WORDS = '全国网信系统';

const build = ownPagesBuild('library.html', 'sidepanel.html');
afterAll(build.remove);

async function withFirefox<T>(
  profile: string | undefined,
  use: (firefox: Firefox) => Promise<T>,
): Promise<T> {
  const firefox = await Firefox.launch(profile);
  try {
    await firefox.installExtension(build.path);
    const result = await use(firefox);
    expect(firefox.problems).toEqual([]);
    return result;
  } finally {
    await firefox.close();
  }
}

test('notes on words, a term and the page are found after a restart, exported, and imported elsewhere', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'tifa-firefox-'));
  try {
    await withFirefox(profile, async (firefox) => {
      const page = await firefox.open(GOV.address);
      await settled(page);
      await takeInFirefox(page, WORDS, 'On a selection');
      await expect.poll(() => marksInFirefox(page), { timeout: 5000 }).toEqual([WORDS]);

      // Stepped to by keyboard, a term has the note; commands cannot be pressed here, what they send can.
      const own = await firefox.openOwn('library.html#/notes');
      const tab = await tabAt(own, GOV.address);
      await page.bringToFront();
      await page.evaluate(() => getSelection()?.removeAllRanges());
      await askFirefox(own, { type: 'tifa:step', by: 1, more: false, enter: true }, tab);
      await askFirefox(own, { type: 'tifa:notes-on-page/take', what: 'any' }, tab);
      await new Promise((resolve) => setTimeout(resolve, 400));
      await page.keyboard.type('On a term');
      await saveInFirefox(page);

      const panel = await openSidebar(firefox, own, GOV.address);
      await expect.poll(() => textsOf(panel, 'article'), { timeout: 8000 }).toHaveLength(2);
      await pressInFirefox(panel, 'Note on this page');
      await panel.waitForSelector('textarea');
      await panel.keyboard.type('On the page');
      await saveInFirefox(panel);
      await expect
        .poll(() => textsOf(panel, 'article .note-body'), { timeout: 5000 })
        .toEqual(expect.arrayContaining(['On the page', 'On a selection', 'On a term']));
      expect((await textsOf(panel, 'article .note-body'))[0]).toBe('On the page');
    });

    const file = await withFirefox(profile, async (firefox) => {
      const page = await firefox.open(GOV.address);
      await expect.poll(() => marksInFirefox(page), { timeout: 10_000 }).toContain(WORDS);
      expect((await marksInFirefox(page)).length).toBeGreaterThan(1);
      const library = await firefox.openOwn('library.html#/notes');
      await expect.poll(() => textsOf(library, '.count'), { timeout: 5000 }).toEqual(['3 notes']);
      await pressInFirefox(library, 'Export');
      await library.evaluate(() => {
        const json = [...document.querySelectorAll('dialog label')].find(
          (label) => label.textContent === 'Backup (Tifa JSON)',
        );
        (json as HTMLLabelElement).click();
      });
      await pressInFirefox(library, 'As text', 'dialog');
      await library.waitForSelector('dialog textarea');
      return library.evaluate(
        () => document.querySelector<HTMLTextAreaElement>('dialog textarea')?.value ?? '',
      );
    });

    await withFirefox(undefined, async (firefox) => {
      const library = await firefox.openOwn('library.html#/notes');
      await library.waitForSelector('.notes-acts');
      await pressInFirefox(library, 'Import');
      await chooseFile(library, 'notes.json', file);
      await library.waitForSelector('.import-counts');
      await pressInFirefox(library, 'Import', 'dialog');
      await expect.poll(() => textsOf(library, '.count'), { timeout: 5000 }).toEqual(['3 notes']);
      const page = await firefox.open(GOV.address);
      await expect.poll(() => marksInFirefox(page), { timeout: 10_000 }).toContain(WORDS);
      expect(
        await askFirefox<{ value: { notes: unknown[] } }>(library, { type: 'tifa:notes/all' }),
      ).toMatchObject({ value: { notes: (JSON.parse(file) as { notes: unknown[] }).notes } });
    });
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}, 120_000);

test('the sidebar shows how words have changed, and lists what is gone last', async () => {
  await withFirefox(undefined, async (firefox) => {
    const address = 'https://www.4hou.com/edited';
    const html = (first: string, second: string): string =>
      `<!doctype html><meta charset=utf-8><title>通稿</title><h1>通稿</h1>
       <p>会议指出，要建设网络强国。${first}会议要求，各地区各部门抓好落实。</p>
       <p>与会同志认为，这次会议开得很好。${second}大家表示，要认真学习领会。</p>`;
    const KEPT = '各级网信部门要压实责任，切实维护网络安全，推动各项工作取得新的成效。';
    const EDITED = KEPT.replace('切实', '坚决');
    const GONE = '互联网企业要履行主体责任，共同营造清朗的网络空间。';
    firefox.pages.serve(address, html(KEPT, GONE));
    const page = await firefox.open(address);
    await settled(page);
    await takeInFirefox(page, GONE, 'on what will go');
    await expect.poll(() => marksInFirefox(page), { timeout: 5000 }).toEqual([GONE]);
    await takeInFirefox(page, KEPT, 'on what will change');
    await expect.poll(() => marksInFirefox(page), { timeout: 5000 }).toHaveLength(2);
    firefox.pages.serve(address, html(EDITED, ''));
    await page.reload();
    await expect.poll(() => marksInFirefox(page), { timeout: 10_000 }).toEqual([EDITED]);
    const own = await firefox.openOwn('library.html#/notes');
    const panel = await openSidebar(firefox, own, address);
    await expect
      .poll(() => textsOf(panel, 'article .note-body'), { timeout: 8000 })
      .toEqual(['on what will change', 'on what will go']);
    expect(await textsOf(panel, '.note-state')).toEqual([' words changed']);
    expect(await textsOf(panel, '.note-diff ins')).toEqual(['坚决']);
    expect(await textsOf(panel, '.panel-gone article .note-body')).toEqual(['on what will go']);
    expect((await textsOf(panel, '.panel-gone mark')).join('')).toBe(GONE);
  });
}, 60_000);
