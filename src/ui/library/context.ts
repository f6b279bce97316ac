import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language, MessageKey } from '../../locales/strings.ts';
import type { SideBySide } from '../../core/passages/side-by-side.ts';
import type { ArticleText } from '../../protocol/article.ts';
import type { LibraryData } from './data.ts';

/** What every part of the library needs; handed in, so that tests can draw it without an extension. */
export interface LibraryContext {
  readonly data: LibraryData;
  readonly language: Language;
  readonly t: (key: MessageKey, ...substitutions: string[]) => string;
  /** The day, as 2026-01-31: when a web page is said to have been read. */
  readonly today: string;
  readonly copy: (text: string) => Promise<boolean>;
  /** Compares two texts off the page's thread; rejects where it fails or `signal` aborts. */
  readonly compare: (
    texts: { readonly first: string; readonly second: string },
    signal: AbortSignal,
  ) => Promise<SideBySide>;
  /** The text of a tab's article; undefined where it is not to be had. */
  readonly articleOfTab: (tab: number) => Promise<ArticleText | undefined>;
  readonly print: () => void;
  readonly download: (name: string, text: string, type: string) => boolean;
}

export const LibraryProvider = createContext<LibraryContext | undefined>(undefined);

export function useLibrary(): LibraryContext {
  const context = useContext(LibraryProvider);
  if (context === undefined) throw new Error('outside of the library');
  return context;
}
