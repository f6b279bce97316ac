import type { FormStore } from './form-store.ts';
import { Place, type Grams } from './grams.ts';
import { valueOf, type Probe, type Task, type Value } from './result.ts';
import { sharedEntries, totalLength } from './shared.ts';
import { charElement } from './syllables.ts';

/** Each word of the name by its first character: 网安 for 网络安全, above names that only begin with a shortened one. */
const EVERY_WORD = 830;
const FROM_FIRST = 450;
const FROM_LATER = 430;
const LOOSE = 200;
/** A loose match may be this many times as long as the query, and this much more. */
const STRETCH = 3;

/**
 * A name shortened to some of its characters. Strictly: each is the beginning of a
 * word of the headword or follows the one before (网安 for 网络安全, 网强思想 for
 * 网络强国战略思想). Loosely: any characters of any form, in their order.
 */
export class Shortened implements Probe {
  readonly #store: FormStore;
  readonly #grams: Grams;
  readonly #text: string;
  readonly #loose: boolean;

  constructor(store: FormStore, grams: Grams, text: string, loose: boolean) {
    this.#store = store;
    this.#grams = grams;
    this.#text = text;
    this.#loose = loose;
  }

  value(entry: number): Value {
    const { formsAt } = this.#store;
    const first = formsAt[entry] ?? 0;
    if (!this.#loose) return this.#strict(first);
    for (let form = first; form < (formsAt[entry + 1] ?? 0); form++) {
      if (this.#skips(form)) return valueOf(LOOSE, form === first ? 'zh' : 'variant');
    }
    return 0;
  }

  tasks(): Task[] {
    const { entries } = this.#store;
    if (this.#loose) {
      const anywhere = this.#groups((at) => this.#with(Place.Any, at));
      const [rarest = []] = [...anywhere].sort((a, b) => totalLength(a) - totalLength(b));
      return [{ score: LOOSE, lists: rarest, narrowed: () => sharedEntries(anywhere, entries) }];
    }
    const narrowed = (): Uint32Array => {
      const strictly = this.#groups((at) =>
        at === 0
          ? this.#with(Place.Word, 0)
          : [...this.#with(Place.Word, at), ...this.#with(Place.Any, at - 1, at)],
      );
      return sharedEntries(strictly, entries);
    };
    return [
      { score: EVERY_WORD, lists: [this.#grams.withHeads(this.#text)] },
      { score: FROM_FIRST, lists: this.#with(Place.First, 0), narrowed },
      { score: FROM_LATER, lists: this.#with(Place.Word, 0), narrowed },
    ];
  }

  #groups(groupOf: (at: number) => Uint32Array[]): Uint32Array[][] {
    return Array.from({ length: this.#text.length }, (_, at) => groupOf(at));
  }

  /** The entries that have one character of the query there, or two beside each other. */
  #with(place: Place, ...places: readonly number[]): Uint32Array[] {
    const gram = places.map((at) => charElement(this.#text.charCodeAt(at)));
    return this.#grams.find(place, gram) ?? [];
  }

  /** Each character at the beginning of a word, or right after the one before. */
  #strict(form: number): Value {
    const { unitsAt, chars, words } = this.#store;
    const start = unitsAt[form] ?? 0;
    const end = unitsAt[form + 1] ?? 0;
    const text = this.#text;
    if (this.#isEveryWord(start, end)) return valueOf(EVERY_WORD, 'zh');
    for (let from = start; from + text.length < end; from++) {
      if (words[from] !== 1 || chars[from] !== text.charCodeAt(0)) continue;
      // The places at which the characters so far may end.
      let ends = [from];
      for (let i = 1; i < text.length && ends.length > 0; i++) {
        const unit = text.charCodeAt(i);
        const next: number[] = [];
        const earliest = ends[0] ?? 0;
        for (let at = earliest + 1; at < end; at++) {
          if (chars[at] === unit && (words[at] === 1 || ends.includes(at - 1))) next.push(at);
        }
        ends = next;
      }
      if (ends.length > 0) return valueOf(from === start ? FROM_FIRST : FROM_LATER, 'zh');
    }
    return 0;
  }

  /** Is the query the first characters of all the words, and nothing else? */
  #isEveryWord(start: number, end: number): boolean {
    const { chars, words } = this.#store;
    let matched = 0;
    for (let at = start; at < end; at++) {
      if (words[at] !== 1) continue;
      if (matched === this.#text.length || chars[at] !== this.#text.charCodeAt(matched)) return false;
      matched++;
    }
    return matched === this.#text.length;
  }

  #skips(form: number): boolean {
    const { unitsAt, chars } = this.#store;
    const end = unitsAt[form + 1] ?? 0;
    const text = this.#text;
    for (let from = unitsAt[form] ?? 0; from + text.length <= end; from++) {
      if (chars[from] !== text.charCodeAt(0)) continue;
      const limit = Math.min(end, from + text.length * STRETCH);
      let matched = 1;
      for (let at = from + 1; at < limit && matched < text.length; at++) {
        if (chars[at] === text.charCodeAt(matched)) matched++;
      }
      if (matched === text.length) return true;
    }
    return false;
  }
}
