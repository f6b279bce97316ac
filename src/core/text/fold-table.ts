import type { FoldUnits } from './fold-units.ts';

/**
 * Values of {@link FoldTable.units} that are not a character to write but an
 * instruction. They lie in the private use area; private use characters of a
 * text fold to U+FFFD and so cannot be taken for one.
 */
export const Special = {
  /** Leaves no trace. */
  Drop: 0xe000,
  /** White space that wraps a line. */
  LineBreak: 0xe001,
  /** White space that may stand between segmented words. */
  WordSpace: 0xe002,
  /** White space that ends a clause (U+3000). */
  ClauseSpace: 0xe003,
  /** A dash; a run of them is one. */
  Dash: 0xe004,
  /** The first half of a surrogate pair. */
  HighSurrogate: 0xe005,
  /** Folds in most words, stays in some: see {@link FoldTable.splits}. */
  Split: 0xe006,
  /** An opening bracket, which may hold the reading of the character before it: see {@link readingEnd}. */
  Bracket: 0xe007,
  /** One past the last instruction. */
  End: 0xe008,
} as const;

/** How one split character folds. */
export interface SplitRule {
  /** The unit it folds to. */
  readonly to: number;
  /** The words in which it stays, each with the character's place in it. */
  readonly stays: readonly { readonly word: string; readonly at: number }[];
}

/** What folding does to each UTF-16 unit. */
export interface FoldTable {
  /** By unit: 0 = stays, a {@link Special}, or the unit it folds to. */
  readonly units: FoldUnits;
  /** By code point beyond the BMP: what it folds to (one or two units). */
  readonly astral: ReadonlyMap<number, string>;
  /** By unit, for units marked {@link Special.Split}. */
  readonly splits: ReadonlyMap<number, SplitRule>;
}
