/**
 * Row 11: look-up over 100,000 synthetic entries, as a ratio to a
 * linear scan of them by the same predicates. In
 * Node: the engine is pure, and V8 is Chromium's.
 */
import { loadBundled } from '../../src/cli/bundled.ts';
import { Lookup, type LookupTerm } from '../../src/core/knowledge/lookup.ts';
import { buildFoldTable } from '../../src/core/text/build-fold-table.ts';
import { ROUNDS, WARM_UP } from './harness.ts';
import type { Row } from './rows.ts';
import { ratios, spread } from './stats.ts';

const ENTRIES = 100_000;

/** One of each sort of query: characters, a part, pinyin in all its forms, English, a slip, a selection. */
const QUERIES = [
  '网络强国',
  '法外之地',
  '網絡安全',
  '网安法',
  'wangluoqiangguo',
  'wǎngluò ānquán',
  'wangluoqia',
  'dghlw',
  '网络qg',
  'wanluoqiangguo',
  'cybersecurity law',
  'informati',
  'belt and raod',
  '习近平总书记强调，没有网络安全就没有国家安全，过不了这一关',
] as const;

/** Deterministic: Mulberry32, by Tommy Ettinger, public domain. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Entries made of the bundled ones' words, two to four each, in characters, pinyin and English alike. */
function synthetic(terms: readonly LookupTerm[], count: number): LookupTerm[] {
  const parts = terms.filter(
    ({ zh, pinyin, variants }) =>
      /^\p{Script=Han}{2,6}$/u.test(zh) && /^[\p{L} ]+$/u.test(pinyin) && variants.length === 0,
  );
  const next = random(7);
  const made: LookupTerm[] = [...terms];
  while (made.length < count) {
    const chosen = Array.from({ length: 2 + Math.floor(next() * 3) }, () => {
      const part = parts[Math.floor(next() * parts.length)];
      if (part === undefined) throw new Error('no parts');
      return part;
    });
    made.push({
      id: `synthetic-${String(made.length)}`,
      kind: 'concept',
      weight: 'common',
      zh: chosen.map(({ zh }) => zh).join(''),
      variants: [],
      pinyin: chosen.map(({ pinyin }) => pinyin).join(' '),
      en: chosen.map(({ en }) => en).join(' '),
    });
  }
  return made;
}

function time(action: () => unknown): number {
  const start = performance.now();
  action();
  return performance.now() - start;
}

export function lookupRows(): Row[] {
  const terms = synthetic(loadBundled().knowledge.terms, ENTRIES);
  const lookup = new Lookup(terms, buildFoldTable());
  const first = time(() => lookup.search('网络强国'));
  const medians = QUERIES.map((query) => {
    const searches: number[] = [];
    const scans: number[] = [];
    for (let round = -WARM_UP; round < ROUNDS; round++) {
      const search = time(() => lookup.search(query));
      const scan = time(() => lookup.scan(query));
      if (round < 0) continue;
      searches.push(search);
      scans.push(scan);
    }
    return ratios(searches, scans).median;
  });
  const over = `${String(ENTRIES)} entries`;
  return [
    {
      row: '11',
      what: `look-up over ${over}, over a linear scan (the median of the queries)`,
      values: spread(medians),
      unit: '×',
      target: { atMost: 0.05 },
    },
    {
      row: '11',
      what: 'the same, the worst query',
      values: spread([Math.max(...medians)]),
      unit: '×',
      target: { atMost: 0.05 },
    },
    { row: '11', what: `index of ${over} and first query`, values: spread([first]), unit: 'ms' },
  ];
}
