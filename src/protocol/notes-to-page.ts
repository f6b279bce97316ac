/**
 * Messages about notes to a page's script, from the worker and the panel; checked by
 * hand, since the script must not carry the schema library.
 */
import type { WordEdit } from '../core/anchor/resolve.ts';
import type { NotePage } from '../core/notes/note.ts';
import type { SightState } from '../core/notes/sighting.ts';
import { typeOf } from './type-of.ts';

export type NotesToPage =
  /** Where are this page's notes? Answer: {@link PageNotesState}. */
  | { readonly type: 'tifa:notes-on-page/state' }
  /** Scroll to a note's words. Answer: whether they are there. */
  | { readonly type: 'tifa:notes-on-page/go'; readonly id: string }
  /** Attach a note to what is selected. Answer: Outcome of a SavedEdit; fault no-note where nothing is. */
  | { readonly type: 'tifa:notes-on-page/attach'; readonly id: string }
  /** Take a note: on what is selected, on the term stepped to, or on the page. Answer: true. */
  | { readonly type: 'tifa:notes-on-page/take'; readonly what: 'any' | 'selection' | 'page' };

/** What has become of one note's words on the page. */
export interface PlacedState {
  readonly id: string;
  readonly state: SightState;
  /** Where it stands in the text, in UTF-16 units; of a term its first mention; -1 where it is gone. */
  readonly at: number;
  /** How changed words differ. */
  readonly diff?: readonly WordEdit[];
}

export interface PageNotesState {
  readonly page: NotePage;
  /** Ids of the terms on the page. */
  readonly termIds: readonly string[];
  /** False until the page has been quiet for long enough to say that something is gone. */
  readonly decided: boolean;
  readonly places: readonly PlacedState[];
  /** Whether something is selected that a note could be on. */
  readonly selection: boolean;
}

/** Whether a message is one of these by its type, whatever else is in it. */
export function isAboutNotesOnPage(message: unknown): boolean {
  return typeOf(message).startsWith('tifa:notes-on-page/');
}

/** The message if it is one of these. */
export function notesToPage(message: unknown): NotesToPage | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  switch (message.type) {
    case 'tifa:notes-on-page/state':
      return { type: message.type };
    case 'tifa:notes-on-page/go':
    case 'tifa:notes-on-page/attach':
      if (!('id' in message) || typeof message.id !== 'string') return undefined;
      return { type: message.type, id: message.id };
    case 'tifa:notes-on-page/take':
      if (!('what' in message)) return undefined;
      return message.what === 'any' || message.what === 'selection' || message.what === 'page'
        ? { type: message.type, what: message.what }
        : undefined;
    default:
      return undefined;
  }
}
