import type { Kind } from '../../match/kinds.ts';

/** By what a term was found, the strongest claim first. */
export const MATCHED_BY = ['zh', 'variant', 'en', 'pinyin', 'initials'] as const;

export type MatchedBy = (typeof MATCHED_BY)[number];

export interface LookupResult {
  readonly id: string;
  readonly kind: Kind;
  readonly zh: string;
  readonly pinyin: string;
  readonly en: string;
  readonly matched: MatchedBy;
  /** Between 0 and 1; 1 is the headword itself. */
  readonly score: number;
}

/**
 * How well an entry answers a query, as one number to compare by: eight times the
 * score in thousandths, plus a rank of what it was found by. 0 = not at all.
 */
export type Value = number;

export function valueOf(score: number, by: MatchedBy): Value {
  return score * 8 + (7 - MATCHED_BY.indexOf(by));
}

/** The score in thousandths. */
export function scoreOf(value: Value): number {
  return value >>> 3;
}

export function matchedBy(value: Value): MatchedBy {
  return MATCHED_BY[7 - (value & 7)] ?? 'zh';
}

/**
 * One way of reading the query. Entries are numbered in the order in which equals
 * are listed: shorter before longer, core before common, then by id.
 */
export interface Probe {
  /** How well the entry answers this reading of the query: the one predicate, indexed or not. */
  value(entry: number): Value;
  /** Where to look for entries; together the tasks reach every entry that has a value. */
  tasks(): Task[];
}

/** Entries among which those are that score as much as this. */
export interface Task {
  /** No entry that only this task reaches scores more, in thousandths. */
  readonly score: number;
  /** Each ascending. Entries may be in them that do not answer the query. */
  readonly lists: readonly Uint32Array[];
  /**
   * All entries that the probe gives a value, and few others, ascending: dearer to
   * make than the lists, and sooner gone through where those are long.
   */
  readonly narrowed?: () => Uint32Array;
}
