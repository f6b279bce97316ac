import { surfaceForms } from '../../match/forms.ts';
import { Folder, foldedText } from '../../text/fold.ts';
import type { FoldTable } from '../../text/fold-table.ts';
import { pinyinWords } from '../pinyin.ts';
import { GrowingUint16 } from './growing.ts';
import { syllableNumber } from './syllables.ts';

/** What is looked up of a term in Chinese. */
export interface ChineseTerm {
  readonly zh: string;
  readonly variants: readonly string[];
  readonly pinyin: string;
}

/** Everything that is not a letter, a digit or + (互联网+) is left out of forms and queries. */
const LEFT_OUT = /[^\p{Letter}\p{Number}+]/gu;
const HAN = /\p{Script=Han}/u;

export function bareForm(folded: string): string {
  return folded.replace(LEFT_OUT, '');
}

/**
 * The forms of all entries (headword first, then variants), character by character
 * with the syllable each is read as, in flat arrays. Variants have no pinyin of
 * their own: a character is read as in its headword, else as beside the same
 * neighbour in another, else as it mostly is. Units are UTF-16 units.
 */
export class FormStore {
  readonly entries: number;
  /** Entry e has forms formsAt[e] … formsAt[e + 1] - 1. */
  readonly formsAt: Uint32Array;
  /** Form f has units unitsAt[f] … unitsAt[f + 1] - 1. */
  readonly unitsAt: Uint32Array;
  readonly chars: Uint16Array;
  /** By unit: the number of its syllable; 0 where there is none. */
  readonly syllables: Uint16Array;
  /** By unit: 1 where a word of the pinyin begins (headwords only). */
  readonly words: Uint8Array;
  /** By form: 1 if punctuation of its own has been left out. */
  readonly punctuated: Uint8Array;
  /** Units of the longest form. */
  readonly longest: number;

  /** Linear in the length of all forms. */
  constructor(terms: readonly ChineseTerm[], table: FoldTable) {
    const folder = new Folder(table);
    const chars = new GrowingUint16();
    const syllables = new GrowingUint16();
    const words = new GrowingUint16();
    const formsAt = [0];
    const unitsAt = [0];
    const punctuated: number[] = [];
    const headwords: number[] = [];
    const wordCache = new Map<string, readonly (readonly number[])[]>();
    let longest = 0;

    const add = (form: string, wasPunctuated: boolean): void => {
      for (let i = 0; i < form.length; i++) {
        chars.push(form.charCodeAt(i));
        syllables.push(0);
        words.push(0);
      }
      longest = Math.max(longest, form.length);
      unitsAt.push(chars.length);
      punctuated.push(wasPunctuated ? 1 : 0);
    };

    const read: { form: number; words: readonly (readonly number[])[] }[] = [];
    for (const term of terms) {
      const folded = foldedText(folder.fold(term.zh));
      const headword = bareForm(folded);
      headwords.push(punctuated.length);
      read.push({ form: punctuated.length, words: wordsOf(term.pinyin, wordCache) });
      add(headword, headword !== folded);
      const seen = new Set([headword, '']);
      for (const pattern of term.variants) {
        for (const surface of surfaceForms(pattern, table)) {
          const form = bareForm(surface);
          if (seen.has(form)) continue;
          seen.add(form);
          add(form, form !== surface);
        }
      }
      formsAt.push(punctuated.length);
    }

    this.entries = terms.length;
    this.formsAt = Uint32Array.from(formsAt);
    this.unitsAt = Uint32Array.from(unitsAt);
    this.chars = chars.finish();
    this.syllables = syllables.finish();
    this.words = Uint8Array.from(words.finish());
    this.punctuated = Uint8Array.from(punctuated);
    this.longest = longest;

    for (const { form, words: pinyin } of read) this.#readHeadword(form, pinyin);
    this.#readVariants(headwords);
  }

  /** The form as text. */
  text(form: number): string {
    const units = this.chars.subarray(this.unitsAt[form], this.unitsAt[form + 1]);
    let text = '';
    for (const unit of units) text += String.fromCharCode(unit);
    return text;
  }

