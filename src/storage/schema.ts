/**
 * The one schema of the one database. Versions are appended, never edited: a
 * database of each lies frozen in the tests, and every reader's passes through all
 * that came after its own.
 */
import type { Dexie } from 'dexie';
import type { Draft } from '../core/notes/note-edits.ts';
import type { Note } from '../core/notes/note.ts';
import type { NoteVersion } from '../core/notes/version.ts';

/** A note as it lies in the database. */
export interface NoteRow extends Note {
  /** Under what it is found: its page's keys and its term's. None of a deleted one. */
  readonly keys: readonly string[];
}

/** A text that an edit, a merge or an import has replaced. */
export interface VersionRow extends NoteVersion {
  /** Given by the database, ascending. */
  readonly seq?: number;
}

export type DraftRow = Draft;

/** Whatever there is one of: the clock, the device's name, what can be undone. */
export interface MetaRow {
  readonly key: string;
  readonly value: unknown;
}

interface SchemaVersion {
  readonly version: number;
  readonly stores: Readonly<Record<string, string>>;
}

const SCHEMA: readonly SchemaVersion[] = [
  {
    version: 1,
    stores: {
      notes: 'id, modified, *keys',
      versions: '++seq, noteId, when',
      drafts: 'key, saved',
      meta: 'key',
    },
  },
];

/** Declares every version of the schema on a database that is not open yet. */
export function declareSchema(database: Dexie): void {
  for (const { version, stores } of SCHEMA) database.version(version).stores({ ...stores });
}

/** The newest version as browsers count it: Dexie's times ten. */
export function newestVersion(): number {
  return Math.max(...SCHEMA.map(({ version }) => version)) * 10;
}
