/** Rows 9 to 11: what the built extension weighs, beside the same browser without it. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { Chromium } from '../support/chromium.ts';
import { settled } from '../support/highlights.ts';
import { CHROME_BUILD } from '../support/paths.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';
import { scriptOf, takeTurns } from './harness.ts';
import type { Row } from './rows.ts';
import { ratios, spread } from './stats.ts';

const ADDRESS = BUNDLED_PAGES[0].address;
const OWN_PAGES = ['popup', 'sidepanel', 'library'] as const;

export async function extensionRows(): Promise<Row[]> {
  const build = mkdtempSync(join(tmpdir(), 'tifa-bench-'));
  cpSync(CHROME_BUILD, build, { recursive: true });
  // An empty page of the same framework, in the same place as the extension's own.
  writeFileSync(join(build, 'empty.js'), await scriptOf('empty-page.tsx'));
  writeFileSync(
    join(build, 'empty.html'),
    '<!doctype html><meta charset="utf-8"><body><script type="module" src="empty.js"></script></body>',
  );
  const tifa = await Chromium.launch({ build });
  const plain = await Chromium.launch({ extension: false });
  try {
    return [...sizeRows(), ...(await pageRows(tifa, plain)), ...(await openRows(tifa))];
  } finally {
    await tifa.close();
    await plain.close();
    rmSync(build, { recursive: true, force: true });
  }
}

function sizeRows(): Row[] {
  const folder = join(CHROME_BUILD, 'content-scripts');
  const scripts = readdirSync(folder).filter((name) => name.endsWith('.js'));
  return scripts.map((name): Row => ({
    row: '9',
    what: `content script ${name}, gzip`,
    values: spread([gzipSync(readFileSync(join(folder, name))).length / 1024]),
    unit: 'KB',
    // The others come when the reader asks for a card or opens a page with notes.
    target: name === 'page.js' ? { atMost: 60 } : undefined,
  }));
}

async function pageRows(tifa: Chromium, plain: Chromium): Promise<Row[]> {
  const withTifa = await tifa.newPage();
  const without = await plain.newPage();
  const load = await takeTurns({ plain: () => loadTime(without), tifa: () => loadTime(withTifa) });
  await settled(withTifa);
  const memory = await takeTurns(
    {
      plain: () => heapOf(without),
      tifa: () => heapOf(withTifa),
    },
    3,
  );
  return [
    {
      row: '9',
      what: 'A: page load with the extension, over without',
      values: ratios(load.tifa, load.plain),
      unit: '×',
      target: { atMost: 1.05 },
    },
    {
      row: '10',
      what: 'A: JavaScript memory of the tab, over the page without the extension',
      values: spread(memory.tifa.map((bytes, i) => (bytes - (memory.plain[i] ?? 0)) / 2 ** 20)),
      unit: 'MB',
      target: { atMost: 2 },
    },
  ];
}

async function loadTime(page: Page): Promise<number> {
  await page.goto(ADDRESS);
  return page.evaluate(() => {
    const [entry] = performance.getEntriesByType('navigation');
    return entry === undefined ? Number.NaN : entry.duration;
  });
}

/** Bytes of a page's process that scripts of every world hold, after a collection. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const usage: { usedSize: number; embedderHeapUsedSize?: number; backingStorageSize?: number } =
    await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usage.usedSize + (usage.embedderHeapUsedSize ?? 0) + (usage.backingStorageSize ?? 0);
}

async function openRows(tifa: Chromium): Promise<Row[]> {
  const id = await tifa.extensionId();
  const page = await tifa.newPage();
  const open = async (name: string): Promise<number> => {
    await page.goto(`chrome-extension://${id}/${name}.html`);
    return page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            const paint = list.getEntriesByName('first-contentful-paint')[0];
            if (paint !== undefined) resolve(paint.startTime);
          }).observe({ type: 'paint', buffered: true });
        }),
    );
  };
  const times = await takeTurns({
    empty: () => open('empty'),
    popup: () => open('popup'),
    sidepanel: () => open('sidepanel'),
    library: () => open('library'),
  });
  return OWN_PAGES.map((name): Row => ({
    row: '11',
    what: `${name}: open to first contentful paint, over an empty page`,
    values: ratios(times[name], times.empty),
    unit: '×',
    target: { atMost: 1.5 },
  }));
}
