/** What the page and the worker for files of notes say to each other. */
import type { ImportFormat, Unreadable } from '../../../../core/import/import-result.ts';
import type { Note } from '../../../../core/notes/note.ts';
import type { NoteVersion } from '../../../../core/notes/version.ts';

export const EXPORT_FORMATS = [
  'markdown',
  'zip',
  'html',
  'csv',
  'json',
  'webannotation',
  'hypothesis',
  'readwise',
  'anki',
] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportSettings {
  readonly format: ExportFormat;
  /** The type of the file. */
  readonly type: string;
  readonly now: number;
  /** Minutes that the reader's time is ahead of UTC. */
  readonly offset: number;
  readonly language: 'en' | 'zh';
  /** What terms are called, by their ids. */
  readonly termNames: readonly (readonly [id: string, name: string])[];
}

/** What a file holds, before it is compared with what is here. */
export interface ReadFile {
  readonly format: ImportFormat | undefined;
  readonly ids: readonly string[];
  readonly unreadable: number;
}

/** A note whose text here and in the file differ. */
export interface ShownConflict {
  readonly id: string;
  readonly title: string;
  readonly here: string;
  readonly there: string;
  /** Whose text is the note's afterwards; the other one goes to its history. A deleted note stays so. */
  readonly kept: 'here' | 'there' | 'both' | 'deleted';
}

/** What an import would do. Of conflicts and problems the first ones are shown. */
export interface ShownPreview {
  readonly fresh: number;
  readonly same: number;
  readonly conflicting: number;
  readonly conflicts: readonly ShownConflict[];
  readonly unreadable: number;
  readonly problems: readonly Unreadable[];
  /** How many notes an import would write, and how many earlier texts of notes besides. */
  readonly notes: number;
  readonly texts: number;
}

/** How much is to be written. */
export interface PlanSize {
  readonly notes: number;
  readonly versions: number;
}

export type FilesRequest =
  | { readonly do: 'add'; readonly notes: readonly Note[]; readonly versions: readonly NoteVersion[] }
  | { readonly do: 'export'; readonly settings: ExportSettings }
  | { readonly do: 'read'; readonly file: Blob }
  | { readonly do: 'here'; readonly notes: readonly Note[] }
  /** The ids of the notes whose earlier texts are in the file or would come of it. */
  | { readonly do: 'histories' }
  /** Earlier texts that are here already. */
  | { readonly do: 'kept'; readonly versions: readonly NoteVersion[] }
  | { readonly do: 'preview' }
  | { readonly do: 'plan' }
  | { readonly do: 'notes'; readonly from: number; readonly count: number }
  | { readonly do: 'versions'; readonly from: number; readonly count: number };
