/** Which section of a compiled matcher holds what. Changing it changes the version. */

export const MATCHER_VERSION = 2;

export const SectionIndex = {
  /** Pairs: folded unit, code. */
  Alphabet: 0,
  Base: 1,
  Check: 2,
  Fail: 3,
  Output: 4,
  Link: 5,
  /** By pattern: the length in folded units of what the automaton knows of it. */
  PatternLength: 6,
  /** By pattern: the index of its entry. */
  PatternEntry: 7,
  /** By pattern: {@link PatternFlag}. */
  PatternFlags: 8,
  /** By entry: index into KINDS. */
  EntryKind: 9,
  /** By entry: index into WEIGHTS. */
  EntryWeight: 10,
  /** All ids in order, each ended by {@link END}; they are ASCII. */
  EntryIds: 11,
  /** By entry: where its rules begin in {@link RuleRefs}; one more than there are entries. */
  RuleStarts: 12,
  /** By rule and {@link ContextRole}, six pairs each: offset, length in the pool of the contexts joined by {@link END}. */
  Contexts: 13,
  /** Pairs: unit, what it folds to, but for what is the same everywhere (fold-structure.ts). */
  FoldUnits: 14,
  /** Triples: code point, offset, length in the pool. */
  FoldAstral: 15,
  /** Fives: unit, what it folds to, its place in the word, offset, length in the pool. */
  FoldSplits: 16,
  /** UTF-16 units of all strings. */
  Pool: 17,
  /** By pattern: length of its tail. */
  TailLength: 18,
  /** Codes of the tails, one after another. */
  Tails: 19,
  /** Indices of rules, entry after entry. */
  RuleRefs: 20,
  /** Pairs: a pattern, and the entry inside whose mentions alone it counts. */
  PatternWithin: 21,
  /** Fives: entry, offset and length in the pool of a sense's id, and of its cues joined by {@link END}. */
  Senses: 22,
} as const;

/**
 * The automaton knows this many units of a pattern. The rest, its tail, is compared
 * where they were found: most of a long formulation is a single path, for which a
 * state a unit would be ten times the bytes.
 */
export const HEAD = 4;

export const PatternFlag = {
  /** A rewording of a member, not the formulation itself. */
  Adapted: 1,
  /** The next pattern has the same head. */
  SameHeadFollows: 2,
  /** Counts only inside a mention of another entry. */
  Inside: 4,
  /** Longer than the headword, and so meant wherever it stands: no {@link ContextRole} of the kind “only” applies. */
  Plain: 8,
} as const;

/** Ends a string where several are joined. */
export const END = 0;

/** The order of a rule's contexts; those on the left are even. */
export const ContextRole = {
  NotLeft: 0,
  NotRight: 1,
  YetLeft: 2,
  YetRight: 3,
  /** Where a rule has any of these two, one of them must stand there. */
  OnlyLeft: 4,
  OnlyRight: 5,
} as const;
