import type { FoldData } from './dictionary.ts';

/**
 * Everything a matcher knows, as it is written down: plain data that JSON can carry.
 * Strings are joined rather than listed, and the matcher reads them where they stand:
 * what is taken apart costs time in every page (docs/decisions/0130).
 */
export interface MatcherData {
  /** Left out of what a page carries, which asks for it when somebody does. */
  readonly names?: Names;
  /** By entry, one digit in base 36: index of the kind × number of weights + index of the weight. */
  readonly kinds: string;
  /** All forms, each ended by {@link JOIN}: entry by entry, then those in {@link adapted}, then those in {@link inside}. */
  readonly forms: string;
  /** By entry: how many forms it has. */
  readonly counts: readonly number[];
  /** Pairs: entry, how many forms of rewordings. */
  readonly adapted: readonly number[];
  /** Triples: entry, the entry inside whose mentions alone they count, how many forms. */
  readonly inside: readonly number[];
  /** By entry: which of the {@link rules} it has (ruled.ts). */
  readonly ruled: string;
  /** In the order of {@link ContextRole}: the list of contexts of every rule, each but the last ended by {@link LIST_END} (context-list.ts). */
  readonly rules: readonly string[];
  readonly fold: FoldData;
}

/** What finding terms needs nothing of: what entries are called, and what each may mean. */
export interface Names {
  /** Ids of the entries, joined by {@link JOIN}. */
  readonly ids: string;
  /** Triples: entry, id of a sense, its cues joined by {@link JOIN}. */
  readonly senses: readonly (number | string)[];
}

/** Stands between strings; no form, context or cue has it. */
export const JOIN = '|';

/** Stands between the lists of rules; no context has it. */
export const LIST_END = '_';

/** In {@link FoldData.gaps}: the code of a gap of 0; none is written as a quotation mark or a backslash. */
export const NO_GAP = 0x2f;
/** In {@link FoldData.gaps}: a gap that is only part of one. */
export const FURTHER = 0x5b - NO_GAP;

/** The order of a rule's contexts. */
export const ContextRole = {
  NotLeft: 0,
  NotRight: 1,
  YetLeft: 2,
  YetRight: 3,
  /** Where a rule has any of these two or {@link OnlyNear}, one of them must stand there. */
  OnlyLeft: 4,
  OnlyRight: 5,
  /** Anywhere in the sentence, not far away. */
  NotNear: 6,
  OnlyNear: 7,
  /** A few units before it or after it, in the same breath. */
  NotBefore: 8,
  NotAfter: 9,
  /** What the sentence speaks of before the mention: another country. */
  Foreign: 10,
} as const;
