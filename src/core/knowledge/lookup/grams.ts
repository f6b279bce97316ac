import type { FormStore } from './form-store.ts';
import { keyOf, Postings } from './postings.ts';
import { totalLength } from './shared.ts';
import { FIRST_LETTER, type Element } from './syllables.ts';

/** Where in a form a gram stands. */
export const Place = { Whole: 0, First: 1, Word: 2, Any: 3 } as const;
export type Place = (typeof Place)[keyof typeof Place];

/** Of what and how many units a gram is. */
type Sort = 'char' | 'syllable' | 'chars' | 'syllables' | 'letters' | 'threeLetters';

/** A pattern's places with more combinations than this are looked for elsewhere. */
const MOST_COMBINATIONS = 24;
const MOST_BITS: Record<Sort, number> = {
  char: 16,
  syllable: 12,
  chars: 20,
  syllables: 19,
  letters: 13,
  threeLetters: 17,
};

/**
 * Finds the entries that have the grams of a pattern: characters, syllables, first
 * letters of syllables, by one, two or three. Each index is built when a query
 * first needs it, linear in the units of all forms.
 */
export class Grams {
  readonly #store: FormStore;
  readonly #indexes = new Map<Sort, Postings>();
  #letters: Uint16Array | undefined;
  #heads: Postings | undefined;

  constructor(store: FormStore) {
    this.#store = store;
  }

  /**
   * Lists that together have every entry in which the pattern stands at that place
   * of a form (and others too): those of its rarest gram there. Undefined where no
   * gram is known, as of a pattern that may begin with anything.
   */
  find(place: Place, pattern: readonly Element[]): Uint32Array[] | undefined {
    return this.#rarest(place, pattern)[0];
  }

  /** The two rarest grams of a pattern, each as lists of the entries that have it anywhere; fewer where it has fewer. */
  twoRarest(pattern: readonly Element[]): Uint32Array[][] {
    return this.#rarest(Place.Any, pattern);
  }

