import type { CARD } from '../../locales/card.ts';
import type { PASSAGES } from '../../locales/passages.ts';
import type { NotesKey } from '../../locales/notes.ts';
import type { Language } from '../../locales/strings.ts';

export type { Language };

/** Messages of the card, with the notes in it, and of result lists. */
export type CardKey = keyof typeof CARD | NotesKey | keyof typeof PASSAGES;

/**
 * Gives a string of the interface. It is handed in, because components are drawn
 * in pages, in the extension's own documents and in tests, and only two of these
 * have the browser's.
 */
export type Translate = (key: CardKey, ...substitutions: string[]) => string;
