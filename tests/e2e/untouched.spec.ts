import { expect, test } from '../support/extension-test.ts';
import { settled } from '../support/highlights.ts';
import { copied, found, layout, selected, unmark, WORDS_TO_FIND } from '../support/page-trace.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

for (const { name, address } of BUNDLED_PAGES) {
  test.describe(`marks on the ${name} page change`, () => {
    test('no layout', async ({ tifa }) => {
      const page = await tifa.open(address);
      await settled(page);
      const marked = await page.evaluate(layout);
      await page.evaluate(unmark);
      expect(await page.evaluate(layout)).toEqual(marked);
    });

    test('no selection, and no word that a double click selects', async ({ tifa }) => {
      const page = await tifa.open(address);
      const [first] = (await settled(page)).filter(({ text }) => text.length > 6);
      const word = first?.text.replace(/\s+/gu, '') ?? '';
      const marked = await page.evaluate(selected, word);
      await page.evaluate(unmark);
      expect(await page.evaluate(selected, word)).toEqual(marked);
    });

    test('nothing that is copied', async ({ tifa }) => {
      const page = await tifa.open(address);
      await settled(page);
      const marked = await page.evaluate(copied);
      expect(marked[1]).not.toContain('tifa');
      await page.evaluate(unmark);
      expect(await page.evaluate(copied)).toEqual(marked);
    });

    test('nothing that is printed', async ({ tifa }) => {
      const page = await tifa.open(address);
      await settled(page);
      await page.emulateMedia({ media: 'print' });
      const marked = await page.screenshot();
      await page.evaluate(unmark);
      expect((await page.screenshot()).equals(marked)).toBe(true);
    });
  });
}

test('find in page finds text that marks cut, and text inside them', async ({ tifa }) => {
  const page = await tifa.open(BUNDLED_PAGES[0].address);
  await settled(page);
  expect(await page.evaluate(found, WORDS_TO_FIND)).toEqual([true, true, false]);
});
