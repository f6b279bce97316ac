/** Passages beside L, one walk over the page's text nodes, measured in the same rounds. */
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { loadBundled } from '../../src/cli/bundled.ts';
import { loadSeeds } from '../../src/cli/seeds.ts';
import { formulationsIn } from '../../src/core/passages/known.ts';
import { sourceTextOf } from '../../src/core/passages/source-text.ts';
import { PROJECT } from '../support/paths.ts';
import type { PassageBench } from './passages-page.ts';
import { ratios, spread, type Spread } from './stats.ts';
import { pageB } from './texts.ts';

const ROUNDS = 15;
const WARM_UP = 3;
const SYNTHETIC = 1000;

export interface PassageRow {
  readonly what: string;
  readonly values: Spread;
  readonly unit: string;
  readonly target: string;
}

async function script(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      lib: {
        entry: join(PROJECT, 'tests/bench/passages-page.ts'),
        formats: ['iife'],
        name: 'tifaPassagesModule',
      },
    },
  });
  const [first] = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  if (first === undefined) throw new Error('the bench did not build');
  return first.output[0].code;
}

const call = <K extends keyof PassageBench>(
  page: Page,
  name: K,
  ...args: Parameters<PassageBench[K]>
): Promise<ReturnType<PassageBench[K]>> =>
  page.evaluate(
    ([n, a]) =>
      (globalThis as unknown as { tifaPassages: Record<string, (...x: unknown[]) => unknown> }).tifaPassages[
        n
      ]?.(...a),
    [name as string, args as unknown[]] as const,
  ) as Promise<ReturnType<PassageBench[K]>>;

async function measure(page: Page, engine: string, times: number): Promise<Spread> {
  const limits: number[] = [];
  const found: number[] = [];
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    let limit = 0;
    for (let i = 0; i < times; i++) limit += (await call(page, 'limit')) / times;
    const time = await call(page, 'find', engine, times);
    if (round < 0) continue;
    limits.push(limit);
    found.push(time);
  }
  return ratios(found, limits);
}

/** @param pageA the HTML of page A */
export async function passageRows(browser: Browser, pageA: string): Promise<PassageRow[]> {
  const sources = loadSeeds().sources.map(sourceTextOf);
  const knownIn = formulationsIn(loadBundled().recogniser);
  const known = Object.fromEntries(sources.map(({ id, text }) => [id, [...knownIn(text)]]));
  const code = await script();
  const rows: PassageRow[] = [];
  const open = async (html: string): Promise<Page> => {
    const page = await browser.newPage();
    await page.setContent(html);
    await page.addScriptTag({ content: code });
    await call(page, 'prepare');
    return page;
  };

  const a = await open(pageA);
  await call(a, 'load', sources, known, 0);
  rows.push({
    what: 'A: passages, bundled sources',
    values: await measure(a, '0', 20),
    unit: '× L',
    target: '≤ 5 × L',
  });
  await a.close();

  const b = await open(pageB());
  const small = await call(b, 'load', sources, known, 0);
  rows.push({
    what: 'B: passages, bundled sources',
    values: await measure(b, '0', 1),
    unit: '× L',
    target: '≤ 3 × L',
  });
  const large = await call(b, 'load', sources, known, SYNTHETIC);
  rows.push({
    what: 'B: passages, 1,000 sources more of 10,000 characters',
    values: await measure(b, String(SYNTHETIC), 1),
    unit: '× L',
    target: '≤ 10 × L',
  });
  rows.push({
    what: 'B: longest slice',
    values: spread([await call(b, 'slices', '0'), await call(b, 'slices', '0')]),
    unit: 'ms',
    target: '–',
  });
  rows.push({
    what: 'index, bundled sources',
    values: spread([small.bytes]),
    unit: 'bytes a character',
    target: '≤ 8',
  });
  rows.push({
    what: 'index, 1,000 sources more',
    values: spread([large.bytes]),
    unit: 'bytes a character',
    target: '≤ 8',
  });
  rows.push({
    what: 'index, bundled sources: built in',
    values: spread([small.milliseconds]),
    unit: 'ms',
    target: '–',
  });
  await b.close();
  return rows;
}
