import type { NoteColour } from '../notes/note.ts';

/** What is looked for of a note. */
export interface IndexedNote {
  readonly id: string;
  /** Everything that is searched, joined by "\n" and folded. */
  readonly folded: string;
  readonly target: 'term' | 'quote' | 'page';
  readonly termId?: string;
  readonly tags: readonly string[];
  readonly colour: NoteColour;
  readonly site: string;
  /** The canonical address of its page. */
  readonly page: string;
  /** The fingerprint of the page's article; empty where there is none. */
  readonly article: string;
  readonly title: string;
  /** Where on the page it is, in units from its beginning; below 0 of a note on the page as a whole. */
  readonly place: number;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly modified: number;
}
