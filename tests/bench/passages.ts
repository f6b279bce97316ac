/** Row 7: passages beside L, one walk over the page's text nodes, measured in the same rounds. */
import type { Browser, Page } from '@playwright/test';
import { loadBundled } from '../../src/cli/bundled.ts';
import { loadSeeds } from '../../src/cli/seeds.ts';
import { formulationsIn } from '../../src/core/passages/known.ts';
import { sourceTextOf } from '../../src/core/passages/source-text.ts';
import { callerOf, meanOf, scriptOf, takeTurns } from './harness.ts';
import type { PassageBench } from './passages-page.ts';
import type { Row } from './rows.ts';
import { ratios, spread, type Spread } from './stats.ts';
import { pageA } from './terms.ts';
import { pageB } from './texts.ts';

const SYNTHETIC = 1000;

async function measure(page: Page, engine: string, times: number): Promise<Spread> {
  const call = callerOf<PassageBench>(page, 'tifaPassages');
  const { limit, find } = await takeTurns({
    limit: meanOf(times, () => call('limit')),
    find: () => call('find', engine, times),
  });
  return ratios(find, limit);
}

export async function passageRows(browser: Browser): Promise<Row[]> {
  const sources = loadSeeds().sources.map(sourceTextOf);
  const knownIn = formulationsIn(loadBundled().recogniser);
  const known = Object.fromEntries(sources.map(({ id, text }) => [id, [...knownIn(text)]]));
  const code = await scriptOf('passages-page.ts');
  const rows: Row[] = [];
  const open = async (html: string): Promise<Page> => {
    const page = await browser.newPage();
    await page.setContent(html);
    await page.addScriptTag({ content: code });
    await callerOf<PassageBench>(page, 'tifaPassages')('prepare');
    return page;
  };

  const a = await open(pageA);
  await callerOf<PassageBench>(a, 'tifaPassages')('load', sources, known, 0);
  rows.push({
    row: '7',
    what: 'A: passages, bundled sources',
    values: await measure(a, '0', 20),
    unit: '× L',
    target: { atMost: 5 },
  });
  await a.close();

  const b = await open(pageB());
  const call = callerOf<PassageBench>(b, 'tifaPassages');
  const small = await call('load', sources, known, 0);
  rows.push({
    row: '7',
    what: 'B: passages, bundled sources',
    values: await measure(b, '0', 1),
    unit: '× L',
    target: { atMost: 3 },
  });
  const large = await call('load', sources, known, SYNTHETIC);
  rows.push({
    row: '7',
    what: 'B: passages, 1,000 sources more of 10,000 characters',
    values: await measure(b, String(SYNTHETIC), 1),
    unit: '× L',
    target: { atMost: 10 },
  });
  rows.push({
    row: '7',
    what: 'B: longest slice',
    values: spread([await call('slices', '0'), await call('slices', '0')]),
    unit: 'ms',
  });
  rows.push({
    row: '7',
    what: 'index, bundled sources',
    values: spread([small.bytes]),
    unit: 'bytes a character',
    target: { atMost: 8 },
  });
  rows.push({
    row: '7',
    what: 'index, 1,000 sources more',
    values: spread([large.bytes]),
    unit: 'bytes a character',
    target: { atMost: 8 },
  });
  rows.push({
    row: '7',
    what: 'index, bundled sources: built in',
    values: spread([small.milliseconds]),
    unit: 'ms',
  });
  await b.close();
  return rows;
}
