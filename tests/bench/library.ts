/**
 * Row 11: the library's list with 5,000 terms, in real Chromium: time to draw it and to
 * look a term up, as ratios to drawing an empty page of the same framework.
 */
import type { Browser } from '@playwright/test';
import { ROUNDS, scriptOf } from './harness.ts';
import type { Measured } from './library-page.tsx';
import type { Row } from './rows.ts';
import { ratios } from './stats.ts';

export async function libraryRows(browser: Browser): Promise<Row[]> {
  const script = await scriptOf('library-page.tsx');
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
  const { empty = [], ...rest } = times;
  return Object.entries(rest).map(([name, all]): Row => ({
    row: '11',
    what: `library of 5,000 terms: ${name}, over drawing an empty page`,
    values: ratios(all, empty),
    unit: '×',
  }));
}
