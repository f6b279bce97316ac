import { CONTAINED, CONTAINED_MOST } from './contained.ts';
import { Fit, WordPlace, type EnglishIndex, type Meaning } from './english-index.ts';
import { valueOf, type Probe, type Task, type Value } from './result.ts';
import { sharedEntries, totalLength } from './shared.ts';

/** Scores by the worst fit of the words ({@link Fit}, None first), in thousandths. */
const EXACT = [0, 260, 450, 0, 890, 960] as const;
const FIRST = [0, 250, 445, 800, 800, 800] as const;
const ANYWHERE = [0, 240, 440, 570, 660, 680] as const;

/** An abbreviation or a phrase for it stands for the headword, but is not it. */
export const STANDS_FOR = 920;

/** An unfinished word counts a thousandth less for each letter that it lacks, at most so many. */
const MOST_UNFINISHED = 15;

/** Scores of entries that have most of the words, not all. */
const MOST_WORDS = 150;

/** All of these words, in any order; in their order they count more. */
export class Words implements Probe {
  readonly #index: EnglishIndex;
  readonly #meanings: readonly Meaning[];
  readonly #cap: number;
  /** Letters of the last word, which may be unfinished; 0 where that makes no difference. */
  readonly #typed: number;

  /**
   * @param typed letters of the last word as it was typed
   * @param cap no entry scores more, in thousandths
   */
  constructor(index: EnglishIndex, meanings: readonly Meaning[], typed: number, cap = 1000) {
    this.#typed = typed;
    this.#index = index;
    this.#meanings = meanings;
    this.#cap = cap;
  }

