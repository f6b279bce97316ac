import type { EditBase, NoteChanges } from '../core/notes/note-edits.ts';
import type { Note, NoteField } from '../core/notes/note.ts';
import type { NoteVersion } from '../core/notes/version.ts';
import type { Ticks } from './ticks.ts';
import { textOf } from './note-rows.ts';

interface ChangedNote {
  readonly note: Note;
  /** What goes to the versions. */
  readonly kept: readonly NoteVersion[];
  /** Those of them that somebody else wrote since the form was opened. */
  readonly replaced: readonly NoteVersion[];
}

/** A note with new values, each field that really changes under a stamp of its own. */
export function changeNote(
  note: Note,
  { body, tags, colour, selectors }: NoteChanges,
  base: EditBase | undefined,
  { now, stamp }: Ticks,
): ChangedNote {
  let changed = note;
  const kept: NoteVersion[] = [];
  const replaced: NoteVersion[] = [];
  const set = (field: NoteField, value: Partial<Note>): void => {
    const [[name, next] = ['', undefined]] = Object.entries(value);
    if (next === undefined || JSON.stringify(next) === JSON.stringify(note[name as keyof Note])) return;
    const elsewhere = base !== undefined && base[field] !== note.clock[field];
    const text = textOf(note, field);
    if (text !== '' && (field === 'body' || elsewhere)) {
      const old: NoteVersion = {
        noteId: note.id,
        field,
        text,
        when: timeOf(note.clock[field]),
        why: elsewhere ? 'merge' : 'edit',
      };
      kept.push(old);
      if (elsewhere) replaced.push(old);
    }
    changed = { ...changed, ...value, modified: now, clock: { ...changed.clock, [field]: stamp() } };
  };
  if (body !== undefined) set('body', { body });
  if (tags !== undefined) set('tags', { tags });
  if (colour !== undefined) set('colour', { colour });
  if (selectors !== undefined) set('target', { selectors });
  return { note: changed, kept, replaced };
}

/** When a stamp was made, in milliseconds since 1970. */
function timeOf(stamp: string | undefined): number {
  return Number.parseInt(stamp ?? '0', 10);
}
