/// <reference types="chrome" />
import type { Page } from '@playwright/test';
import { exportTifaJson } from '../../src/core/export/tifa-json.ts';
import type { Note } from '../../src/core/notes/note.ts';
import { noteWith } from './notes.ts';

/** Notes as a file of Tifa's own. */
export function notesFile(notes: readonly Note[], name = 'notes.json') {
  return {
    name,
    mimeType: 'application/json',
    buffer: Buffer.from(exportTifaJson({ notes, now: 0, language: 'en' })),
  };
}

/** Takes notes in through the library's own import. */
export async function importNotes(page: Page, notes: readonly Note[], words = 'Import'): Promise<void> {
  await page.getByRole('button', { name: words, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.locator('input[type=file]').setInputFiles(notesFile(notes));
  await dialog.getByRole('button', { name: words, exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
}

/** So many notes with different texts, one in fifty about 清朗. */
export function manyNotes(count: number): Note[] {
  return Array.from({ length: count }, (_, i) => {
    const note = noteWith(
      {
        body:
          i % 50 === 0 ? `第${String(i)}条：清朗行动` : `第${String(i)}条：网络强国，比较 2018 年的表述。`,
        tags: i % 3 === 0 ? ['study'] : [],
      },
      i,
    );
    return { ...note, id: `019590b3-7c00-7000-8000-${String(i).padStart(12, '0')}` };
  });
}
