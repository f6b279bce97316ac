import type { FormStore } from './form-store.ts';
import { valueOf, type Probe, type Task, type Value } from './result.ts';

/** The score of a term that the query contains: this, and one more for each unit. */
export const CONTAINED = 300;
export const CONTAINED_MOST = 99;

/** The forms in the order of their units, to find those that stand in a text. */
export class SortedForms {
  readonly #store: FormStore;
  readonly #order: Uint32Array;
  /** First unit → where forms that begin with it start and end in the order. */
  readonly #ranges = new Map<number, { readonly low: number; high: number }>();

  /** O(n log n) in the number of forms. */
  constructor(store: FormStore) {
    this.#store = store;
    const { chars, unitsAt } = store;
    const forms = unitsAt.length - 1;
    this.#order = Uint32Array.from({ length: forms }, (_, form) => form).sort((a, b) => {
      const startA = unitsAt[a] ?? 0;
      const startB = unitsAt[b] ?? 0;
      const lengthA = (unitsAt[a + 1] ?? 0) - startA;
      const lengthB = (unitsAt[b + 1] ?? 0) - startB;
      const shared = Math.min(lengthA, lengthB);
      for (let i = 0; i < shared; i++) {
        const difference = (chars[startA + i] ?? 0) - (chars[startB + i] ?? 0);
        if (difference !== 0) return difference;
      }
      return lengthA - lengthB || a - b;
    });
    for (let i = 0; i < forms; i++) {
      const form = this.#order[i] ?? 0;
      if (unitsAt[form] === unitsAt[form + 1]) continue;
      const unit = chars[unitsAt[form] ?? 0] ?? 0;
      const range = this.#ranges.get(unit);
      if (range === undefined) this.#ranges.set(unit, { low: i, high: i + 1 });
      else range.high = i + 1;
    }
  }

  /** Every form that stands in the text. O(length × log forms × longest shared beginning). */
  in(text: string): Set<number> {
    const { chars, unitsAt } = this.#store;
    const found = new Set<number>();
    for (let start = 0; start < text.length; start++) {
      const range = this.#ranges.get(text.charCodeAt(start));
      if (range === undefined) continue;
      let { low, high } = range;
      let depth = 1;
      while (low < high) {
        // Forms that end here come first.
        for (; low < high; low++) {
          const form = this.#order[low] ?? 0;
          if ((unitsAt[form + 1] ?? 0) - (unitsAt[form] ?? 0) !== depth) break;
          found.add(form);
        }
        if (start + depth >= text.length) break;
        const unit = text.charCodeAt(start + depth);
        const at = depth;
        const bound = (from: number, limit: number): number => {
          let l = from;
          let h = high;
          while (l < h) {
            const middle = (l + h) >>> 1;
            const form = this.#order[middle] ?? 0;
            if ((chars[(unitsAt[form] ?? 0) + at] ?? 0) < limit) l = middle + 1;
            else h = middle;
          }
          return l;
        };
        low = bound(low, unit);
        high = bound(low, unit + 1);
        depth++;
      }
    }
    return found;
  }
}

/** Terms that the query, a selection as a rule, contains: the longest first. */
export class Contained implements Probe {
  readonly #store: FormStore;
  readonly #sorted: () => SortedForms;
  readonly #text: string;
  readonly #breaks: Uint8Array;

  /** @param breaks by unit of the text: 1 where punctuation before it has been left out. */
  constructor(store: FormStore, sorted: () => SortedForms, text: string, breaks: Uint8Array) {
    this.#store = store;
    this.#sorted = sorted;
    this.#text = text;
    this.#breaks = breaks;
  }

  value(entry: number): Value {
    const { formsAt, unitsAt } = this.#store;
    const first = formsAt[entry] ?? 0;
    let best: Value = 0;
    for (let form = first; form < (formsAt[entry + 1] ?? 0); form++) {
      const length = (unitsAt[form + 1] ?? 0) - (unitsAt[form] ?? 0);
      if (length < 2 || length >= this.#text.length) continue;
      const score = CONTAINED + Math.min(CONTAINED_MOST, length);
      const value = valueOf(score, form === first ? 'zh' : 'variant');
      if (value > best && this.#contains(form, length)) best = value;
    }
    return best;
  }

  tasks(): Task[] {
    return [{ score: CONTAINED + CONTAINED_MOST, lists: [this.#candidates()] }];
  }

  #candidates(): Uint32Array {
    const { formsAt } = this.#store;
    const entries = new Set<number>();
    for (const form of this.#sorted().in(this.#text)) {
      // The entry of the form: the last that begins at or before it.
      let low = 0;
      let high = this.#store.entries;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((formsAt[middle + 1] ?? 0) <= form) low = middle + 1;
        else high = middle;
      }
      entries.add(low);
    }
    return Uint32Array.from(entries).sort();
  }

  /** A form without punctuation of its own does not stand across punctuation. */
  #contains(form: number, length: number): boolean {
    const needle = this.#store.text(form);
    const across = this.#store.punctuated[form] === 1;
    for (let at = this.#text.indexOf(needle); at >= 0; at = this.#text.indexOf(needle, at + 1)) {
      const next = this.#breaks.indexOf(1, at + 1);
      if (across || next < 0 || next >= at + length) return true;
    }
    return false;
  }
}
