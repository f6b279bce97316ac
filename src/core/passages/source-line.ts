import type { Source } from '../knowledge/source.ts';

/** What is said of a source that a page shares wording with. */
export interface SourceLine {
  readonly id: string;
  readonly title: string;
  readonly publisher: string;
  /** As precise as it is known: 2023-08 or 2023-07-15. */
  readonly published: string;
  /** Where its paragraphs begin, in units of the clean text. */
  readonly starts: readonly number[];
}

export function sourceLine({ id, title, publisher, published, paragraphs }: Source): SourceLine {
  return { id, title, publisher, published, starts: paragraphs.map(({ start }) => start) };
}

/** The paragraph, from 1, that a unit of a source lies in. */
export function paragraphAt({ starts }: Pick<SourceLine, 'starts'>, unit: number): number {
  let paragraph = 1;
  while (paragraph < starts.length && starts[paragraph]! <= unit) paragraph++;
  return paragraph;
}
