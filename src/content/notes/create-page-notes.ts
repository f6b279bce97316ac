import type { Note } from '../../core/notes/note.ts';
import type { Outcome } from '../../core/notes/note-fault.ts';
import type { SavedEdit } from '../../core/notes/note-edits.ts';
import { readPageText } from '../../dom/page-text.ts';
import { notesToPage } from '../../protocol/notes-to-page.ts';
import { PlaceShower } from '../show-place.ts';
import { answerArticle } from './answer-article.ts';
import { ask } from './ask.ts';
import { NotesOnPage } from './page-notes.ts';
import type { NotesHost, PageNotes } from './notes-link.ts';
import { selectedRange, TakeNotes } from './take-notes.ts';

/** The script of notes, beside its content script. */
export function createPageNotes(host: NotesHost): PageNotes {
  const notes = new NotesOnPage(host);
  const taking = new TakeNotes(host, notes);
  const shower = new PlaceShower();
  const first = notes.refresh();
  answerArticle(() => readPageText(document.documentElement, notes.table), host.signal);

  const go = (id: string): boolean => {
    const note = notes.placed.notes.find((one) => one.id === id);
    const mention =
      note?.target === 'term' ? host.mentions().find((one) => host.idOf(one) === note.termId) : undefined;
    const range = mention?.range ?? notes.placed.rangeOf(id);
    if (range === undefined) return false;
    shower.show(range);
    return true;
  };

  const attach = async (id: string): Promise<Outcome<SavedEdit>> => {
    const note: Note | undefined = notes.placed.notes.find((one) => one.id === id);
    const range = selectedRange();
    const place = range === undefined ? undefined : notes.quotePlace(range);
    if (note === undefined || place === undefined) return { ok: false, fault: 'no-note' };
    const { selectors } = place;
    const page = notes.claim();
    const saved = await ask<SavedEdit>({
      type: 'tifa:notes/update',
      page,
      id,
      changes: { selectors },
      base: note.clock,
    });
    if (saved.ok) await notes.refresh();
    return saved;
  };

  return {
    changed: () => {
      notes.changed();
    },
    refresh: () => void notes.refresh(),
    selected: (toolbar) => {
      taking.selected(toolbar);
    },
    at: (mention, id) => notes.at(mention, id),
    answer(message): unknown {
      const request = notesToPage(message);
      switch (request?.type) {
        case 'tifa:notes-on-page/state':
          return first.then(() => notes.state());
        case 'tifa:notes-on-page/go':
          return go(request.id);
        case 'tifa:notes-on-page/attach':
          return attach(request.id);
        case 'tifa:notes-on-page/take':
          // The notes that are there are listed with the form.
          return first.then(() => {
            if (request.what !== 'page' && taking.takeOnSelection()) return true;
            if (request.what === 'selection') return false;
            if (request.what === 'any' && taking.takeOnTerm()) return true;
            taking.takeOnPage();
            return true;
          });
        case undefined:
          return undefined;
      }
    },
  };
}
