/** As tests/e2e/untouched.spec.ts, printing aside, which is compared in Chromium only. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Firefox } from '../support/firefox.ts';
import { settled } from '../support/highlights.ts';
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

/** Takes every mark off, as if the extension had never been there. */
const unmark = (page: Page): Promise<void> =>
  page.evaluate(() => {
    CSS.highlights.clear();
  });

/** Where every element and every line of text stands; and the whole DOM. */
function layout(): { boxes: string[]; dom: string } {
  const boxes: string[] = [];
  const say = ({ x, y, width, height }: DOMRect): void => {
    boxes.push([x, y, width, height].map((n) => n.toFixed(2)).join(' '));
  };
  for (const element of document.querySelectorAll('body *')) say(element.getBoundingClientRect());
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const range = new Range();
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) say(rect);
  }
  return { boxes, dom: document.documentElement.outerHTML };
}

/** What is selected with all selected, what finding a word selects, and words selected from there on. */
function select(word: string): string[] {
  const selection = getSelection();
  selection?.selectAllChildren(document.body);
  const all = selection?.toString() ?? '';
  selection?.collapse(document.body, 0);
  const found = (window as unknown as { find(text: string): boolean }).find(word);
  const words: string[] = [];
  for (let i = 0; i < 4; i++) {
    selection?.modify('extend', 'forward', 'word');
    words.push(selection?.toString() ?? '');
  }
  return [all, String(found), ...words];
}

/** What a copy of the whole page has, as text and as HTML. */
function copied(): string[] {
  const range = new Range();
  range.selectNodeContents(document.body);
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  const holder = document.createElement('div');
  holder.append(range.cloneContents());
  return [selection?.toString() ?? '', holder.innerHTML];
}

describe.each(BUNDLED_PAGES)('marks on the $name page change in Firefox', ({ address }) => {
  test('no layout, no selection, nothing that is found or copied', async () => {
    const page = await openMarked(address);
    const look = async (): Promise<unknown[]> => [
      await page.evaluate(layout),
      await page.evaluate(select, '网络强国'),
      await page.evaluate(copied),
    ];
    const marked = await look();
    expect(JSON.stringify(marked[2])).not.toContain('tifa');
    await unmark(page);
    expect(await look()).toEqual(marked);
  });
});

test('find in page finds text that marks cut, and text inside them', async () => {
  const page = await openMarked(BUNDLED_PAGES[0].address);
  const finds = await page.evaluate(() => {
    const find = (text: string): boolean => {
      getSelection()?.collapse(document.body, 0);
      return (window as unknown as { find(text: string): boolean }).find(text);
    };
    return [find('切实肩负起举旗帜聚民心、防风险保安全'), find('络空间命运共同体'), find('没有这样的文字')];
  });
  expect(finds).toEqual([true, true, false]);
});
