import type { Draft, NewNote } from '../../core/notes/note-edits.ts';
import type { NoteFault } from '../../core/notes/note-fault.ts';
import type { PageNotesState, PlacedState } from '../../protocol/notes-to-page.ts';
import type { ListedNote, NoteForm } from '../notes/notes-model.ts';

/** A note in the panel, and where it is on the page. */
export interface PanelNote extends ListedNote {
  readonly place: PlacedState;
}

/** Everything of a note but what the reader writes. */
export type NotePlace = Omit<NewNote, keyof NoteForm>;

/** What the panel knows of the tab's notes. */
export interface PanelState {
  readonly page: PageNotesState;
  /** In reading order: those on the page first, then where they stand. */
  readonly here: readonly PanelNote[];
  readonly gone: readonly PanelNote[];
  /** Unfinished new notes, of which no note is there yet. */
  readonly drafts: readonly Draft[];
}

export type Loaded =
  | { readonly type: 'not-read' }
  | { readonly type: 'fault'; readonly fault: NoteFault }
  | ({ readonly type: 'state' } & PanelState);