  /** O(words of the query × words of the entry). */
  value(entry: number): Value {
    const { wordsAt, words, mainWords } = this.#index;
    const start = wordsAt[entry] ?? 0;
    const end = wordsAt[entry + 1] ?? 0;
    const meanings = this.#meanings;
    let inOrder: number = Fit.Same;
    let worst: number = Fit.Same;
    let less = 0;
    let lessInOrder = 0;
    for (let i = 0; i < meanings.length; i++) {
      const meaning = meanings[i];
      if (meaning === undefined) return 0;
      let best: number = Fit.None;
      let lacks = MOST_UNFINISHED;
      for (let at = start; at < end; at++) {
        const fit = meaning.get(words[at] ?? 0) ?? Fit.None;
        if (fit > best) best = fit;
        if (fit === Fit.Begun) lacks = Math.min(lacks, this.#lacks(words[at] ?? 0));
      }
      if (best === Fit.None) return 0;
      const isLast = i === meanings.length - 1;
      if (isLast && best === Fit.Begun) less = lacks;
      if (best < worst) worst = best;
      const here = start + i < end ? (meaning.get(words[start + i] ?? 0) ?? Fit.None) : Fit.None;
      // Only the last word may be unfinished.
      const fit = here === Fit.Begun && !isLast ? Fit.None : here;
      if (fit === Fit.Begun) lessInOrder = this.#lacks(words[start + i] ?? 0);
      if (fit < inOrder) inOrder = fit;
    }
    const most = this.#cap;
    let score = Math.min(most, ANYWHERE[worst] ?? 0) - less;
    if (inOrder > Fit.None) {
      const whole = meanings.length === mainWords[entry];
      const first = Math.max(FIRST[inOrder] ?? 0, whole ? (EXACT[inOrder] ?? 0) : 0);
      score = Math.max(score, Math.min(most, first) - lessInOrder);
    }
    return valueOf(score, 'en');
  }

  #lacks(word: number): number {
    return Math.min(MOST_UNFINISHED, Math.max(0, this.#index.lengthOf(word) - this.#typed));
  }

  tasks(): Task[] {
    const [only] = this.#meanings;
    if (only === undefined) return [];
    if (this.#meanings.length === 1) return this.#tasksOfOne(only);
    const anywhere = this.#meanings.map((meaning) => this.#lists(WordPlace.Any, meaning));
    const [rarest = []] = [...anywhere].sort((a, b) => totalLength(a) - totalLength(b));
    const narrowed = (): Uint32Array => sharedEntries(anywhere, this.#index.mainWords.length);
    return [
      // In their order from the first word on, or somewhere.
      { score: Math.min(EXACT[Fit.Same], this.#cap), lists: this.#lists(WordPlace.First, only), narrowed },
      { score: Math.min(ANYWHERE[Fit.Same], this.#cap), lists: rarest, narrowed },
    ];
  }

  #lists(place: WordPlace, meaning: Meaning): Uint32Array[] {
    return [...meaning.keys()].map((word) => this.#index.find(place, word));
  }

  #tasksOfOne(meaning: Meaning): Task[] {
    const tasks: Task[] = [];
    /** By fit and letters lacked: the words of both. */
    const alike = new Map<number, number[]>();
    for (const [word, fit] of meaning) {
      const key = fit * (MOST_UNFINISHED + 1) + (fit === Fit.Begun ? this.#lacks(word) : 0);
      const known = alike.get(key);
      if (known === undefined) alike.set(key, [word]);
      else known.push(word);
    }
    for (const [key, words] of alike) {
      const fit = Math.floor(key / (MOST_UNFINISHED + 1));
      const add = (place: WordPlace, score: number): void => {
        const lists = words.map((word) => this.#index.find(place, word));
        tasks.push({ score: Math.min(score, this.#cap) - (key % (MOST_UNFINISHED + 1)), lists });
      };
      const exact = EXACT[fit] ?? 0;
      if (exact > 0) add(WordPlace.Only, exact);
      add(WordPlace.First, FIRST[fit] ?? 0);
      add(WordPlace.Any, ANYWHERE[fit] ?? 0);
    }
    return tasks;
  }
}

/** Most of the words, where no entry has all: at least two, and six of ten. */
export class MostWords implements Probe {
  readonly #index: EnglishIndex;
  readonly #meanings: readonly Meaning[];

  constructor(index: EnglishIndex, meanings: readonly Meaning[]) {
    this.#index = index;
    this.#meanings = meanings;
  }

  value(entry: number): Value {
    const { wordsAt, words } = this.#index;
    let matched = 0;
    for (const meaning of this.#meanings) {
      for (let at = wordsAt[entry] ?? 0; at < (wordsAt[entry + 1] ?? 0); at++) {
        if (!meaning.has(words[at] ?? 0)) continue;
        matched++;
        break;
      }
    }
    const share = matched / this.#meanings.length;
    if (matched < 2 || share < 0.6) return 0;
    return valueOf(MOST_WORDS + Math.round(20 * share), 'en');
  }

  tasks(): Task[] {
    // An entry lacks at most two words of five, so all but the commonest 40 % need not be read.
    const sizes = this.#meanings
      .map((meaning) => {
        const lists = [...meaning.keys()].map((word) => this.#index.find(WordPlace.Any, word));
        return { lists, size: totalLength(lists) };
      })
      .sort((a, b) => a.size - b.size);
    const needed = Math.max(2, Math.ceil(this.#meanings.length * 0.6));
    const lists = sizes.slice(0, this.#meanings.length - needed + 1).flatMap((size) => size.lists);
    return [{ score: MOST_WORDS + 20, lists }];
  }
}

/** The entries whose name is abbreviated so. */
export class Acronym implements Probe {
  readonly #entries: ReadonlySet<number>;

  constructor(index: EnglishIndex, text: string) {
    this.#entries = new Set(index.acronym(text));
  }

  value(entry: number): Value {
    return this.#entries.has(entry) ? valueOf(STANDS_FOR, 'en') : 0;
  }

  tasks(): Task[] {
    return [{ score: STANDS_FOR, lists: [Uint32Array.from(this.#entries)] }];
  }
}

/** Entries whose English the query contains, word by word: the longest first. */
export class ContainedWords implements Probe {
  readonly #index: EnglishIndex;
  /** Stem → where the query has it. */
  readonly #places = new Map<number, number[]>();
  readonly #stems: readonly (number | undefined)[];

  constructor(index: EnglishIndex, words: readonly string[]) {
    this.#index = index;
    this.#stems = words.map((word) => index.stem(word));
    this.#stems.forEach((stem, at) => {
      if (stem === undefined) return;
      const known = this.#places.get(stem);
      if (known === undefined) this.#places.set(stem, [at]);
      else known.push(at);
    });
  }

  value(entry: number): Value {
    const { wordsAt, words, stems, mainWords, letters } = this.#index;
    const start = wordsAt[entry] ?? 0;
    const count = mainWords[entry] ?? 0;
    const long = letters[entry] ?? 0;
    // One short word is no find.
    if (count === 0 || count >= this.#stems.length || long < 6) return 0;
    const stemAt = (i: number): number => stems[words[start + i] ?? 0] ?? 0;
    for (const place of this.#places.get(stemAt(0)) ?? []) {
      let i = 1;
      while (i < count && this.#stems[place + i] === stemAt(i)) i++;
      if (i === count) return valueOf(CONTAINED + Math.min(CONTAINED_MOST, long), 'en');
    }
    return 0;
  }

  tasks(): Task[] {
    const lists = [...this.#places.keys()].map((stem) => this.#index.find(WordPlace.FirstStem, stem));
    return [{ score: CONTAINED + CONTAINED_MOST, lists }];
  }
}
