import { englishWords, isOneEditAway, isOneSwapAway, stemOf } from './english-text.ts';
import { keyOf, Postings } from './postings.ts';
import { WORD_GROUPS } from './synonyms.ts';

/** How a word of the query fits a word of an entry, the best last. */
export const Fit = { None: 0, Slip: 1, Synonym: 2, Begun: 3, Stem: 4, Same: 5 } as const;

/** Where in an entry's English a word stands. */
export const WordPlace = { Only: 0, First: 1, Any: 2, FirstStem: 3 } as const;
export type WordPlace = (typeof WordPlace)[keyof typeof WordPlace];

/** The words of the vocabulary that a word of a query may mean, each with how it fits. */
export type Meaning = ReadonlyMap<number, number>;

/** Words shorter than this are not searched for slips. */
const SHORTEST_SLIP = 5;
/** Of words this short only swapped letters are a slip: other edits make too many other words. */
const SHORTEST_SWAP = 4;

/** The English of all entries as words, and where each word occurs. */
export class EnglishIndex {
  /** Entry e has words wordsAt[e] … wordsAt[e + 1] - 1. */
  readonly wordsAt: Uint32Array;
  readonly words: Uint32Array;
  /** By entry: how many of its words stand outside brackets. */
  readonly mainWords: Uint16Array;
  /** By word number: the number of its stem. */
  readonly stems: Uint32Array;
  /** By entry: letters of its English outside brackets. */
  readonly letters: Uint16Array;
  readonly #vocabulary: readonly string[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #stemNumbers = new Map<string, number>();
  readonly #wordsOfStem: number[][] = [];
  /** Word numbers in alphabetical order. */
  readonly #sorted: readonly number[];
  readonly #synonyms = new Map<number, Set<number>>();
  readonly #postings: Postings;
  readonly #acronyms = new Map<string, number[]>();

