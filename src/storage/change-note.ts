import type { EditBase, KeptText, NoteChanges } from '../core/notes/note-edits.ts';
import type { Note, NoteField } from '../core/notes/note.ts';
import type { Ticks } from './ticks.ts';
import { textOf } from './note-rows.ts';

interface ChangedNote {
  readonly note: Note;
  /** What goes to the versions. */
  readonly kept: readonly KeptText[];
  /** Those of them that somebody else wrote since the form was opened. */
  readonly replaced: readonly KeptText[];
}

/** A note with new values, each field that really changes under a stamp of its own. */
export function changeNote(
  note: Note,
  { body, tags, colour, selectors }: NoteChanges,
  base: EditBase | undefined,
  { now, stamp }: Ticks,
): ChangedNote {
  let changed = note;
  const kept: KeptText[] = [];
  const replaced: KeptText[] = [];
  const set = (field: NoteField, value: Partial<Note>): void => {
    const [[name, next] = ['', undefined]] = Object.entries(value);
    if (next === undefined || JSON.stringify(next) === JSON.stringify(note[name as keyof Note])) return;
    const elsewhere = base !== undefined && base[field] !== note.clock[field];
    const text = textOf(note, field);
    if (text !== '' && (field === 'body' || elsewhere)) {
      const old: KeptText = {
        noteId: note.id,
        field,
        text,
        when: now,
        why: elsewhere ? 'edited elsewhere' : 'edited',
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
