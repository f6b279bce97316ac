import type { Draft, NewNote, Note } from '../../core/notes/note-edits.ts';
import type { Outcome } from '../../core/notes/note-fault.ts';
import type { DraftPlace } from '../../protocol/notes.ts';
import { joinForms } from '../../ui/notes/join-forms.ts';
import type { NoteForm } from '../../ui/notes/notes-model.ts';
import { ask } from './ask.ts';

/** What a draft's key begins with that was typed before it was known whether there was one already. */
const EARLY = /^early:[0-9a-z]+:/u;

/**
 * The unfinished notes of this page: those that were found, and those that are being written.
 *
 * A form can be open before the worker has said what there is. Until it has, what is typed is
 * kept under a key of its own, so that it replaces nothing.
 */
export class NoteDrafts {
  readonly #drafts = new Map<string, Draft>();
  readonly #early = `early:${Math.random().toString(36).slice(2)}:`;
  /** The pages and terms whose drafts are known. */
  readonly #pages = new Set<string>();
  readonly #terms = new Set<string>();
  readonly #waiting = new Set<() => void>();

  /** Takes in all that there is of a page and of some terms. */
  set(drafts: readonly Draft[], canonicalUrl: string, termIds: readonly string[]): void {
    for (const draft of drafts) {
      const known = this.#drafts.get(draft.key);
      if (known === undefined || known.saved <= draft.saved) this.#drafts.set(draft.key, draft);
    }
    this.#pages.add(canonicalUrl);
    for (const id of termIds) this.#terms.add(id);
    for (const look of this.#waiting) look();
  }

  /** Whether it is known what there is of a new note's place. */
  knows({ target, termId, page }: NewNote): boolean {
    return target === 'term' ? this.#terms.has(termId ?? '') : this.#pages.has(page.canonicalUrl);
  }

  /** What was there before this page was loaded, once that is known. */
  found(note: NewNote): Promise<NoteForm | undefined> {
    const key = newKey(note);
    return new Promise((resolve) => {
      const look = (): void => {
        if (!this.knows(note)) return;
        this.#waiting.delete(look);
        resolve(this.form(key, false));
      };
      this.#waiting.add(look);
      look();
    });
  }

  /** @param own with what was typed here before it was known what there was */
  form(key: string, own = true): NoteForm | undefined {
    const forms = [key, ...this.#earlyKeys(key)]
      .filter((one) => own || one !== this.#early + key)
      .flatMap((one) => this.#drafts.get(one) ?? [])
      .sort((a, b) => a.saved - b.saved)
      .map(({ note: { body, tags, colour } }): NoteForm => ({ body, tags, colour }));
    return forms.length === 0 ? undefined : forms.reduce(joinForms);
  }

  /** The key that a new note's draft is kept under now. */
  key(note: NewNote): string {
    return this.knows(note) ? newKey(note) : this.#early + newKey(note);
  }

  async keep(key: string, note: NewNote, noteId?: string): Promise<Outcome<DraftPlace>> {
    const draft: Draft = { key, note, saved: Date.now(), ...(noteId === undefined ? {} : { noteId }) };
    this.#drafts.set(key, draft);
    const kept = await ask<DraftPlace>({ type: 'tifa:notes/draft', draft });
    if (kept.ok) this.#dropEarly(key);
    return kept;
  }

  drop(key: string): Promise<Outcome<true>> {
    this.#dropEarly(key);
    return this.#drop(key);
  }

  /** It was saved, and went with what was saved. */
  forget(key: string): void {
    this.#drafts.delete(key);
    this.#dropEarly(key);
  }

  /** What the draft of this key has in it by now. */
  #dropEarly(key: string): void {
    for (const early of this.#earlyKeys(key)) void this.#drop(early);
  }

  #drop(key: string): Promise<Outcome<true>> {
    this.#drafts.delete(key);
    return ask({ type: 'tifa:notes/drop-draft', key });
  }

  #earlyKeys(key: string): string[] {
    return [...this.#drafts.keys()].filter((one) => one !== key && one.replace(EARLY, '') === key);
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
