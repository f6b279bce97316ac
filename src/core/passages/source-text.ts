import type { Source } from '../knowledge/source.ts';
import type { SourceText } from './source-index.ts';

/** What the passage index needs of a source; a newspaper's own summary (■) is a repetition. */
export function sourceTextOf({ id, published, text, paragraphs }: Source): SourceText {
  return {
    id,
    published,
    text,
    repeats: paragraphs
      .filter(({ role }) => role === 'summary')
      .map((summary) => ({ start: summary.start, end: summary.start + summary.text.length })),
  };
}
