import type { Language, MessageKey } from '../../../locales/strings.ts';

/** A stretch of the article, in UTF-16 units of its text. */
interface Span {
  readonly start: number;
  readonly end: number;
}

/** What every part of the view is drawn with. */
export interface PageTools {
  readonly language: Language;
  readonly t: (key: MessageKey, ...substitutions: string[]) => string;
  readonly onGo: (span: Span) => void;
  /** To the next place of a term on the page. */
  readonly onTerm: (id: string) => void;
  readonly onOpenTerm: (id: string) => void;
  readonly onOpenSource: (source: string, paragraph: number) => void;
  /** Opens the page's article beside a source. */
  readonly onCompare: (source: string) => void;
}
