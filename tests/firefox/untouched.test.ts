/** As tests/e2e/untouched.spec.ts. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Firefox } from '../support/firefox.ts';
import { settled } from '../support/highlights.ts';
import { copied, found, layout, selected, unmark, WORDS_TO_FIND } from '../support/page-trace.ts';
import { streamsOf } from '../support/pdf.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

let firefox: Firefox;
let open: Page[] = [];

beforeAll(async () => {
  firefox = await Firefox.launch();
  await firefox.installExtension();
});

afterEach(async () => {
  for (const page of open) await page.close();
  open = [];
  expect(firefox.problems.splice(0), 'errors in the console or in a script of the extension').toEqual([]);
});

afterAll(async () => {
  await firefox.close();
});

async function openMarked(address: string): Promise<Page> {
  const page = await firefox.open(address);
  open.push(page);
  await settled(page);
  return page;
}

describe.each(BUNDLED_PAGES)('marks on the $name page change in Firefox', ({ address }) => {
  test('no layout, no selection, nothing that is found or copied', async () => {
    const page = await openMarked(address);
    const look = async (): Promise<unknown[]> => [
      await page.evaluate(layout),
      await page.evaluate(selected, '网络强国'),
      await page.evaluate(copied),
    ];
    const marked = await look();
    expect(JSON.stringify(marked[2])).not.toContain('tifa');
    await page.evaluate(unmark);
    expect(await look()).toEqual(marked);
  });
});

test('marks change nothing that is printed', async () => {
  const page = await openMarked(BUNDLED_PAGES[0].address);
  const printed = async (): Promise<string> =>
    JSON.stringify(streamsOf(await page.pdf({ printBackground: true })));
  const marked = await printed();
  await page.evaluate(unmark);
  expect((await printed()) === marked, 'the same without marks').toBe(true);
  await page.evaluate(() => {
    document.body.style.textDecoration = 'underline';
  });
  expect((await printed()) === marked, 'an underline would have shown').toBe(false);
});

test('find in page finds text that marks cut, and text inside them', async () => {
  const page = await openMarked(BUNDLED_PAGES[0].address);
  expect(await page.evaluate(found, WORDS_TO_FIND)).toEqual([true, true, false]);
});
