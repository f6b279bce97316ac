/**
 * `npm run bench`: measures in real Chromium and prints a table and JSON. Every
 * time is a ratio within its own round to L, one walk over the page's text nodes;
 * candidates take turns. docs/performance.md explains the figures.
 */
import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { matcherEntry } from '../../src/core/knowledge/check.ts';
import { compileMatcher, matcherForms, type MatcherEntry } from '../../src/core/match/compile.ts';
import { loadSeeds } from '../../src/cli/seeds.ts';
import { ensureBrowser } from '../support/browsers.ts';
import { PROJECT } from '../support/paths.ts';
import type { Bench } from './page.ts';
import { passageRows } from './passages.ts';
import { ratios, spread, type Spread } from './stats.ts';
import { pageB, pageC, randomTerms } from './texts.ts';
import { trieExpression } from './trie-expression.ts';

const ROUNDS = 15;
const WARM_UP = 3;

interface Row {
  readonly what: string;
  readonly figure: string;
  readonly target: string;
  readonly spread?: Spread;
}

const entries = loadSeeds().entries.map(matcherEntry);
const k0 = compileMatcher(entries);
/** What the content script carries. */
const text = JSON.stringify(k0.data);
const large = (count: number): MatcherEntry[] => [
  ...entries,
  ...randomTerms(count).map((term, i): MatcherEntry => ({
    id: `random-${String(i)}`,
    kind: 'concept',
    weight: 'common',
    patterns: [term],
  })),
];
const matchers = {
  K0: text,
  K1: JSON.stringify(compileMatcher(large(10_000)).data),
  K2: JSON.stringify(compileMatcher(large(100_000)).data),
};
/** mark.js overflows the stack on all forms (some 2,000), so its list has the headwords only, in its favour. */
const headwords = entries.flatMap(({ patterns }) => patterns.slice(0, 1));
const forms = [...new Set(entries.flatMap(({ patterns }) => patterns.flatMap(matcherForms)))];

const pageA = readFileSync(join(PROJECT, 'tests/fixtures/pages/4hou.html'), 'utf8').replaceAll(
  /<script[\s\S]*?<\/script>/gu,
  '',
);

async function benchScript(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      lib: { entry: join(PROJECT, 'tests/bench/page.ts'), formats: ['iife'], name: 'tifaBenchModule' },
    },
  });
  const [first] = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  if (first === undefined) throw new Error('the bench did not build');
  return first.output[0].code;
}

const call = <K extends keyof Bench>(
  page: Page,
  name: K,
  ...args: Parameters<Bench[K]>
): Promise<Awaited<ReturnType<Bench[K]>>> =>
  page.evaluate(
    ([n, a]) =>
      (globalThis as unknown as { tifaBench: Record<string, (...x: unknown[]) => unknown> }).tifaBench[n]?.(
        ...a,
      ),
    [name as string, args as unknown[]] as const,
  ) as Promise<Awaited<ReturnType<Bench[K]>>>;

/** Rounds of all candidates in turn, the limit among them; the warm-up is thrown away. */
async function rounds(
  page: Page,
  candidates: Record<string, () => Promise<number>>,
  count = ROUNDS,
): Promise<{ limits: number[]; times: Record<string, number[]> }> {
  const limits: number[] = [];
  const times: Record<string, number[]> = Object.fromEntries(
    Object.keys(candidates).map((name) => [name, []]),
  );
  for (let round = -WARM_UP; round < count; round++) {
    const limit = await call(page, 'limit');
    if (round >= 0) limits.push(limit);
    for (const [name, run] of Object.entries(candidates)) {
      const time = await run();
      if (round >= 0) times[name]?.push(time);
    }
  }
  return { limits, times };
}

const show = ({ median, p10, p90 }: Spread, unit: string): string =>
  `${median.toPrecision(3)} ${unit} (${p10.toPrecision(3)}–${p90.toPrecision(3)})`;

