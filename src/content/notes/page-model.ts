import type { NewNote, Note } from '../../core/notes/note-edits.ts';
import type { Outcome } from '../../core/notes/note-fault.ts';
import type { PageClaim } from '../../protocol/notes.ts';
import {
  EMPTY_FORM,
  type ListedNote,
  type NoteEdits,
  type NoteForm,
  type NotesModel,
} from '../../ui/notes/notes-model.ts';
import { inPrivateWindow } from '../../platform/content-api.ts';
import { ask } from './ask.ts';
import { editKey, newKey, type NoteDrafts } from './note-drafts.ts';

/** What a model needs to know of the page. */
export interface ModelPage {
  readonly drafts: NoteDrafts;
  claim(): PageClaim;
  /** Notes were written here: everything that shows them must hear of it. */
  written(): void;
  /** Sees to it that the unfinished notes of the page as it is now become known. */
  wanted(): void;
  readonly subscribe: (listener: () => void) => () => void;
}

/** What the reader does to notes on this page, as messages to the worker. */
function pageEdits(page: ModelPage): NoteEdits {
  const { drafts } = page;
  const told = async <T>(asked: Promise<Outcome<T>>): Promise<Outcome<T>> => {
    const outcome = await asked;
    if (outcome.ok) page.written();
    return outcome;
  };
  return {
    update: async (note, changes, base) => {
      const draft = editKey(note);
      const request = {
        type: 'tifa:notes/update' as const,
        page: page.claim(),
        id: note.id,
        changes,
        base,
        draft,
      };
      const outcome = await told(ask<never>(request));
      if (outcome.ok) drafts.forget(draft);
      return outcome;
    },
    remove: (id) => told(ask({ type: 'tifa:notes/remove', page: page.claim(), ids: [id] })),
    undo: (undo) => told(ask({ type: 'tifa:notes/undo', undo })),
    keepEdit: (note, form) => drafts.keep(editKey(note), { ...asNew(note), ...formOf(form) }, note.id),
    dropEdit: (note) => drafts.drop(editKey(note)),
    unfinished: (note) => drafts.form(editKey(note)),
    tags: async () => {
      const outcome = await ask<readonly string[]>({ type: 'tifa:notes/tags' });
      return outcome.ok ? outcome.value : [];
    },
  };
}

/** The notes of one place on this page. */
export function pageModel(
  page: ModelPage,
  list: () => readonly ListedNote[],
  empty: () => Omit<NewNote, keyof NoteForm>,
): NotesModel {
  const { drafts } = page;
  const written = (form: NoteForm): NewNote => ({ ...empty(), ...formOf(form) });
  const blank = (): NewNote => written(EMPTY_FORM);
  return {
    ...pageEdits(page),
    list,
    isPrivate: inPrivateWindow(),
    subscribe: page.subscribe,
    create: async (form) => {
      const note = written(form);
      const draft = drafts.key(note);
      const outcome = await ask<Note>({ type: 'tifa:notes/create', note, draft });
      if (outcome.ok) {
        drafts.forget(draft);
        page.written();
      }
      return outcome;
    },
    keepNew: (form) => {
      const note = written(form);
      return drafts.keep(drafts.key(note), note);
    },
    dropNew: () => drafts.drop(drafts.key(blank())),
    unfinishedNew: () => drafts.form(newKey(blank())),
    lateNew: () => {
      const note = blank();
      if (drafts.knows(note)) return undefined;
      page.wanted();
      return drafts.found(note);
    },
  };
}

function formOf({ body, tags, colour }: NoteForm): Pick<NewNote, 'body' | 'tags' | 'colour'> {
  return { body, tags: [...tags], colour };
}

function asNew({ target, termId, passage, page, selectors }: Note): Omit<NewNote, keyof NoteForm> {
  return {
    target,
    page,
    selectors,
    ...(termId === undefined ? {} : { termId }),
    ...(passage === undefined ? {} : { passage }),
  };
}
