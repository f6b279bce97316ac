import type { Contexts, MatcherEntry, Surroundings } from './dictionary.ts';

/** What may stand around every entry of a shape or class. */
export interface ShapeRule {
  readonly applies: (entry: MatcherEntry) => boolean;
  readonly not?: Surroundings;
  readonly yet?: Contexts;
  readonly only?: Contexts;
}

export const words = (text: string): string[] => text.split(/\s+/u).filter((word) => word !== '');
export const headword = (entry: MatcherEntry): string => entry.patterns[0] ?? '';
export const ends = (entry: MatcherEntry, ending: string): boolean =>
  entry.patterns.some((pattern) => pattern.endsWith(ending));
/** Whether an entry's headword is one of those. */
export const isOne =
  (of: string): ShapeRule['applies'] =>
  (entry) =>
    words(of).includes(headword(entry));
