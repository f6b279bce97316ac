import type { NewNote } from '../../core/notes/note-edits.ts';
import { browser } from '../../platform/browser.ts';
import type { NotesOfPage } from '../../protocol/notes.ts';
import type { NotesToPage, PageNotesState } from '../../protocol/notes-to-page.ts';
import type { Loaded, PanelNote } from './panel-state.ts';
import type { NoteEdits, NoteForm, NotesModel } from '../notes/notes-model.ts';
import { askWorker } from '../notes/ask-worker.ts';

/** Asks a tab's page; undefined where Tifa does not read it. */
export async function askPage<T>(tabId: number, request: NotesToPage): Promise<T | undefined> {
  try {
    const answer: unknown = await browser.tabs.sendMessage(tabId, request, { frameId: 0 });
    return (answer ?? undefined) as T | undefined;
  } catch {
    return undefined;
  }
}

export async function loadPanel(tabId: number): Promise<Loaded> {
  const page = await askPage<PageNotesState>(tabId, { type: 'tifa:notes-on-page/state' });
  if (page === undefined) return { type: 'not-read' };
  const outcome = await askWorker<NotesOfPage>({
    type: 'tifa:notes/of-page',
    page: page.page,
    termIds: [...page.termIds],
  });
  if (!outcome.ok) return { type: 'fault', fault: outcome.fault };
  const { notes, drafts } = outcome.value;
  const places = new Map(page.places.map((place) => [place.id, place]));
  const listed = notes.map((note): PanelNote => {
    // The page has not heard of this one yet.
    const place = places.get(note.id) ?? {
      id: note.id,
      state: 'exact',
      at: note.target === 'page' ? 0 : Infinity,
    };
    return place.diff === undefined ? { note, place } : { note, place, diff: place.diff };
  });
  return {
    type: 'state',
    page,
    here: listed.filter(({ place }) => place.state !== 'gone').sort(inReadingOrder),
    gone: listed
      .filter(({ place }) => place.state === 'gone')
      .sort((a, b) => a.note.created - b.note.created),
    drafts: drafts.filter(({ noteId }) => noteId === undefined),
  };
}

function inReadingOrder(a: PanelNote, b: PanelNote): number {
  const rank = ({ note }: PanelNote): number => (note.target === 'page' ? 0 : 1);
  return rank(a) - rank(b) || a.place.at - b.place.at || a.note.created - b.note.created;
}

/** A form for a new note of the panel, or for one that was begun elsewhere. */
export function panelForm(
  edits: NoteEdits,
  key: string,
  place: Omit<NewNote, keyof NoteForm>,
  found: NoteForm | undefined,
): NotesModel {
  let kept = found;
  const written = (form: NoteForm): NewNote => ({ ...place, ...form, tags: [...form.tags] });
  return {
    ...edits,
    list: () => [],
    isPrivate: browser.extension.inIncognitoContext === true,
    subscribe: () => () => undefined,
    create: (form) => askWorker({ type: 'tifa:notes/create', note: written(form), draft: key }),
    keepNew: (form) => {
      kept = form;
      return askWorker({ type: 'tifa:notes/draft', draft: { key, note: written(form), saved: Date.now() } });
    },
    dropNew: () => askWorker({ type: 'tifa:notes/drop-draft', key }),
    unfinishedNew: () => kept,
  };
}
