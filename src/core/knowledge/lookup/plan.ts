import { Contained, type SortedForms } from './contained.ts';
import type { EnglishIndex } from './english-index.ts';
import { Acronym, ContainedWords, MostWords, STANDS_FOR, Words } from './english-probes.ts';
import type { FormStore } from './form-store.ts';
import type { Grams } from './grams.ts';
import { Pattern } from './pattern.ts';
import {
  extraPatterns,
  mendedPatterns,
  patternsOf,
  slippedPatterns,
  wrongPatterns,
  type PlannedPattern,
} from './patterns.ts';
import { tokensOf, type BareText, type Query, type Token } from './query.ts';
import type { Probe } from './result.ts';
import { rewritings } from './rewrite.ts';
import { Shortened } from './shortened.ts';
import { PHRASES } from './synonyms.ts';

/** What probes read, each made when first asked for. */
export interface Indexes {
  readonly store: FormStore;
  readonly grams: Grams;
  readonly sorted: () => SortedForms;
  readonly english: () => EnglishIndex;
}

/**
 * The readings of a query in three stages: as it stands; if that finds little, with
 * slips, synonyms and shortened names; if nothing is found at all, whatever comes near.
 */
export interface Plan {
  readonly asItStands: () => Probe[];
  readonly loosely: () => Probe[];
  readonly atAll: () => Probe[];
}

/** A text longer than this is a selection: only what it contains is looked for. */
const LONGEST_QUERY = 200;
/** Shortened names are not longer than this. */
const LONGEST_SHORTENED = 12;
/** More words are a sentence, which may contain a term but is none. */
const MOST_WORDS = 24;
/** So many readings of a query as English, with compounds joined and split. */
const MOST_WORDINGS = 6;

export function planOf(query: Query, indexes: Indexes): Plan {
  const { text, han, words } = query;
  const { store, grams, sorted } = indexes;
  const english = !han && words.length > 0;
  const short = text.length <= LONGEST_QUERY;
  const others = han ? rewritings(query) : [];
  const tokenLists: (readonly Token[])[] = [query.tokens];
  if (query.withoutTones !== undefined) tokenLists.push(query.withoutTones);
  const patterns = (planned: readonly PlannedPattern[]): Probe[] =>
    planned.map(({ mode, elements }) => new Pattern(store, grams, mode, elements));
  const bareTexts = (): BareText[] => [query, ...others];
  const onlyCharacters = !query.tokens.some((token) => 'run' in token);

  return {
    asItStands: () => {
      const probes: Probe[] = [];
      if (short) {
        probes.push(...patterns(tokenLists.flatMap((tokens) => patternsOf(tokens, 'zh'))));
        probes.push(...patterns(others.flatMap((other) => patternsOf(tokensOf(other), 'rewritten'))));
      }
      if (han && text.length > 2) {
        for (const bare of bareTexts()) probes.push(new Contained(store, sorted, bare.text, bare.breaks));
      }
      if (english && words.length <= MOST_WORDS) probes.push(...englishProbes(words, indexes.english()));
      if (words.length > 1) probes.push(new ContainedWords(indexes.english(), words));
      return probes;
    },
    loosely: () => {
      const probes: Probe[] = [];
      if (short) probes.push(...patterns(tokenLists.flatMap(slippedPatterns)));
      if (han && onlyCharacters && text.length <= LONGEST_SHORTENED) {
        for (const { text: bare } of bareTexts()) {
          if (bare.length > 1) probes.push(new Shortened(store, grams, bare, false));
          if (bare.length > 4) probes.push(...patterns(wrongPatterns(bare)));
        }
      }
      if (english && words.length <= MOST_WORDS) {
        const index = indexes.english();
        for (const wording of wordings(words, index))
          probes.push(new Words(index, meanings(wording, index, true), lastLetters(wording)));
      }
      return probes.filter((probe) => probe.tasks().length > 0);
    },
    atAll: () => {
      const probes: Probe[] = [];
      if (short) probes.push(...patterns(tokenLists.flatMap(mendedPatterns)));
      if (han && onlyCharacters && text.length > 2 && text.length <= 2 * LONGEST_SHORTENED) {
        for (const { text: bare } of bareTexts()) {
          probes.push(new Shortened(store, grams, bare, true));
          if (bare.length === 4) probes.push(...patterns(wrongPatterns(bare)));
          if (bare.length > 4) probes.push(...patterns(extraPatterns(bare)));
        }
      }
      if (english && words.length > 2 && words.length <= MOST_WORDS) {
        const index = indexes.english();
        probes.push(new MostWords(index, meanings(words, index, true)));
      }
      return probes;
    },
  };
}

function englishProbes(words: readonly string[], index: EnglishIndex): Probe[] {
  const probes: Probe[] = [];
  const [only] = words;
  if (words.length === 1 && only !== undefined) {
    if (only.length > 1) probes.push(new Acronym(index, only));
    else return probes;
  }
  for (const wording of wordings(words, index))
    probes.push(new Words(index, meanings(wording, index, false), lastLetters(wording)));
  for (const phrase of rephrased(words)) {
    probes.push(new Words(index, meanings(phrase, index, false), lastLetters(phrase), STANDS_FOR));
  }
  return probes;
}

function lastLetters(words: readonly string[]): number {
  return words.at(-1)?.length ?? 0;
}

function meanings(
  words: readonly string[],
  index: EnglishIndex,
  loosely: boolean,
): ReadonlyMap<number, number>[] {
  return words.map((word, i) => {
    // One letter begins too many words, unless it is what is being typed.
    const begun = word.length > 1 || i === words.length - 1;
    return index.meaning(word, begun, loosely);
  });
}

/** The words, and the same with two joined (cyber security) or one split (bigdata) where that is a word. */
function wordings(words: readonly string[], index: EnglishIndex): (readonly string[])[] {
  const all: (readonly string[])[] = [words];
  words.forEach((word, i) => {
    const next = words[i + 1];
    if (next !== undefined && index.knows(word + next)) {
      all.push([...words.slice(0, i), word + next, ...words.slice(i + 2)]);
    }
    if (word.length < 6 || index.knows(word)) return;
    for (let at = 3; at <= word.length - 3; at++) {
      const head = word.slice(0, at);
      const tail = word.slice(at);
      if (index.knows(head) && index.knows(tail)) {
        all.push([...words.slice(0, i), head, tail, ...words.slice(i + 1)]);
      }
    }
  });
  return all.slice(0, MOST_WORDINGS);
}

/** The words with one phrase or abbreviation written out. */
function rephrased(words: readonly string[]): (readonly string[])[] {
  const text = ` ${words.join(' ')} `;
  const all: (readonly string[])[] = [];
  for (const [from, to] of PHRASES) {
    const at = text.indexOf(` ${from} `);
    if (at < 0) continue;
    const rewritten = `${text.slice(0, at)} ${to} ${text.slice(at + from.length + 2)}`;
    all.push(rewritten.split(' ').filter((word) => word !== ''));
  }
  return all;
}
