import type { Note } from '../notes/note.ts';
import type { NoteVersion } from '../notes/version.ts';

export const IMPORT_FORMATS = ['tifa', 'hypothesis', 'webannotation', 'csv'] as const;
export type ImportFormat = (typeof IMPORT_FORMATS)[number];

/** Why something could not be read; the interface has a sentence for each. */
export type Reason =
  /** The file is no JSON. Values: `message`. */
  | 'not-json'
  /** It is JSON, or a table, of no known kind. */
  | 'unknown-format'
  /** Written by a newer Tifa. Values: `version`. */
  | 'newer-version'
  /** A field is missing or not what it should be. Values: `field`. */
  | 'bad-field'
  /** A row has another number of cells than the head. Values: `cells`, `expected`. */
  | 'bad-row'
  /** A quotation mark is not closed. */
  | 'open-quote'
  /** The same note stands earlier in the file. Values: `id`. */
  | 'twice'
  /** A reply to another annotation, which Tifa has no place for. */
  | 'reply';

/** Something that could not be read: where it stands, why, and what the sentence is filled with. */
export interface Unreadable {
  /** `notes[3].clock.body`, `line 5`; empty of the file as a whole. */
  readonly place: string;
  readonly reason: Reason;
  readonly values: Readonly<Record<string, string | number>>;
}

/** What a file holds. */
export interface Imported {
  /** undefined where the format was not recognised. */
  readonly format: ImportFormat | undefined;
  readonly notes: readonly Note[];
  readonly versions: readonly NoteVersion[];
  readonly unreadable: readonly Unreadable[];
}

export function unreadable(
  place: string,
  reason: Reason,
  values: Readonly<Record<string, string | number>> = {},
): Unreadable {
  return { place, reason, values };
}
