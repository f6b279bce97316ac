/** Rows 1 to 4: recognition and painting beside L, one walk over the page's text nodes, and beside mark.js. */
import type { Browser, Page } from '@playwright/test';
import { callerOf, meanOf, scriptOf, takeTurns } from './harness.ts';
import type { Bench } from './page.ts';
import type { Row } from './rows.ts';
import { ratios, spread } from './stats.ts';
import { forms, headwords, matcherText, pageA } from './terms.ts';
import { pageB, pageC } from './texts.ts';
import { trieExpression } from './trie-expression.ts';

export async function recognitionRows(browser: Browser): Promise<Row[]> {
  const script = await scriptOf('page.ts');
  const rows: Row[] = [];
  /** A page of its own for each matcher: code that has met two kinds of arrays is slower than any page's. */
  const open = async (html: string, random: number): Promise<Page> => {
    const page = await browser.newPage();
    await page.setContent(html);
    await page.addScriptTag({ content: script });
    await callerOf<Bench>(page, 'tifaBench')('load', 'K', matcherText(random));
    return page;
  };

  // Page A is small, so each figure is the mean of many runs in a round.
  const a = await open(pageA, 0);
  const onA = callerOf<Bench>(a, 'tifaBench');
  // What mark.js leaves behind is not for the others to lay out.
  const marked = await open(pageA, 0);
  const onMarked = callerOf<Bench>(marked, 'tifaBench');
  const expression = trieExpression(forms);
  const { marks } = await onA('highlights', 'K');
  const oursLaidOut: number[] = [];
  const trieLaidOut: number[] = [];
  const times = await takeTurns({
    limit: meanOf(20, () => onA('limit')),
    spans: meanOf(20, () => onA('spans', 'K')),
    highlights: async () => {
      const { script, layout } = await onA('shown', 'K', 20, marks);
      oursLaidOut.push(script + layout);
      return script;
    },
    trie: async () => {
      const { script, layout } = await onMarked('mark', expression, 5);
      trieLaidOut.push(script + layout);
      return script;
    },
  });
  const laidOut = -times.trie.length;
  rows.push(
    { row: '2', what: 'A: text → spans, K0', values: ratios(times.spans, times.limit), unit: '× L' },
    {
      row: '3',
      what: 'A: text → highlights registered, K0',
      values: ratios(times.highlights, times.limit),
      unit: '× L',
      target: { atMost: 25 },
    },
    {
      row: '4',
      what: 'A: mark.js, one trie expression, over ours',
      values: ratios(times.trie, times.highlights),
      unit: '×',
      target: { atLeast: 10 },
    },
    {
      row: '4',
      what: 'A: the same, with the style and layout that each makes necessary',
      values: ratios(trieLaidOut.slice(laidOut), oursLaidOut.slice(laidOut)),
      unit: '×',
      target: { atLeast: 10 },
    },
  );
  const list: number[] = [];
  for (let i = 0; i < 3; i++) list.push((await onMarked('mark', headwords, 1)).script);
  const { median } = spread(times.highlights);
  rows.push({
    row: '4',
    what: 'A: mark.js, its list of terms (headwords), over ours',
    values: spread(list.map((time) => time / median)),
    unit: '×',
    target: { atLeast: 500 },
  });
  await a.close();
  await marked.close();

  const text = matcherText();
  const cold: number[] = [];
  for (let i = 0; i < 7; i++) {
    const page = await browser.newPage();
    await page.setContent(pageA);
    await page.addScriptTag({ content: script });
    // As the content script does, it waits for the page's first frame, which is the page's own.
    await page.evaluate(
      () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => setTimeout(resolve, 0));
        }),
    );
    const call = callerOf<Bench>(page, 'tifaBench');
    const loading = await call('load', 'K', text);
    cold.push(loading + (await call('highlights', 'K')).milliseconds);
    await page.close();
  }
  rows.push({
    row: '2',
    what: 'A: cold, matcher from its text to highlights',
    values: spread(cold),
    unit: 'ms',
    target: { atMost: 6 },
  });

  for (const [name, random, scan, spans] of [
    ['K0', 0, 1, 3],
    ['K1', 10_000, undefined, undefined],
    ['K2', 100_000, 2.5, 5],
  ] as const) {
    const page = await open(pageB(), random);
    const call = callerOf<Bench>(page, 'tifaBench');
    const onB = await takeTurns({
      limit: () => call('limit'),
      scan: () => call('scan', 'K'),
      spans: () => call('spans', 'K'),
    });
    rows.push(
      {
        row: '1',
        what: `B: scan of folded text, ${name}`,
        values: ratios(onB.scan, onB.limit),
        unit: '× L',
        target: scan === undefined ? undefined : { atMost: scan },
      },
      {
        row: '2',
        what: `B: text → spans, ${name}`,
        values: ratios(onB.spans, onB.limit),
        unit: '× L',
        target: spans === undefined ? undefined : { atMost: spans },
      },
    );
    if (random === 0) {
      const longest: number[] = [];
      const walls: number[] = [];
      const painted = await takeTurns({
        limit: () => call('limit'),
        highlights: async () => {
          const { milliseconds, wall, slice } = await call('highlights', 'K');
          longest.push(slice);
          walls.push(wall);
          return milliseconds;
        },
      });
      rows.push(
        {
          row: '3',
          what: 'B: text → highlights registered, K0',
          values: ratios(painted.highlights, painted.limit),
          unit: '× L',
          target: { atMost: 7 },
        },
        {
          row: '3',
          what: 'B: longest task of that',
          values: spread(longest),
          unit: 'ms',
          target: { atMost: 8 },
        },
        {
          row: '3',
          what: 'B: until all is registered, with the frames of the page between',
          values: spread(walls),
          unit: 'ms',
        },
      );
    }
    await page.close();
  }

  const c = await open(pageC(), 0);
  const onC = callerOf<Bench>(c, 'tifaBench');
  const cut = await takeTurns({ limit: () => onC('limit'), spans: () => onC('spans', 'K') });
  rows.push({
    row: '2',
    what: 'C: text → spans, K0',
    values: ratios(cut.spans, cut.limit),
    unit: '× L',
    target: { atMost: 1.5 },
  });
  await c.close();
  return rows;
}
