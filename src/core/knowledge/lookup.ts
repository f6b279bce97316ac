import { surfaceForms } from '../match/forms.ts';
import type { Kind } from '../match/kinds.ts';
import { Folder, foldedText } from '../text/fold.ts';
import type { FoldTable } from '../text/fold-table.ts';
import type { Term } from './knowledge.ts';
import { pinyinSyllables, toneless } from './pinyin.ts';

export type MatchedBy = 'zh' | 'pinyin' | 'initials' | 'en' | 'variant';

export interface LookupResult {
  readonly id: string;
  readonly kind: Kind;
  readonly zh: string;
  readonly pinyin: string;
  readonly en: string;
  readonly matched: MatchedBy;
  /** Between 0 and 1; 1 is the headword itself. */
  readonly score: number;
}

/** A query is cut to this many UTF-16 units: no term is longer. */
const MAX_QUERY = 200;

interface Key {
  readonly text: string;
  readonly by: MatchedBy;
}

interface Indexed {
  readonly term: Term;
  readonly keys: readonly Key[];
}

/** How good a match of each sort is at best; what is left decides how much of the key it covers. */
const WEIGHT: Record<MatchedBy, number> = { zh: 1, variant: 0.95, pinyin: 0.9, initials: 0.8, en: 0.9 };

/** Looks terms up by characters, pinyin, initials or English words. */
export class Lookup {
  readonly #entries: readonly Indexed[];
  readonly #folder: Folder;

  constructor(terms: readonly Term[], table: FoldTable) {
    this.#folder = new Folder(table);
    this.#entries = terms.map((term) => ({ term, keys: this.#keysOf(term, table) }));
  }

  /** The best results first; at most `limit` of them. Linear in the number of terms. */
  search(query: string, limit = 20): LookupResult[] {
    const text = query.slice(0, MAX_QUERY).trim();
    if (text === '') return [];
    const han = /\p{Script=Han}/u.test(text);
    const needle = han ? this.#fold(text).replace(/[ ,、;"]/gu, '') : squeeze(toneless(text));
    if (needle === '') return [];
    const results: LookupResult[] = [];
    for (const { term, keys } of this.#entries) {
      let best: { by: MatchedBy; score: number } | undefined;
      for (const { text: key, by } of keys) {
        if (han !== (by === 'zh' || by === 'variant')) continue;
        const score = WEIGHT[by] * closeness(key, needle, by);
        if (score > (best?.score ?? 0)) best = { by, score };
      }
      if (best === undefined) continue;
      const { id, kind, zh, pinyin, en } = term;
      const score = Math.round(best.score * 1000) / 1000;
      results.push({ id, kind, zh, pinyin, en, matched: best.by, score });
    }
    return results
      .sort((a, b) => b.score - a.score || a.zh.length - b.zh.length || (a.id < b.id ? -1 : 1))
      .slice(0, limit);
  }

  #fold(text: string): string {
    return foldedText(this.#folder.fold(text));
  }

  #keysOf(term: Term, table: FoldTable): Key[] {
    const keys: Key[] = [{ text: this.#fold(term.zh).replace(/[ ,、;"]/gu, ''), by: 'zh' }];
    const variants = new Set(
      term.variants
        .flatMap((pattern) => surfaceForms(pattern, table))
        .map((form) => form.replace(/[ ,"]/gu, '')),
    );
    for (const text of variants) if (text !== keys[0]?.text) keys.push({ text, by: 'variant' });
    const syllables = pinyinSyllables(term.pinyin);
    if (typeof syllables !== 'string' && syllables.length > 0) {
      keys.push({ text: squeeze(syllables.join('')), by: 'pinyin' });
      keys.push({ text: syllables.map((syllable) => syllable.charAt(0)).join(''), by: 'initials' });
    }
    keys.push({ text: squeeze(toneless(term.en)), by: 'en' });
    for (const word of toneless(term.en).split(/[^a-z0-9]+/u)) {
      if (word.length > 2) keys.push({ text: word, by: 'en' });
    }
    return keys;
  }
}

/** Letters and digits only; ü as v, which is how it is typed. */
function squeeze(text: string): string {
  return text.replace(/ü/gu, 'v').replace(/[^a-z0-9]/gu, '');
}

/** 1 for the whole key, less for its beginning, less again for its middle, 0 for neither. */
function closeness(key: string, needle: string, by: MatchedBy): number {
  if (key === needle) return 1;
  const share = needle.length / key.length;
  if (key.startsWith(needle)) return 0.6 + 0.35 * share;
  if (by === 'initials' || (by === 'pinyin' && needle.length < 4)) return 0;
  if (needle.length > 1 && key.includes(needle)) return 0.3 + 0.35 * share;
  // A query longer than the term, such as a selection that contains it.
  if (by !== 'en' && key.length > 1 && needle.includes(key)) return 0.25 / share;
  return 0;
}
