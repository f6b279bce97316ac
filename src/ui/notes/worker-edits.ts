import type { Draft, NewNote, Note } from '../../core/notes/note-edits.ts';
import type { Outcome } from '../../core/notes/note-fault.ts';
import type { NotesRequest } from '../../protocol/notes.ts';
import type { NoteEdits, NoteForm } from './notes-model.ts';

/** Asks about notes, whoever answers. */
export type AskNotes = <T>(request: NotesRequest) => Promise<Outcome<T>>;

/** What the reader has written of a note. */
export function formOf({ body, tags, colour }: NewNote): NoteForm {
  return { body, tags, colour };
}

/** What is done to notes in our own pages. Lists hear of it by the mark in extension storage. */
export function workerEdits(ask: AskNotes, drafts: () => readonly Draft[]): NoteEdits {
  const key = (note: Note): string => `edit:${note.id}`;
  const kept = new Map<string, NoteForm>();
  return {
    update: async (note, changes, base) => {
      kept.delete(key(note));
      return ask({ type: 'tifa:notes/update', page: {}, id: note.id, changes, base, draft: key(note) });
    },
    remove: (id) => ask({ type: 'tifa:notes/remove', page: {}, ids: [id] }),
    undo: (undo) => ask({ type: 'tifa:notes/undo', undo }),
    keepEdit: (note, form) => {
      kept.set(key(note), form);
      const { target, termId, passage, page, selectors } = note;
      const edited = {
        target,
        page,
        selectors,
        ...(termId === undefined ? {} : { termId }),
        ...(passage === undefined ? {} : { passage }),
      };
      return ask({
        type: 'tifa:notes/draft',
        draft: {
          key: key(note),
          noteId: note.id,
          note: { ...edited, ...form, tags: [...form.tags] },
          saved: Date.now(),
        },
      });
    },
    dropEdit: (note) => {
      kept.delete(key(note));
      return ask({ type: 'tifa:notes/drop-draft', key: key(note) });
    },
    unfinished: (note) => {
      const draft = drafts().find((one) => one.key === key(note));
      return kept.get(key(note)) ?? (draft === undefined ? undefined : formOf(draft.note));
    },
    tags: async () => {
      const outcome: Outcome<readonly string[]> = await ask({ type: 'tifa:notes/tags' });
      return outcome.ok ? outcome.value : [];
    },
  };
}