  #rarest(place: Place, pattern: readonly Element[]): Uint32Array[][] {
    const last = place === Place.Any ? pattern.length - 1 : 0;
    const groups: Uint32Array[][] = [];
    for (let at = 0; at <= last; at++) {
      for (const sort of ['chars', 'syllables', 'threeLetters', 'letters'] as const) {
        if (sort === 'letters' && pattern.length > 2) continue;
        const lists = this.#lists(place, pattern, at, sort);
        if (lists !== undefined) groups.push(lists);
      }
    }
    if (groups.length === 0) {
      for (let at = 0; at <= last; at++) {
        const lists = this.#single(place, pattern, at);
        if (lists !== undefined) groups.push(lists);
      }
    }
    return groups.sort((a, b) => totalLength(a) - totalLength(b)).slice(0, 2);
  }

  /** The entries whose headword's words begin with these characters and no others, and perhaps some more. */
  withHeads(text: string): Uint32Array {
    let key = 0;
    for (let i = 0; i < text.length; i++) key = keyOf(key, text.charCodeAt(i));
    this.#heads ??= this.#buildHeads();
    return this.#heads.get(key);
  }

  #single(place: Place, pattern: readonly Element[], at: number): Uint32Array[] | undefined {
    const element = pattern[at];
    if (element === undefined || (element.char <= 0 && element.list.length === 0)) return undefined;
    const where = placeKey(place, pattern.length);
    const lists = element.list.map((number) => this.#index('syllable').get(keyOf(where, number)));
    if (element.char > 0) lists.push(this.#index('char').get(keyOf(where, element.char)));
    return lists;
  }

  #lists(place: Place, pattern: readonly Element[], at: number, sort: Sort): Uint32Array[] | undefined {
    const size = sort === 'threeLetters' ? 3 : 2;
    if (at + size > pattern.length) return undefined;
    const choices: (readonly number[])[] = [];
    let combinations = 1;
    for (let i = 0; i < size; i++) {
      const element = pattern[at + i];
      const units = element === undefined ? [] : unitsOf(element, sort);
      combinations *= units.length;
      if (combinations === 0 || combinations > MOST_COMBINATIONS) return undefined;
      choices.push(units);
    }
    const index = this.#index(sort);
    const where = placeKey(place, pattern.length);
    const lists: Uint32Array[] = [];
    for (const a of choices[0] ?? []) {
      for (const b of choices[1] ?? []) {
        for (const c of choices[2] ?? [0]) {
          const list = index.get(keyOf(where, a, b, c));
          if (list.length > 0) lists.push(list);
        }
      }
    }
    return lists;
  }

  #index(sort: Sort): Postings {
    let index = this.#indexes.get(sort);
    if (index === undefined) this.#indexes.set(sort, (index = this.#build(sort)));
    return index;
  }

  #buildHeads(): Postings {
    const { entries, formsAt, unitsAt, words, chars } = this.#store;
    const bits = Math.min(MOST_BITS.chars, Math.max(8, Math.ceil(Math.log2(entries + 1))));
    return new Postings(bits, (add) => {
      for (let entry = 0; entry < entries; entry++) {
        const form = formsAt[entry] ?? 0;
        let key = 0;
        for (let at = unitsAt[form] ?? 0; at < (unitsAt[form + 1] ?? 0); at++) {
          if (words[at] === 1) key = keyOf(key, chars[at] ?? 0);
        }
        add(key, entry);
      }
    });
  }

  #build(sort: Sort): Postings {
    const store = this.#store;
    const { formsAt, unitsAt, words, chars } = store;
    const units =
      sort === 'char' || sort === 'chars'
        ? chars
        : sort === 'syllable' || sort === 'syllables'
          ? store.syllables
          : (this.#letters ??= lettersOf(store));
    const size = sort === 'char' || sort === 'syllable' ? 1 : sort === 'threeLetters' ? 3 : 2;
    const bits = Math.min(MOST_BITS[sort], Math.max(8, Math.ceil(Math.log2(units.length + 1))));
    return new Postings(bits, (add) => {
      for (let entry = 0; entry < store.entries; entry++) {
        for (let form = formsAt[entry] ?? 0; form < (formsAt[entry + 1] ?? 0); form++) {
          const start = unitsAt[form] ?? 0;
          const end = unitsAt[form + 1] ?? 0;
          for (let at = start; at + size <= end; at++) {
            const a = units[at] ?? 0;
            const b = size > 1 ? (units[at + 1] ?? 0) : 0;
            const c = size > 2 ? (units[at + 2] ?? 0) : 0;
            if (a === 0 || (size > 1 && b === 0) || (size > 2 && c === 0)) continue;
            add(keyOf(placeKey(Place.Any, 0), a, b, c), entry);
            if (words[at] === 1) add(keyOf(placeKey(Place.Word, 0), a, b, c), entry);
            if (at === start) {
              add(keyOf(placeKey(Place.First, 0), a, b, c), entry);
              add(keyOf(placeKey(Place.Whole, end - start), a, b, c), entry);
            }
          }
        }
      }
    });
  }
}

/** Whole forms are told apart by their length. */
function placeKey(place: Place, length: number): number {
  return place === Place.Whole ? place + 4 * length : place;
}

function lettersOf({ chars, syllables }: FormStore): Uint16Array {
  const letters = new Uint16Array(chars.length);
  for (let at = 0; at < chars.length; at++) {
    const syllable = syllables[at] ?? 0;
    letters[at] = syllable > 0 ? (FIRST_LETTER[syllable] ?? 0) : letterOf(chars[at] ?? 0);
  }
  return letters;
}

/** A Latin letter or digit stands for itself; 0 for other characters. */
function letterOf(unit: number): number {
  return (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x30 && unit <= 0x39) ? unit : 0;
}

/** What may stand at a place as far as an index of that sort knows; none if it knows not all of it. */
function unitsOf({ char, list }: Element, sort: Sort): readonly number[] {
  if (sort === 'chars') return char > 0 && list.length === 0 ? [char] : [];
  if (sort === 'syllables') return char === 0 && list.length <= MOST_COMBINATIONS ? list : [];
  if (char < 0) return [];
  const own = letterOf(char);
  if (char > 0 && own === 0) return [];
  const letters = new Set(list.map((number) => FIRST_LETTER[number] ?? 0));
  if (own > 0) letters.add(own);
  return [...letters];
}
