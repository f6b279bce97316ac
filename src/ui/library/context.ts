import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language, MessageKey } from '../../locales/strings.ts';
import type { LibraryData } from './data.ts';
import type { NotesDoor } from './notes/notes-door.ts';

/** What every part of the library needs; handed in, so that tests can draw it without an extension. */
export interface LibraryContext {
  readonly data: LibraryData;
  /** The reader's notes. */
  readonly notes: NotesDoor;
  readonly language: Language;
  readonly t: (key: MessageKey, ...substitutions: string[]) => string;
  /** The day, as 2026-01-31: when a web page is said to have been read. */
  readonly today: string;
  readonly copy: (text: string) => Promise<boolean>;
  readonly download: (name: string, text: string, type: string) => boolean;
}

export const LibraryProvider = createContext<LibraryContext | undefined>(undefined);

export function useLibrary(): LibraryContext {
  const context = useContext(LibraryProvider);
  if (context === undefined) throw new Error('outside of the library');
  return context;
}
