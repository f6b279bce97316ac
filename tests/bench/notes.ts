/**
 * Row 12: 50,000 notes in the library of the built extension, in real Chromium: import, list,
 * scroll, search, export; the longest task of the page's thread meanwhile, by processor time and
 * by the clock, and how long each took. It takes some minutes; `npm run bench:notes` is this part alone.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { exportTifaJson } from '../../src/core/export/tifa-json.ts';
import { Chromium } from '../support/chromium.ts';
import { openLibrary } from '../support/library.ts';
import { manyNotes } from '../support/library-notes.ts';
import { longestTask } from './longest-task.ts';
import { noteSearchRows } from './note-search.ts';
import type { Row } from './rows.ts';
import { spread } from './stats.ts';

const COUNT = Number(process.env['TIFA_BENCH_NOTES'] ?? 50_000);

/** Does something; how long it took, and the longest task of the page meanwhile, in milliseconds. */
async function measured(page: Page, name: string, work: () => Promise<unknown>): Promise<Row[]> {
  await page.waitForTimeout(300);
  await page.evaluate(() => {
    Object.assign(globalThis, { longest: 0 });
  });
  const session = await page.context().newCDPSession(page);
  let took = 0;
  const busy = await longestTask(session, async () => {
    const began = performance.now();
    await work();
    took = performance.now() - began;
    await page.waitForTimeout(300);
  });
  await session.detach();
  const longest = await page.evaluate(() => (globalThis as unknown as { longest: number }).longest);
  const what = `${String(COUNT)} notes, ${name}`;
  const row = (of: string, value: number): Row => ({
    row: '12',
    what: `${what}: ${of}`,
    values: spread([value]),
    unit: 'ms',
  });
  return [
    { ...row('longest task', busy), target: { atMost: 50 } },
    // The browser tells of tasks over 50 ms only.
    row('longest task by the clock', longest),
    row('all of it', took),
  ];
}

/** Keeps the longest task of a page. */
function watchTasks(): void {
  const seen = globalThis as unknown as { longest: number };
  seen.longest = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
  }).observe({ type: 'longtask', buffered: true });
}

/** What the reader does in the library, one after the other. */
async function libraryNotesRows(): Promise<Row[]> {
  const rows: Row[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'tifa-bench-notes-'));
  const tifa = await Chromium.launch();
  try {
    const path = join(folder, 'notes.json');
    writeFileSync(path, exportTifaJson({ notes: manyNotes(COUNT), now: 0, language: 'en' }));
    await tifa.context.addInitScript(watchTasks);
    const page = await openLibrary(tifa, '#/notes');
    page.setDefaultTimeout(300_000);
    const dialog = page.getByRole('dialog');
    const shown = (text: string) => page.getByText(text, { exact: true }).waitFor();
    rows.push(
      ...(await measured(page, 'read and preview the file', async () => {
        await page.getByRole('button', { name: 'Import', exact: true }).click();
        await dialog.locator('input[type=file]').setInputFiles(path);
        await dialog.locator('.import-counts').waitFor();
      })),
    );
    rows.push(
      ...(await measured(page, 'import', async () => {
        await dialog.getByRole('button', { name: 'Import', exact: true }).click();
        await shown(`${String(COUNT)} notes`);
      })),
    );
    rows.push(
      ...(await measured(page, 'open the list', async () => {
        await page.reload();
        await shown(`${String(COUNT)} notes`);
      })),
    );
    rows.push(
      ...(await measured(page, 'to the end and back', async () => {
        await page.keyboard.press('End');
        await page.getByText('第0条').waitFor();
        await page.keyboard.press('Home');
        await page.getByText(`第${String(COUNT - 1)}条`).waitFor();
      })),
    );
    const search = page.getByRole('searchbox');
    for (const [query, says] of [
      ['强', /notes$/u],
      ['清朗', new RegExp(`^${String(COUNT / 50)} notes$`, 'u')],
      ['网络强国', /^More than \d+ notes$/u],
      ['wangluo', /notes$/u],
    ] as const) {
      rows.push(
        ...(await measured(page, `search ${query}`, async () => {
          await search.fill(query);
          await page.locator('.count').filter({ hasText: says }).waitFor();
          await page.locator('.note-blocks mark').first().waitFor();
        })),
      );
    }
    await search.fill('');
    await shown(`${String(COUNT)} notes`);
    for (const format of [
      'Markdown, one file',
      'Markdown, one file a page',
      'Table (CSV)',
      'Backup (Tifa JSON)',
    ]) {
      rows.push(
        ...(await measured(page, `export ${format}`, async () => {
          await page.getByRole('button', { name: 'Export', exact: true }).click();
          await dialog.getByRole('radio', { name: format, exact: true }).check();
          await Promise.all([
            page.waitForEvent('download'),
            dialog.getByRole('button', { name: 'Download' }).click(),
          ]);
          await dialog.getByRole('button', { name: 'Close' }).click();
        })),
      );
    }
    rows.push(
      ...(await measured(page, 'select all and delete', async () => {
        await page.locator('.note-check').first().focus();
        await page.keyboard.press('ControlOrMeta+a');
        await shown(`${String(COUNT)} selected`);
        await page.locator('.selection-bar').getByRole('button', { name: 'Delete' }).click();
        await shown('No notes');
      })),
    );
    rows.push(
      ...(await measured(page, 'undo', async () => {
        await page.getByRole('button', { name: 'Undo' }).click();
        await shown(`${String(COUNT)} notes`);
      })),
    );
  } finally {
    await tifa.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return rows;
}

export async function notesRows(): Promise<Row[]> {
  return [...noteSearchRows(), ...(await libraryNotesRows())];
}
