import type { WordEdit } from '../../core/anchor/resolve.ts';
import type { Note, NoteChanges, NoteColour, SavedEdit } from '../../core/notes/note-edits.ts';
import type { Outcome } from '../../core/notes/note-fault.ts';
import type { DoneAnswer, DraftPlace, UndoneAnswer } from '../../protocol/notes.ts';

/** What the reader writes. */
export interface NoteForm {
  readonly body: string;
  readonly tags: readonly string[];
  readonly colour: NoteColour;
}

export const EMPTY_FORM: NoteForm = { body: '', tags: [], colour: 'yellow' };

/** A note in a list. */
export interface ListedNote {
  readonly note: Note;
  readonly diff?: readonly WordEdit[];
}

/** What is done to notes that are there. */
export interface NoteEdits {
  readonly update: (note: Note, changes: NoteChanges, base: Note['clock']) => Promise<Outcome<SavedEdit>>;
  readonly remove: (id: string) => Promise<Outcome<DoneAnswer>>;
  readonly undo: (undo: string) => Promise<Outcome<UndoneAnswer>>;
  /** Keeps what is typed into a note so far. */
  readonly keepEdit: (note: Note, form: NoteForm) => Promise<Outcome<DraftPlace>>;
  readonly dropEdit: (note: Note) => Promise<unknown>;
  /** What was typed into a note and not saved. */
  readonly unfinished: (note: Note) => NoteForm | undefined;
  /** Every tag in use. */
  readonly tags: () => Promise<readonly string[]>;
}

/** The notes of one place, as a list of them and a form for one more use them. */
export interface NotesModel extends NoteEdits {
  readonly list: () => readonly ListedNote[];
  /** Calls back when the list may have changed, until the function returned is called. */
  readonly subscribe: (listener: () => void) => () => void;
  readonly create: (form: NoteForm) => Promise<Outcome<Note>>;
  readonly keepNew: (form: NoteForm) => Promise<Outcome<DraftPlace>>;
  readonly dropNew: () => Promise<unknown>;
  /** Whether the window is a private one: the note outlives it, which the reader may not expect. */
  readonly isPrivate?: boolean;
  /** What was typed for a new note here and not saved. */
  readonly unfinishedNew: () => NoteForm | undefined;
  /** Where that is not known yet: what was there before, once it is. Asked for when a form is opened. */
  readonly lateNew?: () => Promise<NoteForm | undefined> | undefined;
}
