import type { Note, NoteField } from '../core/notes/note.ts';
import { noteKeys } from '../core/notes/page-keys.ts';
import type { NoteRow } from './schema.ts';

/** As it lies in the database. */
export function rowOf(note: Note): NoteRow {
  return { ...note, keys: noteKeys(note) };
}

/** As everybody else knows it. */
export function noteOf({ keys: _, ...note }: NoteRow): Note {
  return note;
}

/** What is left of a deleted note: its id and clock, and no text. */
export function tombstone(note: Note, at: number, stamp: string): Note {
  return {
    id: note.id,
    created: note.created,
    modified: at,
    clock: { ...note.clock, deleted: stamp },
    target: note.target,
    body: '',
    tags: [],
    colour: note.colour,
    page: { url: '', canonicalUrl: '', title: '', site: '', fingerprint: '' },
    selectors: [],
    device: note.device,
    deleted: at,
  };
}

/** What each stamp of a note's clock is about. */
type Part = Partial<Omit<Note, 'id' | 'created' | 'modified' | 'clock' | 'device'>>;

/** The part of a note that one stamp of its clock is about. */
export function partOf(note: Note, field: NoteField): Part {
  switch (field) {
    case 'body':
      return { body: note.body };
    case 'tags':
      return { tags: note.tags };
    case 'colour':
      return { colour: note.colour };
    case 'target': {
      const { target, termId, passage, page, selectors } = note;
      return {
        target,
        page,
        selectors,
        ...(termId === undefined ? {} : { termId }),
        ...(passage === undefined ? {} : { passage }),
      };
    }
    case 'deleted':
      return note.deleted === undefined ? {} : { deleted: note.deleted };
  }
}

/** A part of a note as text, for the versions that are kept. */
export function textOf(note: Note, field: NoteField): string {
  switch (field) {
    case 'body':
      return note.body;
    case 'tags':
      return note.tags.join('\n');
    case 'colour':
      return note.colour;
    case 'target':
      return note.selectors.find((selector) => selector.type === 'TextQuoteSelector')?.exact ?? note.page.url;
    case 'deleted':
      return '';
  }
}
