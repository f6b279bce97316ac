import type { Page } from '@playwright/test';
import { expect, test } from '../support/extension-test.ts';
import { settled } from '../support/highlights.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

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

/** Takes every mark off, as if the extension had never been there. */
const unmark = (page: Page): Promise<void> =>
  page.evaluate(() => {
    CSS.highlights.clear();
  });

for (const { name, address } of BUNDLED_PAGES) {
  test.describe(`marks on the ${name} page change`, () => {
    test('no layout', async ({ tifa }) => {
      const page = await tifa.open(address);
      await settled(page);
      const marked = await page.evaluate(layout);
      await unmark(page);
      expect(await page.evaluate(layout)).toEqual(marked);
    });

    test('no selection, and no word that a double click selects', async ({ tifa }) => {
      const page = await tifa.open(address);
      const [first] = (await settled(page)).filter(({ text }) => text.length > 6);
      const select = (): Promise<string[]> =>
        page.evaluate(
          (text) => {
            const selection = getSelection();
            selection?.selectAllChildren(document.body);
            const all = selection?.toString() ?? '';
            selection?.collapse(document.body, 0);
            const found = (window as unknown as { find(text: string): boolean }).find(text);
            const words: string[] = [];
            for (let i = 0; i < 4; i++) {
              selection?.modify('extend', 'forward', 'word');
              words.push(selection?.toString() ?? '');
            }
            return [all, String(found), ...words];
          },
          first?.text.replace(/\s+/gu, '') ?? '',
        );
      const marked = await select();
      await unmark(page);
      expect(await select()).toEqual(marked);
    });

    test('nothing that is copied', async ({ tifa }) => {
      const page = await tifa.open(address);
      await settled(page);
      const copied = (): Promise<string[]> =>
        page.evaluate(() => {
          const range = new Range();
          range.selectNodeContents(document.body);
          const selection = getSelection();
          selection?.removeAllRanges();
          selection?.addRange(range);
          const holder = document.createElement('div');
          holder.append(range.cloneContents());
          return [selection?.toString() ?? '', holder.innerHTML];
        });
      const [text, html] = await copied();
      await unmark(page);
      expect(await copied()).toEqual([text, html]);
      expect(html).not.toContain('tifa');
    });

    test('nothing that is printed', async ({ tifa }) => {
      const page = await tifa.open(address);
      await settled(page);
      await page.emulateMedia({ media: 'print' });
      const marked = await page.screenshot();
      await unmark(page);
      expect((await page.screenshot()).equals(marked)).toBe(true);
    });
  });
}

test('find in page finds text that marks cut, and text inside them', async ({ tifa }) => {
  const page = await tifa.open(BUNDLED_PAGES[0].address);
  await settled(page);
  const finds = await page.evaluate(() => {
    const find = (text: string): boolean => {
      getSelection()?.collapse(document.body, 0);
      return (window as unknown as { find(text: string): boolean }).find(text);
    };
    return [find('切实肩负起举旗帜聚民心、防风险保安全'), find('络空间命运共同体'), find('没有这样的文字')];
  });
  expect(finds).toEqual([true, true, false]);
});
