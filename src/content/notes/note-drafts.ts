import type { Draft, NewNote, Note } from '../../core/notes/note-edits.ts';
import type { Outcome } from '../../core/notes/note-fault.ts';
import type { DraftPlace } from '../../protocol/notes.ts';
import type { NoteForm } from '../../ui/notes/notes-model.ts';
import { ask } from './ask.ts';

/** The unfinished notes of this page: those that were found, and those that are being written. */
export class NoteDrafts {
  readonly #drafts = new Map<string, Draft>();

  set(drafts: readonly Draft[]): void {
    for (const draft of drafts) {
      const known = this.#drafts.get(draft.key);
      if (known === undefined || known.saved <= draft.saved) this.#drafts.set(draft.key, draft);
    }
  }

  form(key: string): NoteForm | undefined {
    const note = this.#drafts.get(key)?.note;
    return note === undefined ? undefined : { body: note.body, tags: note.tags, colour: note.colour };
  }

  keep(key: string, note: NewNote, noteId?: string): Promise<Outcome<DraftPlace>> {
    const draft: Draft = { key, note, saved: Date.now(), ...(noteId === undefined ? {} : { noteId }) };
    this.#drafts.set(key, draft);
    return ask({ type: 'tifa:notes/draft', draft });
  }

  drop(key: string): Promise<Outcome<true>> {
    this.#drafts.delete(key);
    return ask({ type: 'tifa:notes/drop-draft', key });
  }

  /** It was saved, and went with what was saved. */
  forget(key: string): void {
    this.#drafts.delete(key);
  }
}

/** What an unfinished edit of a note is kept under. */
export function editKey(note: Note): string {
  return `edit:${note.id}`;
}

/** What an unfinished new note is kept under: the same place has the same. */
export function newKey({ target, termId, page, selectors }: NewNote): string {
  switch (target) {
    case 'term':
      return `new:term:${termId ?? ''}`;
    case 'page':
      return `new:page:${page.canonicalUrl}`.slice(0, 1900);
    case 'quote': {
      const quote = selectors.find((selector) => selector.type === 'TextQuoteSelector');
      return `new:quote:${page.canonicalUrl}:${quote?.exact ?? ''}`.slice(0, 1900);
    }
  }
}
