import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Page } from 'puppeteer-core';
import { exportTifaJson } from '../../src/core/export/tifa-json.ts';
import { Firefox } from '../support/firefox.ts';
import { chooseFile, pressInFirefox } from '../support/firefox-notes.ts';
import { SAMPLE } from '../support/notes.ts';
import { ownPagesBuild } from '../support/own-pages-build.ts';

const build = ownPagesBuild('library.html');
let firefox: Firefox;

beforeAll(async () => {
  firefox = await Firefox.launch();
  await firefox.installExtension(build.path);
});

afterAll(async () => {
  await firefox.close();
  build.remove();
});

const bodies = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('.note-blocks article .note-body')].map((one) => one.textContent),
  );

test('notes are imported, found by one character, written out, deleted and had back', async () => {
  const page = await firefox.openOwn('library.html#/notes');
  await expect.poll(() => page.evaluate(() => document.querySelector('h1')?.textContent)).toBe('Notes');
  await pressInFirefox(page, 'Import');
  await chooseFile(page, 'notes.json', exportTifaJson({ notes: SAMPLE, now: 0, language: 'en' }));
  await expect
    .poll(() => page.evaluate(() => document.querySelector('.import-counts')?.textContent), { timeout: 5000 })
    .toContain('4');
  await pressInFirefox(page, 'Import', 'dialog');
  await expect.poll(() => bodies(page), { timeout: 5000 }).toHaveLength(3);

  await page.focus('input[type=search]');
  await page.keyboard.type('压');
  await expect
    .poll(() =>
      page.evaluate(() => [...document.querySelectorAll('.note-blocks mark')].map((m) => m.textContent)),
    )
    .toEqual(['压', '压']);
  await page.keyboard.press('Backspace');
  await expect.poll(() => bodies(page)).toHaveLength(3);

  await pressInFirefox(page, 'Export');
  await pressInFirefox(page, 'As text', 'dialog');
  await expect
    .poll(() => page.evaluate(() => document.querySelector('textarea')?.value), { timeout: 5000 })
    .toContain('守住安全底线');
  await pressInFirefox(page, 'Close', 'dialog');

  await pressInFirefox(page, 'Delete', '.note-blocks article');
  await expect
    .poll(() => page.evaluate(() => document.querySelectorAll('.note-blocks article').length))
    .toBe(3);
  await pressInFirefox(page, 'Undo', '.undo-bar');
  await expect
    .poll(() => page.evaluate(() => document.querySelectorAll('.note-blocks article').length))
    .toBe(4);
  expect(firefox.problems).toEqual([]);
});
