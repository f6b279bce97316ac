/**
 * Row 11: look-up over 100,000 synthetic entries, as a ratio to a
 * linear scan of them by the same predicates. In
 * Node: the engine is pure, and V8 is Chromium's.
 */
import { loadBundled } from '../../src/cli/bundled.ts';
import { Lookup } from '../../src/core/knowledge/lookup.ts';
import { buildFoldTable } from '../../src/core/text/build-fold-table.ts';
import { ROUNDS, WARM_UP } from './harness.ts';
import { synthetic } from '../support/synthetic-terms.ts';
import type { Row } from './rows.ts';
import { ratios, spread } from './stats.ts';

const ENTRIES = 100_000;

/** Of each sort of query: characters, parts, shortened and mistyped names, pinyin in all its forms, English, a slip, a selection. */
const QUERIES = [
  '网络强国',
  '法外之地',
  '網絡安全',
  '网安法',
  '网安',
  '网强思想',
  '网络安全法律法规',
  '网信工作队伍建',
  '主题教育学',
  'wangluoqiangguo',
  'wǎngluò ānquán',
  'wangluoqia',
  'dghlw',
  '网络qg',
  'wlaqf',
  'wanluoqiangguo',
  'cybersecurity law',
  'internet security',
  'informati',
  'belt and raod',
  '习近平总书记强调，没有网络安全就没有国家安全，过不了这一关',
] as const;

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
