import type { Kind, Weight } from './kinds.ts';

/** What a matcher is compiled from: one entry of the knowledge base, patterns unexpanded. */
export interface MatcherEntry {
  readonly id: string;
  readonly kind: Kind;
  readonly weight: Weight;
  /** Patterns by which it is recognised. */
  readonly patterns: readonly string[];
  /** Patterns of rewordings: recognised as the entry, but told apart. */
  readonly adapted?: readonly string[];
  /** Patterns that count as the entry only inside a mention of another: 三中全会 in 二十届二中、三中全会. */
  readonly inside?: readonly { readonly of: string; readonly patterns: readonly string[] }[];
  readonly senses?: readonly SenseCues[];
  readonly not?: Surroundings | undefined;
  readonly yet?: Contexts | undefined;
  /** Where given, the term is meant only beside one of these. */
  readonly only?: Contexts | undefined;
}

/** Strings that may stand right before or right after a mention, or anywhere near it in its sentence. */
export interface Contexts {
  readonly left?: readonly string[] | undefined;
  readonly right?: readonly string[] | undefined;
  readonly near?: readonly string[] | undefined;
}

/** What may stand neither right beside a mention nor a few units away, with no mark between. */
export interface Surroundings extends Contexts {
  readonly before?: readonly string[] | undefined;
  readonly after?: readonly string[] | undefined;
  /** Names of which one is what the sentence speaks of before the mention. */
  readonly foreign?: readonly string[] | undefined;
}

/** One meaning of a form, and the words of a text that speak for it. */
export interface SenseCues {
  readonly id: string;
  readonly cues: readonly string[];
}

/** What folding needs beyond what is built in: the characters that a matcher can meet. */
export interface FoldData {
  /** Which units are folded: how far each is from the one before, as matcher-data.ts writes it. */
  readonly gaps: string;
  /** To what, in the same order. */
  readonly to: string;
  readonly astral: readonly (readonly [point: number, to: string])[];
  readonly splits: readonly (readonly [from: string, to: string, at: number, word: string])[];
}

/** One form by which two entries would be recognised. */
export interface Collision {
  readonly form: string;
  readonly first: string;
  readonly second: string;
}