  /** Lays the pinyin's words along the Han characters; leaves them unread if they do not fit. */
  #readHeadword(form: number, words: readonly (readonly number[])[]): void {
    const start = this.unitsAt[form] ?? 0;
    const end = this.unitsAt[form + 1] ?? 0;
    const flat = words.flat();
    const han: number[] = [];
    let lowSurrogate = false;
    for (let at = start; at < end; at++) {
      const unit = this.chars[at] ?? 0;
      if (lowSurrogate) lowSurrogate = false;
      else if (isHan(unit)) han.push(at);
      else if (unit >= 0xd800 && unit < 0xdc00) {
        han.push(at);
        lowSurrogate = true;
      } else if (at === start || isHan(this.chars[at - 1] ?? 0)) this.words[at] = 1;
    }
    if (han.length !== flat.length) return;
    let next = 0;
    for (const word of words) {
      word.forEach((syllable, i) => {
        const at = han[next++] ?? 0;
        this.syllables[at] = syllable;
        if (i === 0) this.words[at] = 1;
      });
    }
  }

  #readVariants(headwords: readonly number[]): void {
    const counts = new Map<number, Map<number, number>>();
    for (const form of headwords) {
      for (let at = this.unitsAt[form] ?? 0; at < (this.unitsAt[form + 1] ?? 0); at++) {
        const syllable = this.syllables[at] ?? 0;
        if (syllable === 0) continue;
        const unit = this.chars[at] ?? 0;
        let known = counts.get(unit);
        if (known === undefined) counts.set(unit, (known = new Map<number, number>()));
        known.set(syllable, (known.get(syllable) ?? 0) + 1);
      }
    }
    const mostly = new Map<number, number>();
    const several = new Set<number>();
    for (const [unit, readings] of counts) {
      const [most] = [...readings].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
      mostly.set(unit, most?.[0] ?? 0);
      if (readings.size > 1) several.add(unit);
    }
    // Characters with several readings, beside their neighbours.
    const beside = new Map<string, number>();
    for (const form of headwords) {
      const start = this.unitsAt[form] ?? 0;
      const end = this.unitsAt[form + 1] ?? 0;
      for (let at = start; at < end; at++) {
        const unit = this.chars[at] ?? 0;
        const syllable = this.syllables[at] ?? 0;
        if (syllable === 0 || !several.has(unit)) continue;
        if (at > start) beside.set(`${String(this.chars[at - 1])}<${String(unit)}`, syllable);
        if (at + 1 < end) beside.set(`${String(unit)}>${String(this.chars[at + 1])}`, syllable);
      }
    }
    headwords.forEach((headword, entry) => {
      const first = headword + 1;
      const last = this.formsAt[entry + 1] ?? first;
      if (first === last) return;
      const own = new Map<number, number>();
      for (let at = this.unitsAt[headword] ?? 0; at < (this.unitsAt[first] ?? 0); at++) {
        if (this.syllables[at] !== 0) own.set(this.chars[at] ?? 0, this.syllables[at] ?? 0);
      }
      for (let at = this.unitsAt[first] ?? 0; at < (this.unitsAt[last] ?? 0); at++) {
        const unit = this.chars[at] ?? 0;
        this.syllables[at] =
          own.get(unit) ??
          (several.has(unit)
            ? (beside.get(`${String(unit)}>${String(this.chars[at + 1])}`) ??
              beside.get(`${String(this.chars[at - 1])}<${String(unit)}`))
            : undefined) ??
          mostly.get(unit) ??
          0;
      }
    });
  }
}

function isHan(unit: number): boolean {
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || unit === 0x3007;
}

/** Does the text have a Han character? */
export function hasHan(text: string): boolean {
  return HAN.test(text);
}

function wordsOf(
  pinyin: string,
  cache: Map<string, readonly (readonly number[])[]>,
): readonly (readonly number[])[] {
  const words: (readonly number[])[] = [];
  for (const piece of pinyin.split(/\s+/u)) {
    let known = cache.get(piece);
    if (known === undefined) {
      const read = pinyinWords(piece);
      known = typeof read === 'string' ? [[0, 0]] : read.map((word) => word.map(syllableNumber));
      cache.set(piece, known);
    }
    words.push(...known);
  }
  return words;
}
