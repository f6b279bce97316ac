/**
 * The library's list with 5,000 terms, in real Chromium: time to draw it and to look
 * a term up, as ratios to drawing an empty page of the same framework. Run by hand:
 * `npm run bench:library`.
 */
import { chromium } from '@playwright/test';
import { build, type Rolldown } from 'vite';
import { ensureBrowser } from '../support/browsers.ts';
import { PROJECT } from '../support/paths.ts';
import type { Measured } from './library-page.tsx';
import { spread } from './stats.ts';

const ROUNDS = 15;

const built = (await build({
  configFile: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    write: false,
    lib: { entry: `${PROJECT}/tests/bench/library-page.tsx`, formats: ['iife'], name: 'bench' },
  },
})) as Rolldown.RolldownOutput | readonly Rolldown.RolldownOutput[];
const [output] = Array.isArray(built) ? built : [built];
const script = output?.output[0].code ?? '';

const browser = await chromium.launch({
  executablePath: await ensureBrowser('chromium'),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const times: Record<string, number[]> = {};
  for (let i = 0; i < ROUNDS; i++) {
    const page = await browser.newPage();
    await page.goto('about:blank');
    await page.addScriptTag({ content: script });
    const measured = await page.evaluate(() =>
      (globalThis as unknown as { measure(): Promise<Measured> }).measure(),
    );
    for (const [name, time] of Object.entries(measured)) (times[name] ??= []).push(time);
    await page.close();
  }
  const empty = spread(times['empty'] ?? []).median;
  for (const [name, all] of Object.entries(times)) {
    const { median, p10, p90 } = spread(all);
    const ratio = (median / empty).toFixed(2);
    process.stdout.write(
      `${name.padEnd(24)} ${median.toFixed(1)} ms (${p10.toFixed(1)}–${p90.toFixed(1)}), ${ratio} × an empty page\n`,
    );
  }
} finally {
  await browser.close();
}