  /** Linear in the words of all entries; the vocabulary is sorted. */
  constructor(english: readonly string[]) {
    const wordsAt = new Uint32Array(english.length + 1);
    const mainWords = new Uint16Array(english.length);
    const letters = new Uint16Array(english.length);
    const all: number[] = [];
    const numbers = new Map<string, number>();
    const vocabulary: string[] = [];
    const pieces = new Map<string, readonly number[]>();
    const numbersOf = (text: string): readonly number[] => {
      let known = pieces.get(text);
      if (known === undefined) {
        known = englishWords(text).map((word) => {
          let number = numbers.get(word);
          if (number === undefined) {
            number = vocabulary.push(word) - 1;
            numbers.set(word, number);
          }
          return number;
        });
        pieces.set(text, known);
      }
      return known;
    };
    english.forEach((text, entry) => {
      const main = text.replace(/\([^)]*\)/gu, ' ');
      for (const part of [main, text.length === main.length ? '' : bracketed(text)]) {
        for (const piece of part.split(/\s+/u)) for (const number of numbersOf(piece)) all.push(number);
        if (part === main) mainWords[entry] = all.length - (wordsAt[entry] ?? 0);
      }
      letters[entry] = main.length;
      wordsAt[entry + 1] = all.length;
      for (const acronym of acronymsOf(text)) {
        const known = this.#acronyms.get(acronym);
        if (known === undefined) this.#acronyms.set(acronym, [entry]);
        else if (known.at(-1) !== entry) known.push(entry);
      }
    });
    this.wordsAt = wordsAt;
    this.words = Uint32Array.from(all);
    this.mainWords = mainWords;
    this.letters = letters;
    this.#vocabulary = vocabulary;
    this.#numbers = numbers;
    this.stems = Uint32Array.from(vocabulary, (word, number) => {
      const stem = this.#numberOfStem(stemOf(word));
      this.#wordsOfStem[stem]?.push(number);
      return stem;
    });
    this.#sorted = vocabulary
      .map((_, number) => number)
      .sort((a, b) => ((vocabulary[a] ?? '') < (vocabulary[b] ?? '') ? -1 : 1));
    for (const group of WORD_GROUPS) {
      const stems = new Set(group.split(' ').map((word) => this.#numberOfStem(stemOf(word))));
      for (const stem of stems) {
        const known = this.#synonyms.get(stem) ?? new Set<number>();
        for (const other of stems) if (other !== stem) known.add(other);
        this.#synonyms.set(stem, known);
      }
    }
    const bits = Math.min(18, Math.max(8, Math.ceil(Math.log2(vocabulary.length * 4 + 1))));
    this.#postings = new Postings(bits, (add) => {
      for (let entry = 0; entry < english.length; entry++) {
        const start = wordsAt[entry] ?? 0;
        const end = wordsAt[entry + 1] ?? 0;
        for (let at = start; at < end; at++) {
          const word = all[at] ?? 0;
          add(keyOf(WordPlace.Any, word), entry);
          if (at > start) continue;
          add(keyOf(WordPlace.First, word), entry);
          add(keyOf(WordPlace.FirstStem, this.stems[word] ?? 0), entry);
          if (mainWords[entry] === 1) add(keyOf(WordPlace.Only, word), entry);
        }
      }
    });
  }

  /** The entries in which the word (or stem) stands there, and perhaps some others. */
  find(place: WordPlace, number: number): Uint32Array {
    return this.#postings.get(keyOf(place, number));
  }

  /** The entries whose name is shortened so (CAC, MIIT), ascending. */
  acronym(text: string): readonly number[] {
    return this.#acronyms.get(text) ?? [];
  }

  /** Letters of a word of the vocabulary. */
  lengthOf(number: number): number {
    return this.#vocabulary[number]?.length ?? 0;
  }

  knows(word: string): boolean {
    return this.#numbers.has(word);
  }

  /** The number of a word's stem, if any entry has a form of it. */
  stem(word: string): number | undefined {
    return this.#stemNumbers.get(stemOf(word));
  }

  /**
   * The words that one of the query may mean.
   * @param begun whether it may be the beginning of a longer word
   * @param loosely whether synonyms and, for a word that is unknown otherwise,
   * words one slip away count. O(vocabulary) then, O(log vocabulary) else.
   */
  meaning(word: string, begun: boolean, loosely: boolean): Meaning {
    const meaning = new Map<number, number>();
    const stem = this.stem(word);
    if (loosely && stem !== undefined) {
      for (const other of this.#synonyms.get(stem) ?? []) {
        for (const number of this.#wordsOfStem[other] ?? []) meaning.set(number, Fit.Synonym);
      }
    }
    if (begun) {
      let at = this.#lowerBound(word);
      for (; at < this.#sorted.length; at++) {
        const number = this.#sorted[at] ?? 0;
        if (this.#vocabulary[number]?.startsWith(word) !== true) break;
        meaning.set(number, Fit.Begun);
      }
    }
    const same = this.#numbers.get(word);
    const forms = stem === undefined ? [] : (this.#wordsOfStem[stem] ?? []);
    for (const number of forms) meaning.set(number, Fit.Stem);
    if (same !== undefined) meaning.set(same, Fit.Same);
    if (loosely && forms.length === 0 && word.length >= SHORTEST_SWAP) {
      const swapsOnly = word.length < SHORTEST_SLIP;
      this.#vocabulary.forEach((known, number) => {
        if (meaning.has(number) || (swapsOnly && known.length !== word.length)) return;
        if (known.length < SHORTEST_SWAP) return;
        if (swapsOnly ? isOneSwapAway(word, known) : isOneEditAway(word, known))
          meaning.set(number, Fit.Slip);
      });
    }
    return meaning;
  }

  #lowerBound(word: string): number {
    let low = 0;
    let high = this.#sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#vocabulary[this.#sorted[middle] ?? 0] ?? '') < word) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  #numberOfStem(stem: string): number {
    let number = this.#stemNumbers.get(stem);
    if (number === undefined) {
      number = this.#stemNumbers.size;
      this.#stemNumbers.set(stem, number);
      this.#wordsOfStem.push([]);
    }
    return number;
  }
}

function bracketed(text: string): string {
  return (text.match(/\([^)]*\)/gu) ?? []).join(' ');
}

/** The short forms of a name: in brackets after it, or the first letters of its capitalised words. */
function acronymsOf(text: string): string[] {
  const acronyms = (text.match(/\([A-Z0-9]{2,8}\)/gu) ?? []).map((match) => match.slice(1, -1));
  const words = text
    .replace(/\([^)]*\)/gu, ' ')
    .split(/[^\p{Letter}\p{Number}’']+/u)
    .filter((word) => word !== '' && !/^(?:a|an|and|by|for|in|of|on|the|to|with)$/iu.test(word));
  if (words.length >= 2 && words.length <= 8 && words.every((word) => /^[\p{Lu}]/u.test(word))) {
    acronyms.push(words.map((word) => word.charAt(0)).join(''));
  }
  return acronyms.map((acronym) => acronym.toLowerCase());
}
