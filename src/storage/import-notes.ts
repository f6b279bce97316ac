import { mergeNotes } from '../core/notes/merge.ts';
import { NOTE_FIELDS, type Note } from '../core/notes/note.ts';
import type { NoteVersion } from '../core/notes/version.ts';
import type { TifaDatabase } from './database.ts';
import { keepVersions } from './keep-versions.ts';
import { noteOf, rowOf } from './note-rows.ts';
import type { Change } from './undo-log.ts';

/** What became of the notes taken in. */
export interface Imported {
  readonly added: number;
  /** Notes that were here and have something newer now. */
  readonly merged: number;
  readonly same: number;
}

/**
 * Takes notes in, within a transaction: a new one as it is; of one that is here each
 * field that is newer, and the text that it replaces is kept. What is newer here
 * stays, so the same file twice changes nothing.
 */
export async function importNotes(
  database: TifaDatabase,
  incoming: readonly Note[],
  histories: readonly NoteVersion[],
): Promise<Imported & { readonly changes: readonly Change[] }> {
  const byId = new Map(incoming.map((note) => [note.id, note]));
  const notes = [...byId.values()];
  const rows = await database.notes.bulkGet([...byId.keys()]);
  const changes: Change[] = [];
  const kept: NoteVersion[] = [];
  let added = 0;
  notes.forEach((note, i) => {
    const row = rows[i];
    if (row === undefined) {
      added++;
      changes.push({ before: undefined, after: note });
      return;
    }
    const before = noteOf(row);
    const merged = mergeNotes(before, note, 'import');
    if (NOTE_FIELDS.every((field) => merged.note.clock[field] === before.clock[field])) return;
    changes.push({ before, after: merged.note });
    kept.push(...merged.versions);
  });
  await database.notes.bulkPut(changes.map(({ after }) => rowOf(after)));
  kept.push(...(await ofLivingNotes(database, histories)));
  await keepVersions(database, kept);
  return { added, merged: changes.length - added, same: notes.length - changes.length, changes };
}

/** The histories of notes that are here; of a deleted one no text comes back. */
async function ofLivingNotes(
  database: TifaDatabase,
  histories: readonly NoteVersion[],
): Promise<NoteVersion[]> {
  const ids = [...new Set(histories.map(({ noteId }) => noteId))];
  const rows = await database.notes.bulkGet(ids);
  const living = new Set(ids.filter((_, i) => rows[i] !== undefined && rows[i].deleted === undefined));
  return histories.filter(({ noteId }) => living.has(noteId));
}