const script = await benchScript();
const browser = await chromium.launch({
  executablePath: await ensureBrowser('chromium'),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
const rows: Row[] = [];
const add = (what: string, values: Spread, unit: string, target: string): void => {
  rows.push({ what, figure: show(values, unit), target, spread: values });
};

async function open(html: string, ...names: (keyof typeof matchers)[]): Promise<Page> {
  const page = await browser.newPage();
  await page.setContent(html);
  await page.addScriptTag({ content: script });
  for (const name of names) await call(page, 'loadText', name, matchers[name]);
  return page;
}

try {
  // Page A: small, so each figure is the mean of many runs in a round.
  const a = await open(pageA, 'K0');
  const many = (run: () => Promise<number>, times: number) => async (): Promise<number> => {
    let sum = 0;
    for (let i = 0; i < times; i++) sum += await run();
    return sum / times;
  };
  const onA = await rounds(a, {
    limit: many(() => call(a, 'limit'), 20),
    spans: many(() => call(a, 'spans', 'K0'), 20),
    highlights: many(async () => (await call(a, 'highlights', 'K0'))[0], 3),
    trie: () => call(a, 'mark', trieExpression(forms)),
  });
  const limitA = onA.times['limit'] ?? [];
  add('A: text → spans, K0', ratios(onA.times['spans'] ?? [], limitA), '× L', '–');
  add(
    'A: text → highlights registered, K0',
    ratios(onA.times['highlights'] ?? [], limitA),
    '× L',
    '≤ 25 × L',
  );
  add(
    'A: mark.js, one trie expression, over ours',
    ratios(onA.times['trie'] ?? [], onA.times['highlights'] ?? []),
    '×',
    '≥ 10 ×',
  );
  const list: number[] = [];
  for (let i = 0; i < 3; i++) list.push(await call(a, 'mark', headwords));
  const ours = spread(onA.times['highlights'] ?? []).median;
  add(
    'A: mark.js, its list of terms (headwords), over ours',
    spread(list.map((time) => time / ours)),
    '×',
    '≥ 500 ×',
  );
  await a.close();

  const cold: number[] = [];
  for (let i = 0; i < 7; i++) {
    const fresh = await browser.newPage();
    await fresh.setContent(pageA);
    await fresh.addScriptTag({ content: script });
    const loading = await call(fresh, 'loadText', 'K0', text);
    cold.push(loading + (await call(fresh, 'highlights', 'K0'))[0]);
    await fresh.close();
  }
  add('A: cold, matcher from its text to highlights', spread(cold), 'ms', '≤ 6 ms');

  const b = await open(pageB(), 'K0', 'K1', 'K2');
  const onB = await rounds(b, {
    scanK0: () => call(b, 'scan', 'K0'),
    scanK2: () => call(b, 'scan', 'K2'),
    spansK0: () => call(b, 'spans', 'K0'),
    spansK1: () => call(b, 'spans', 'K1'),
    spansK2: () => call(b, 'spans', 'K2'),
    highlights: async () => (await call(b, 'highlights', 'K0'))[0],
  });
  add('B: scan of folded text, K0', ratios(onB.times['scanK0'] ?? [], onB.limits), '× L', '≤ 1 × L');
  add('B: scan of folded text, K2', ratios(onB.times['scanK2'] ?? [], onB.limits), '× L', '≤ 2.5 × L');
  add('B: text → spans, K0', ratios(onB.times['spansK0'] ?? [], onB.limits), '× L', '≤ 3 × L');
  add('B: text → spans, K1', ratios(onB.times['spansK1'] ?? [], onB.limits), '× L', '–');
  add('B: text → spans, K2', ratios(onB.times['spansK2'] ?? [], onB.limits), '× L', '≤ 5 × L');
  add(
    'B: text → highlights registered, K0',
    ratios(onB.times['highlights'] ?? [], onB.limits),
    '× L',
    '≤ 7 × L',
  );
  await b.close();

  const c = await open(pageC(), 'K0');
  const onC = await rounds(c, { spans: () => call(c, 'spans', 'K0') });
  add('C: text → spans, K0', ratios(onC.times['spans'] ?? [], onC.limits), '× L', '≤ 1.5 × L');
  await c.close();

  for (const { what, values, unit, target } of await passageRows(browser, pageA)) {
    add(what, values, unit, target);
  }
} finally {
  await browser.close();
}

const contentScript = join(PROJECT, '.output/chrome-mv3/content-scripts/page.js');
const size = gzipSync(readFileSync(contentScript)).length / 1024;
const raw = statSync(contentScript).size / 1024;
rows.push({
  what: 'content script, gzip',
  figure: `${size.toFixed(1)} KB (${raw.toFixed(0)} KB raw)`,
  target: '≤ 60 KB',
});

const width = Math.max(...rows.map(({ what }) => what.length));
for (const { what, figure, target } of rows) {
  process.stdout.write(`${what.padEnd(width)}  ${figure.padEnd(28)}  ${target}\n`);
}
mkdirSync(join(PROJECT, 'out'), { recursive: true });
writeFileSync(join(PROJECT, 'out/bench.json'), `${JSON.stringify(rows, null, 2)}\n`);
