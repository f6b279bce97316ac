/**
 * Passages of a page: the page sends its text once for each change, the worker
 * answers when it is ready. Positions count in the blocks joined by "\n".
 */
import * as v from 'valibot';
import type { NewFormulation, Passage } from '../core/passages/passage.ts';
import type { NotOnPage } from '../core/passages/not-on-page.ts';
import type { SourceLine } from '../core/passages/source-line.ts';

const MOST_BLOCKS = 50_000;

/** Page → worker: compare these blocks of text. Answer: {@link PassagesAnswer}. */
export const PassagesSchema = v.object({
  type: v.literal('tifa:passages'),
  /** The article's readable blocks, in order, none with a line break of its own meaning. */
  blocks: v.pipe(v.array(v.string()), v.maxLength(MOST_BLOCKS)),
  /** Whether the page had more text than is read of one (LONGEST_PAGE). */
  cut: v.boolean(),
});
/** Page → worker: load the script of passages into this frame. Answer: whether it is there. */
export const LoadPassagesSchema = v.object({ type: v.literal('tifa:load-passages') });

export type PassagesRequest = v.InferOutput<typeof PassagesSchema>;

export type PassagesAnswer =
  /** A later request of the same frame has taken the place of this one, or its tab is gone. */
  { readonly state: 'stale' } | PassagesFound;

export interface PassagesFound {
  readonly state: 'done';
  /** Whether only the beginning of the page was read: the interface says so. */
  readonly cut: boolean;
  readonly passages: readonly Passage[];
  readonly notOnPage: NotOnPage;
  readonly newFormulations: readonly NewFormulation[];
  /** Every source that is named in it. */
  readonly sources: readonly SourceLine[];
}
