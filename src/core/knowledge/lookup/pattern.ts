import type { FormStore } from './form-store.ts';
import { Place, type Grams } from './grams.ts';
import { valueOf, type MatchedBy, type Probe, type Task, type Value } from './result.ts';
import { sharedEntries } from './shared.ts';
import { ANYTHING, type Element } from './syllables.ts';

/** How a pattern came from the query. */
export type Mode =
  | 'zh'
  | 'rewritten'
  | 'pinyin'
  | 'partial'
  | 'initials'
  | 'mixed'
  | 'slipped'
  | 'slippedPartial'
  | 'wrong'
  | 'extra'
  | 'mended';

/** Where a pattern stands in a form, the best place last. Chinese has its heads last, so the end is a better place than the middle. */
const Stands = { Nowhere: 0, Inside: 1, AtWord: 2, AsWords: 3, Last: 4, First: 5, Whole: 6 } as const;

/**
 * Scores in thousandths by where the pattern stands: inside, at a word's beginning,
 * as whole words, as the last words, first, whole.
 */
type Scores = readonly [number, number, number, number, number, number];

const SCORES: Record<Exclude<Mode, 'initials'>, Scores> = {
  zh: [600, 600, 700, 705, 820, 1000],
  rewritten: [590, 590, 690, 695, 810, 980],
  pinyin: [540, 570, 680, 685, 800, 960],
  partial: [530, 560, 560, 560, 780, 780],
  mixed: [460, 470, 475, 475, 760, 880],
  wrong: [220, 220, 230, 230, 415, 420],
  slipped: [250, 260, 265, 265, 275, 280],
  slippedPartial: [240, 255, 255, 255, 270, 270],
  extra: [210, 210, 215, 215, 217, 218],
  mended: [180, 180, 185, 185, 187, 188],
};

/** The whole of a variant is worth this much less than the whole of the headword. */
const VARIANT_LESS = 20;

const LABELS: Record<Mode, MatchedBy> = {
  zh: 'zh',
  rewritten: 'variant',
  pinyin: 'pinyin',
  partial: 'pinyin',
  initials: 'initials',
  mixed: 'pinyin',
  slipped: 'pinyin',
  slippedPartial: 'pinyin',
  wrong: 'zh',
  extra: 'zh',
  mended: 'pinyin',
};

/** Few initials fit much, so they count only where they stand first. */
function initialScores(length: number): Scores {
  if (length === 1) return [0, 0, 0, 0, 500, 500];
  if (length === 2) return [0, 0, 0, 0, 520, 900];
  if (length === 3) return [0, 490, 490, 490, 770, 900];
  return [480, 490, 490, 490, 770, 900];
}

function scoresOf(mode: Mode, length: number): Scores {
  if (mode === 'initials') return initialScores(length);
  const [inside, atWord, asWords, asLast, first, whole] = SCORES[mode];
  if (length > 2) return SCORES[mode];
  // Words of two characters are in so many names that it says little where.
  if (length === 2) return [inside, atWord, asWords, Math.min(asWords, asLast), first, whole];
  // One syllable that has only been begun is looked for at the beginning only.
  const anywhere = mode === 'partial' ? 0 : inside;
  return [anywhere, anywhere, anywhere, anywhere, first, whole];
}

/** The query as a sequence of places, each filled by one character of a form. */
export class Pattern implements Probe {
  readonly #store: FormStore;
  readonly #grams: Grams;
  readonly #elements: readonly Element[];
  readonly #scores: Scores;
  readonly #headword: MatchedBy;
  readonly #variant: MatchedBy;

  constructor(store: FormStore, grams: Grams, mode: Mode, elements: readonly Element[]) {
    this.#store = store;
    this.#grams = grams;
    this.#elements = elements;
    this.#scores = scoresOf(mode, elements.length);
    this.#headword = LABELS[mode];
    this.#variant = this.#headword === 'zh' ? 'variant' : this.#headword;
  }

  /** Linear in the length of the entry's forms. */
  value(entry: number): Value {
    const { formsAt } = this.#store;
    const first = formsAt[entry] ?? 0;
    const end = formsAt[entry + 1] ?? 0;
    let best: Value = 0;
    for (let form = first; form < end; form++) {
      const stands = this.#stands(form);
      if (stands === Stands.Nowhere) continue;
      const score = this.#scores[stands - 1] ?? 0;
      if (score === 0) continue;
      const isVariant = form !== first;
      const less = isVariant && stands === Stands.Whole ? VARIANT_LESS : 0;
      const value = valueOf(score - less, isVariant ? this.#variant : this.#headword);
      if (value > best) best = value;
    }
    return best;
  }

  tasks(): Task[] {
    if (this.#elements.length > this.#store.longest) return [];
    const [inside, atWord, asWords, asLast, first, whole] = this.#scores;
    const tasks: Task[] = [];
    // Two characters are one gram, which the lists have already.
    const narrowed = this.#elements.length > 2 ? { narrowed: () => this.#narrowed() } : {};
    const add = (place: Place, score: number): boolean => {
      const lists = this.#grams.find(place, this.#elements);
      if (lists !== undefined && lists.length > 0) tasks.push({ score, lists, ...narrowed });
      return lists !== undefined;
    };
    const known = add(Place.Whole, whole) && add(Place.First, first);
    if (!known) {
      add(Place.Any, whole);
      return tasks;
    }
    const words = Math.max(atWord, asWords, asLast);
    if (words > inside) add(Place.Word, words);
    if (inside > 0) add(Place.Any, inside);
    return tasks;
  }

  /** The entries that have the pattern's two rarest grams, wherever it stands. */
  #narrowed(): Uint32Array {
    return sharedEntries(this.#grams.twoRarest(this.#elements), this.#store.entries);
  }

  #stands(form: number): number {
    const { unitsAt, words } = this.#store;
    const start = unitsAt[form] ?? 0;
    const end = unitsAt[form + 1] ?? 0;
    const length = this.#elements.length;
    let best: number = Stands.Nowhere;
    for (let at = start; at + length <= end; at++) {
      if (!this.#fits(at)) continue;
      if (at === start) return at + length === end ? Stands.Whole : Stands.First;
      const begins = words[at] === 1;
      const last = at + length === end;
      const ends = last || words[at + length] === 1;
      const stands = !begins ? Stands.Inside : last ? Stands.Last : ends ? Stands.AsWords : Stands.AtWord;
      if (stands > best) best = stands;
    }
    return best;
  }

  #fits(at: number): boolean {
    const { chars, syllables } = this.#store;
    const elements = this.#elements;
    for (let i = 0; i < elements.length; i++) {
      const element = elements[i];
      if (element === undefined) return false;
      const { char, member } = element;
      if (char === chars[at + i] || char === ANYTHING) continue;
      if (member?.[syllables[at + i] ?? 0] !== 1) return false;
    }
    return true;
  }
}
