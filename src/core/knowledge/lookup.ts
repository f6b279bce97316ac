import type { FoldTable } from '../text/fold-table.ts';
import type { Term } from './knowledge.ts';
import { SortedForms } from './lookup/contained.ts';
import { EnglishIndex } from './lookup/english-index.ts';
import { FormStore } from './lookup/form-store.ts';
import { Grams } from './lookup/grams.ts';
import { planOf, type Indexes } from './lookup/plan.ts';
import { readQuery } from './lookup/query.ts';
import { matchedBy, scoreOf, type LookupResult, type Probe, type Task, type Value } from './lookup/result.ts';

export type { LookupResult } from './lookup/result.ts';

/** What look-up needs to know of a term. */
export type LookupTerm = Pick<Term, 'id' | 'kind' | 'weight' | 'zh' | 'variants' | 'pinyin' | 'en'>;

/** Fewer results than this and the query is also read loosely. */
const FEW = 5;

/** Of a list that is longer, and of which these are not enough, the entries are narrowed down first. */
const MANY = 256;

/** Scores are whole thousandths from 0 to this. */
const BEST_SCORE = 1000;

/** Collects what answers the probes into `found`: all of it, or at least the best `wanted`. */
type Collect = (probes: readonly Probe[], wanted: number, found: Map<number, Value>) => void;

/**
 * Looks terms up by characters (simplified or traditional, in part, shortened),
 * pinyin (with or without tones, unfinished, with slips), initials, English words,
 * or mixtures; and offers the terms that a selected text contains.
 *
 * Every reading of the query is a {@link Probe}, one predicate over an entry. The
 * index only proposes entries to it, best reading first, and stops when nothing
 * better can come (Fagin's threshold algorithm, 2001, over posting lists in the
 * order of results). What it answers is what a scan of all entries answers.
 */
export class Lookup {
  readonly #table: FoldTable;
  #unsorted: readonly LookupTerm[] | undefined;
  #terms: readonly LookupTerm[] = [];
  #indexes: Indexes | undefined;

  /** Constant time: indexes are built by the first query that needs them. */
  constructor(terms: readonly LookupTerm[], table: FoldTable) {
    this.#unsorted = terms;
    this.#table = table;
  }

  /** The best results first; at most `limit` of them. Never throws, whatever is typed. */
  search(query: string, limit = 20): LookupResult[] {
    return this.#answer(query, limit, collectByIndex);
  }

  /** The same results by testing every entry: what {@link search} is measured and tested against. */
  scan(query: string, limit = 20): LookupResult[] {
    return this.#answer(query, limit, (probes, _, found) => {
      for (let entry = 0; entry < this.#terms.length; entry++) {
        const value = best(probes, entry);
        if (value > (found.get(entry) ?? 0)) found.set(entry, value);
      }
    });
  }

  #answer(typed: string, limit: number, collect: Collect): LookupResult[] {
    if (!(limit >= 1)) return [];
    const query = readQuery(typed, this.#table);
    if (query.text === '') return [];
    const plan = planOf(query, this.#build());
    const wanted = Math.max(limit, FEW);
    const found = new Map<number, Value>();
    const probes = plan.asItStands();
    collect(probes, wanted, found);
    for (const [enough, stage] of [
      [FEW, plan.loosely],
      [1, plan.atAll],
    ] as const) {
      if (found.size >= enough) break;
      const more = stage();
      collect(more, wanted, found);
      probes.push(...more);
    }
    return [...found]
      .sort(byScore)
      .slice(0, limit)
      .map(([entry]): readonly [number, Value] => [entry, best(probes, entry)])
      .sort(byScore)
      .map(([entry, value]) => this.#result(entry, value))
      .filter((result) => result !== undefined);
  }

  #result(entry: number, value: Value): LookupResult | undefined {
    const term = this.#terms[entry];
    if (term === undefined) return undefined;
    const { id, kind, zh, pinyin, en } = term;
    return { id, kind, zh, pinyin, en, matched: matchedBy(value), score: scoreOf(value) / BEST_SCORE };
  }

  #build(): Indexes {
    if (this.#indexes !== undefined) return this.#indexes;
    const terms = [...(this.#unsorted ?? [])].sort(inOrder);
    this.#terms = terms;
    this.#unsorted = undefined;
    const store = new FormStore(terms, this.#table);
    let sorted: SortedForms | undefined;
    let english: EnglishIndex | undefined;
    return (this.#indexes = {
      store,
      grams: new Grams(store),
      sorted: () => (sorted ??= new SortedForms(store)),
      english: () => (english ??= new EnglishIndex(terms.map(({ en }) => en))),
    });
  }
}

/** The order of results that are equally good: what adds least to the query, then what stands out on pages. */
function inOrder(a: LookupTerm, b: LookupTerm): number {
  if (a.zh.length !== b.zh.length) return a.zh.length - b.zh.length;
  if (a.weight !== b.weight) return a.weight === 'core' ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function byScore(a: readonly [number, Value], b: readonly [number, Value]): number {
  return scoreOf(b[1]) - scoreOf(a[1]) || a[0] - b[0];
}

function best(probes: readonly Probe[], entry: number): Value {
  let value: Value = 0;
  for (const probe of probes) value = Math.max(value, probe.value(entry));
  return value;
}

function collectByIndex(probes: readonly Probe[], wanted: number, found: Map<number, Value>): void {
  /** How many entries found have each score. */
  const counts = new Uint32Array(BEST_SCORE + 1);
  for (const value of found.values()) counts[scoreOf(value)] = (counts[scoreOf(value)] ?? 0) + 1;
  const keep = (entry: number, value: Value): void => {
    const known = found.get(entry) ?? 0;
    if (value <= known) return;
    found.set(entry, value);
    // What scores less than the tasks still to come is counted when they come.
    const itsScore = scoreOf(value);
    if (known > 0) counts[scoreOf(known)] = (counts[scoreOf(known)] ?? 0) - 1;
    counts[itsScore] = (counts[itsScore] ?? 0) + 1;
  };
  /** Tries the first `most` entries of a list; says whether no more of it are needed. */
  const tryList = (probe: Probe, score: number, list: Uint32Array, most: number): boolean => {
    let good = 0;
    const end = Math.min(list.length, most);
    for (let i = 0; i < end; i++) {
      const entry = list[i] ?? 0;
      const value = probe.value(entry);
      if (value === 0) continue;
      keep(entry, value);
      // The list is in the order of results, so what follows comes after these.
      if (scoreOf(value) >= score && ++good >= wanted) return true;
    }
    return false;
  };
  const tasks: (Task & { readonly probe: Probe })[] = probes
    .flatMap((probe) => probe.tasks().map((task) => ({ ...task, probe })))
    .sort((a, b) => b.score - a.score);
  const exhausted = new Set<Probe>();
  let better = 0;
  let from = BEST_SCORE;
  for (const { score, lists, narrowed, probe } of tasks) {
    for (; from > score; from--) better += counts[from] ?? 0;
    if (better >= wanted) return;
    if (exhausted.has(probe)) continue;
    const most = narrowed === undefined ? Infinity : MANY;
    // Each list is tried, also where one has enough: they are not in one order.
    const left = lists.filter((list) => !tryList(probe, score, list, most) && list.length > most);
    if (narrowed === undefined || left.length === 0) continue;
    if (!tryList(probe, score, narrowed(), Infinity)) exhausted.add(probe);
  }
}
