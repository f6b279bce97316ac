import type { KeptText } from '../core/notes/note-edits.ts';
import { NOTE_FIELDS, type Note } from '../core/notes/note.ts';
import type { TifaDatabase } from './database.ts';
import { noteOf, partOf, rowOf, textOf } from './note-rows.ts';
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
  now: number,
): Promise<Imported & { readonly changes: readonly Change[] }> {
  const byId = new Map(incoming.map((note) => [note.id, note]));
  const notes = [...byId.values()];
  const rows = await database.notes.bulkGet([...byId.keys()]);
  const changes: Change[] = [];
  const kept: KeptText[] = [];
  let added = 0;
  notes.forEach((note, i) => {
    const row = rows[i];
    if (row === undefined) {
      added++;
      changes.push({ before: undefined, after: note });
      return;
    }
    const before = noteOf(row);
    const after = mergeNewer(before, note, now, kept);
    if (after !== before) changes.push({ before, after });
  });
  await database.notes.bulkPut(changes.map(({ after }) => rowOf(after)));
  await database.versions.bulkAdd(kept);
  return { added, merged: changes.length - added, same: notes.length - changes.length, changes };
}

function mergeNewer(here: Note, there: Note, now: number, kept: KeptText[]): Note {
  let merged = here;
  for (const field of NOTE_FIELDS) {
    const stamp = there.clock[field];
    if (stamp === undefined || stamp <= (here.clock[field] ?? '')) continue;
    const text = textOf(here, field);
    if (text !== '' && text !== textOf(there, field)) {
      kept.push({ noteId: here.id, field, text, when: now, why: 'imported over' });
    }
    const { termId: _, passage: __, ...rest } = merged;
    const base = field === 'target' ? rest : merged;
    merged = { ...base, ...partOf(there, field), clock: { ...merged.clock, [field]: stamp } };
  }
  return merged === here ? here : { ...merged, modified: Math.max(here.modified, there.modified) };
}
