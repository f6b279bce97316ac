/// <reference types="chrome" />
/** Pictures of the notes in the library, to be looked at. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/extension-test.ts';
import { openLibrary } from '../support/library.ts';
import { importNotes, notesFile } from '../support/library-notes.ts';
import { SAMPLE } from '../support/notes.ts';
import { OUT } from '../support/paths.ts';

const FOLDER = join(OUT, 'screenshots');
mkdirSync(FOLDER, { recursive: true });

for (const [language, colorScheme, width] of [
  ['en-US', 'light', 1280],
  ['zh-CN', 'light', 1280],
  ['zh-CN', 'dark', 400],
  ['en-US', 'dark', 400],
] as const) {
  test.describe(`${language} ${colorScheme} ${String(width)}`, () => {
    test.use({ browserOptions: { language, colorScheme, viewport: { width, height: 900 } } });
    test('pictures of notes', async ({ tifa }) => {
      const zh = language === 'zh-CN';
      const suffix = `${language.slice(0, 2)}-${colorScheme}-${String(width)}`;
      const id = await tifa.extensionId();
      const page = await openLibrary(tifa, '#/notes');
      const shoot = async (name: string): Promise<void> => {
        await page.waitForTimeout(150);
        await page.screenshot({ path: join(FOLDER, `library-notes-${name}-${suffix}.png`) });
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
          `${name} is no wider than the window`,
        ).toBe(true);
      };
      await shoot('none');
      const words = zh ? '导入' : 'Import';
      await importNotes(page, SAMPLE, words);
      await page.locator('.note-blocks article').nth(3).waitFor();
      await shoot('list');
      await page.getByRole('searchbox').fill('压');
      await page.locator('mark').first().waitFor();
      await shoot('search');
      await page.getByRole('searchbox').fill('');
      await page.locator('.note-check').nth(3).waitFor();
      await page.locator('.note-check').nth(0).click();
      await page
        .locator('.note-check')
        .nth(2)
        .click({ modifiers: ['Shift'] });
      await page.getByRole('button', { name: zh ? '添加标签' : 'Add tags' }).click();
      await shoot('selected');
      await page
        .locator('.selection-bar')
        .getByRole('button', { name: zh ? '导出' : 'Export' })
        .click();
      await shoot('export');
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('radio', { name: zh ? '一个网页' : 'One page' }).check();
      await shoot('export-page');
      await dialog.getByRole('radio', { name: zh ? '一段日期' : 'Some days' }).check();
      await shoot('export-days');
      await page.keyboard.press('Escape');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: words, exact: true }).click();
      const [first, second] = SAMPLE;
      await dialog.locator('input[type=file]').setInputFiles(
        notesFile(
          [first, second].flatMap((note) =>
            note === undefined
              ? []
              : [
                  {
                    ...note,
                    body: '另一文本：与去年表述相同。',
                    clock: { ...note.clock, body: '002000000000000-000000-other' },
                  },
                ],
          ),
        ),
      );
      await dialog.locator('.two-texts').first().waitFor();
      await shoot('import');
      await page.keyboard.press('Escape');
      await page.evaluate(
        async (states) => {
          const { value } = await chrome.runtime.sendMessage<unknown, { value: { notes: { id: string }[] } }>(
            {
              type: 'tifa:notes/all',
            },
          );
          await new Promise((resolve, reject) => {
            const opening = indexedDB.open('tifa');
            opening.onerror = reject;
            opening.onsuccess = () => {
              const work = opening.result.transaction('meta', 'readwrite');
              value.notes.forEach(({ id }, i) => {
                const seen = { state: states[i % states.length], day: '2026-11-20' };
                work.objectStore('meta').put({ key: `seen:${id}`, value: seen });
              });
              work.oncomplete = resolve;
            };
          });
          await chrome.storage.local.set({ 'notes-database': { device: 'another', lost: true } });
        },
        ['exact', 'moved', 'changed', 'gone'] as const,
      );
      await tifa.stopWorker();
      await page.reload();
      await page.locator('.note-seen').nth(2).waitFor();
      await page.locator('.note-lost').waitFor();
      await shoot('seen');
      const options = await tifa.open(`chrome-extension://${id}/options.html`);
      await options.locator('#notes').scrollIntoViewIfNeeded();
      await options.locator('#notes').evaluate((heading) => {
        heading.scrollIntoView();
      });
      await options.getByRole('link', { name: zh ? '全部笔记' : 'All notes' }).waitFor();
      await options.screenshot({ path: join(FOLDER, `options-notes-${suffix}.png`) });
    });
  });
}
