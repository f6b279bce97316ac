import type { NotesRequest } from '../../../protocol/notes.ts';
import type { Outcome } from '../../../core/notes/note-fault.ts';
import type { NoteFiles } from './files/note-files.ts';

/** How the library comes to the reader's notes; handed in, so that tests can draw it without an extension. */
export interface NotesDoor {
  readonly ask: <T>(request: NotesRequest) => Promise<Outcome<T>>;
  /** Calls back when notes may have changed, here or elsewhere, until the function returned is called. */
  readonly onChanged: (listener: () => void) => () => void;
  /** Reads and writes files of notes off the page's thread. */
  readonly files: () => NoteFiles;
  /** Offers a file; false where the browser knows no such thing. */
  readonly save: (name: string, file: Blob) => boolean;
  /** When everything was last exported as a backup, in milliseconds since 1970. */
  readonly lastBackup: () => Promise<number | undefined>;
  readonly backedUp: (at: number) => void;
}
