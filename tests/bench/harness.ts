import { join } from 'node:path';
import { chromium, type Browser, type Page } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { ensureBrowser } from '../support/browsers.ts';
import { PROJECT } from '../support/paths.ts';

/** Rounds that count; `TIFA_BENCH_ROUNDS` for a quick look. */
export const ROUNDS = Number(process.env['TIFA_BENCH_ROUNDS'] ?? 15);
export const WARM_UP = 3;

/** A script of the bench with all that it imports, as a page can run it. */
export async function scriptOf(file: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      write: false,
      // A profile of the bench is read by people.
      minify: false,
      lib: { entry: join(PROJECT, 'tests/bench', file), formats: ['iife'], name: 'tifaBenchModule' },
    },
  });
  const [first] = (Array.isArray(built) ? built : [built]) as Rolldown.RolldownOutput[];
  if (first === undefined) throw new Error(`${file} did not build`);
  return first.output[0].code;
}

export async function launch(): Promise<Browser> {
  return chromium.launch({
    executablePath: await ensureBrowser('chromium'),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
}

type Functions<B> = { [K in keyof B]: B[K] extends (...args: never[]) => unknown ? B[K] : never };

/** Calls a function of the object that a bench script left in the page under `name`. */
export function callerOf<B>(page: Page, name: string) {
  return <K extends keyof B & string>(
    method: K,
    ...args: Parameters<Functions<B>[K]>
  ): Promise<Awaited<ReturnType<Functions<B>[K]>>> =>
    page.evaluate(
      ([object, key, values]) =>
        (globalThis as unknown as Record<string, Record<string, (...x: unknown[]) => unknown>>)[object]?.[
          key
        ]?.(...values),
      [name, method, args as unknown[]] as const,
    ) as Promise<Awaited<ReturnType<Functions<B>[K]>>>;
}

/** Times of all candidates by name, taking turns round by round; the warm-up is thrown away. */
export async function takeTurns<N extends string>(
  candidates: Readonly<Record<N, () => number | Promise<number>>>,
  count = ROUNDS,
): Promise<Record<N, number[]>> {
  const names = Object.keys(candidates) as N[];
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<N, number[]>;
  for (let round = -Math.min(WARM_UP, count); round < count; round++) {
    for (const name of names) {
      const time = await candidates[name]();
      if (round >= 0) times[name].push(time);
    }
  }
  return times;
}

/** The mean of several runs: for what takes too little time to be measured alone. */
export function meanOf(times: number, run: () => Promise<number>): () => Promise<number> {
  return async () => {
    let sum = 0;
    for (let i = 0; i < times; i++) sum += await run();
    return sum / times;
  };
}
