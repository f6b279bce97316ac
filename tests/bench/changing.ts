/** Rows 5, 5b and 6: pages that change, and the pointer, with the page's reader at work. */
import type { Browser, Page } from '@playwright/test';
import { callerOf, ROUNDS, scriptOf, takeTurns } from './harness.ts';
import type { Bench } from './page.ts';
import type { Row } from './rows.ts';
import { ratios } from './stats.ts';
import { matcherText } from './terms.ts';
import { pageB } from './texts.ts';

const FRAMES = 20;
/** So many paragraphs of B have some 20,000 mentions. */
const PARAGRAPHS = 6000;

export async function changingRows(browser: Browser): Promise<Row[]> {
  const script = await scriptOf('page.ts');
  const matcher = matcherText();
  const open = async (html: string, reading: boolean): Promise<Page> => {
    const page = await browser.newPage();
    await page.setContent(html);
    await page.addScriptTag({ content: script });
    const call = callerOf<Bench>(page, 'tifaBench');
    await call('load', 'K', matcher);
    if (reading) await call('read', 'K');
    return page;
  };

  const whole = await open(pageB(), true);
  const empty = await open('<article></article>', true);
  const appended = await takeTurns({
    empty: () => callerOf<Bench>(empty, 'tifaBench')('append', 200),
    whole: () => callerOf<Bench>(whole, 'tifaBench')('append', 200),
  });
  await empty.close();
  await whole.close();

  const part = pageB().split('\n').slice(0, PARAGRAPHS).join('\n');
  const plain = await open(part, false);
  const read = await open(part, true);
  const frames = await takeTurns(
    { plain: () => taskTime(plain), read: () => taskTime(read) },
    Math.ceil(ROUNDS / 2),
  );
  await read.bringToFront();
  const call = callerOf<Bench>(read, 'tifaBench');
  const hits = await takeTurns({ caret: () => call('caret'), mention: () => call('mentionAt') });
  await plain.close();
  await read.close();
  return [
    {
      row: '5',
      what: '200 paragraphs appended to B one by one, over the same on an empty page',
      values: ratios(appended.whole, appended.empty),
      unit: '×',
      target: { atMost: 1.5 },
    },
    {
      row: '5b',
      what: 'frame of a changing page with 20,000 terms, over the page alone',
      values: ratios(frames.read, frames.plain),
      unit: '×',
      target: { atMost: 1.2 },
    },
    {
      row: '6',
      what: 'pointer to the term under it, over caretPositionFromPoint',
      values: ratios(hits.mention, hits.caret),
      unit: '×',
      target: { atMost: 2 },
    },
  ];
}

/** How long the page's thread worked for some frames in which its text changed, in milliseconds. */
async function taskTime(page: Page): Promise<number> {
  await page.bringToFront();
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const busy = async (): Promise<number> =>
    (await session.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'TaskDuration')
      ?.value ?? Number.NaN;
  const before = await busy();
  await callerOf<Bench>(page, 'tifaBench')('changeFrames', FRAMES);
  const time = (await busy()) - before;
  await session.detach();
  return (1000 * time) / FRAMES;
}
