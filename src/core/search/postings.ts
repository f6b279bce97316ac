/** What a text is found by, as numbers and words. */
export interface Grams {
  /** Each unit, and each two that follow one another, once. */
  readonly pairs: readonly number[];
  /** Each word of Latin letters and digits, once. */
  readonly words: readonly string[];
}

export const WORD = /[0-9a-z\u00df-\u00f6\u00f8-\u024f]+/gu;
const WORD_UNIT = /[0-9a-z\u00df-\u00f6\u00f8-\u024f]/u;

export function isWordUnit(unit: string): boolean {
  return WORD_UNIT.test(unit);
}

/** One unit, or two that follow one another, as a number. */
export function pairKey(first: number, second = 0): number {
  return first * 0x10000 + second;
}

/**
 * Linear in the length of a folded text. Pairs inside a word of Latin letters are
 * left out: every English text has most of them.
 */
export function gramsOf(folded: string): Grams {
  const pairs = new Set<number>();
  let before = 0;
  for (let i = 0; i < folded.length; i++) {
    const unit = folded.charCodeAt(i);
    const latin = unit < 0x250 && (unit < 0x3a ? unit >= 0x30 : unit >= 0x61);
    if (latin) {
      before = 0;
      continue;
    }
    if (unit > 0x20) {
      pairs.add(pairKey(unit));
      if (before !== 0) pairs.add(pairKey(before, unit));
      before = unit;
    } else {
      before = 0;
    }
  }
  return { pairs: [...pairs], words: [...new Set(folded.match(WORD) ?? [])] };
}

/** Ordinals of texts by what they are found by. Ordinals are added in ascending order. */
export class Postings {
  readonly #pairs = new Map<number, number[]>();
  readonly #words = new Map<string, number[]>();
  #sorted: string[] | undefined = [];

  add(ordinal: number, { pairs, words }: Grams): void {
    for (const pair of pairs) {
      const list = this.#pairs.get(pair);
      if (list === undefined) this.#pairs.set(pair, [ordinal]);
      else list.push(ordinal);
    }
    for (const word of words) {
      const list = this.#words.get(word);
      if (list !== undefined) {
        list.push(ordinal);
        continue;
      }
      this.#words.set(word, [ordinal]);
      this.#sorted = undefined;
    }
  }

  pair(key: number): readonly number[] {
    return this.#pairs.get(key) ?? [];
  }

  /** Texts with a word that begins so: the lists of the words, which may overlap. */
  begun(start: string): readonly (readonly number[])[] {
    const sorted = (this.#sorted ??= [...this.#words.keys()].sort());
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] ?? '') < start) low = middle + 1;
      else high = middle;
    }
    const lists: (readonly number[])[] = [];
    for (let i = low; i < sorted.length; i++) {
      const word = sorted[i] ?? '';
      if (!word.startsWith(start)) break;
      lists.push(this.#words.get(word) ?? []);
    }
    return lists;
  }
}

/** How much longer the other list must be before halving it beats walking along it. */
const MUCH_LONGER = 12;

/** What is in both of two ascending lists. Linear in both, or in the shorter where the other is much longer. */
export function intersect(a: readonly number[], b: readonly number[]): number[] {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  const halving = long.length > short.length * MUCH_LONGER;
  const both: number[] = [];
  let low = 0;
  for (const ordinal of short) {
    if (halving) {
      let high = long.length;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((long[middle] ?? 0) < ordinal) low = middle + 1;
        else high = middle;
      }
    } else {
      while (low < long.length && (long[low] ?? 0) < ordinal) low++;
    }
    if (long[low] === ordinal) both.push(ordinal);
  }
  return both;
}

/** What is in any of some ascending lists, ascending. Linear in their lengths and the highest number. */
export function unite(lists: readonly (readonly number[])[]): readonly number[] {
  if (lists.length <= 1) return lists[0] ?? [];
  let highest = -1;
  for (const list of lists) highest = Math.max(highest, list.at(-1) ?? -1);
  const there = new Uint8Array(highest + 1);
  for (const list of lists) for (const ordinal of list) there[ordinal] = 1;
  const all: number[] = [];
  for (let ordinal = there.indexOf(1); ordinal >= 0; ordinal = there.indexOf(1, ordinal + 1))
    all.push(ordinal);
  return all;
}
