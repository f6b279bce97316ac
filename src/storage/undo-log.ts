import { NOTE_FIELDS, type Note } from '../core/notes/note.ts';
import type { NoteVersion } from '../core/notes/version.ts';
import type { TifaDatabase } from './database.ts';
import { keepVersions, takeVersions } from './keep-versions.ts';
import { noteOf, partOf, rowOf } from './note-rows.ts';

/** One note before and after what can be undone. */
export interface Change {
  /** Undefined of a note that was not there. */
  readonly before: Note | undefined;
  readonly after: Note;
}

/** One thing that the reader did, to one note or to thousands. */
interface Step {
  readonly at: number;
  readonly changes: readonly { readonly before?: Note; readonly after: Pick<Note, 'id' | 'clock'> }[];
  /** The histories of the notes that the step deleted: they lie nowhere else. */
  readonly versions?: readonly NoteVersion[];
}

const PREFIX = 'undo:';

/** Steps are kept this long, in milliseconds, and no more than this many: they hold deleted text. */
const KEPT_FOR = 24 * 60 * 60 * 1000;
const MOST_KEPT = 20;

/**
 * Writes down, within the transaction that does it, how to undo a step. The histories of
 * notes that it deletes move into what is written down, and go with it.
 *
 * @param name begins with a stamp
 * @returns the name to undo it by
 */
export async function rememberStep(
  database: TifaDatabase,
  name: string,
  at: number,
  changes: readonly Change[],
): Promise<string> {
  const key = PREFIX + name;
  const deleted = changes.flatMap(({ after }) => (after.deleted === undefined ? [] : [after.id]));
  const versions = await takeVersions(database, deleted);
  const step: Step = {
    at,
    ...(versions.length === 0 ? {} : { versions }),
    changes: changes.map(({ before, after: { id, clock } }) => ({
      ...(before === undefined ? {} : { before }),
      after: { id, clock },
    })),
  };
  await database.meta.put({ key, value: step });
  return key;
}

/** Forgets steps that are too old or too many. Their names begin with their stamps, and stamps with the time. */
export async function forgetOldSteps(database: TifaDatabase, now: number): Promise<void> {
  const keys = (await database.meta.where('key').startsWith(PREFIX).primaryKeys()).sort();
  const old = keys.filter(
    (key, i) => i < keys.length - MOST_KEPT || now - Number.parseInt(key.slice(PREFIX.length), 10) > KEPT_FOR,
  );
  if (old.length > 0) await database.meta.bulkDelete(old);
}

/** What an undone step leaves. */
export interface Undone {
  readonly changed: readonly Note[];
  /** Ids of notes that are gone again as if they had never been. */
  readonly removed: readonly string[];
  /** How many notes were left alone, because they were edited since. */
  readonly left: number;
}

/**
 * Undoes a step, once, within a transaction. What was written since stays: a field
 * goes back only if nobody has touched it, under a new stamp, and a note that came
 * with the step goes only if it is still as it came.
 */
export async function undoStep(
  database: TifaDatabase,
  key: string,
  now: number,
  stamp: () => string,
): Promise<Undone | undefined> {
  const step = (await database.meta.get(key))?.value as Step | undefined;
  if (step === undefined || !key.startsWith(PREFIX)) return undefined;
  await database.meta.delete(key);
  const rows = await database.notes.bulkGet(step.changes.map(({ after }) => after.id));
  const changed: Note[] = [];
  const removed: string[] = [];
  let left = 0;
  step.changes.forEach(({ before, after }, i) => {
    const row = rows[i];
    if (row === undefined) return;
    const current = noteOf(row);
    if (before === undefined) {
      if (sameClock(current.clock, after.clock)) removed.push(current.id);
      else left++;
      return;
    }
    const restored = restore(current, before, after.clock, now, stamp);
    if (restored === undefined) left++;
    else changed.push(restored);
  });
  await database.notes.bulkPut(changed.map(rowOf));
  await database.notes.bulkDelete(removed);
  const back = new Set(changed.filter(({ deleted }) => deleted === undefined).map(({ id }) => id));
  await keepVersions(
    database,
    (step.versions ?? []).filter(({ noteId }) => back.has(noteId)),
  );
  return { changed, removed, left };
}

function restore(
  current: Note,
  before: Note,
  after: Note['clock'],
  now: number,
  stamp: () => string,
): Note | undefined {
  let restored = current;
  for (const field of NOTE_FIELDS) {
    if (after[field] === before.clock[field] || current.clock[field] !== after[field]) continue;
    const fresh = stamp();
    if (field === 'deleted') {
      // A tombstone has nothing of its own to keep.
      restored = { ...before, modified: now, clock: { ...restored.clock, deleted: fresh } };
      continue;
    }
    const { termId: _, passage: __, ...rest } = restored;
    const base = field === 'target' ? rest : restored;
    restored = {
      ...base,
      ...partOf(before, field),
      modified: now,
      clock: { ...restored.clock, [field]: fresh },
    };
  }
  return restored === current ? undefined : restored;
}

function sameClock(a: Note['clock'], b: Note['clock']): boolean {
  return NOTE_FIELDS.every((field) => a[field] === b[field]);
}
