import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Chromium } from '../support/chromium.ts';
import { expectedMismatches } from '../support/expected.ts';
import { expect, test } from '../support/extension-test.ts';
import { highlights, kindAndWeight, settled } from '../support/highlights.ts';
import { CHROME_BUILD } from '../support/paths.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

for (const { name, address } of BUNDLED_PAGES) {
  test.describe(`the ${name} page`, () => {
    test('has highlights, all under names of the contract, all in the document', async ({ tifa }) => {
      const page = await tifa.open(address);
      const spans = await settled(page);
      expect(spans.length).toBeGreaterThan(50);
      expect(spans.filter((span) => kindAndWeight(span.name) === undefined)).toEqual([]);
      expect(spans.filter(({ start, end }) => start < 0 || end <= start)).toEqual([]);
      expect(spans.map(({ name }) => kindAndWeight(name)?.kind)).toEqual(
        expect.arrayContaining(['principle', 'concept', 'person', 'organisation', 'meeting']),
      );
    });

    test('has exactly the highlights that a reader of it wrote down', async ({ tifa }) => {
      const page = await tifa.open(address);
      expect(expectedMismatches(name, await settled(page)).join('\n')).toBe('');
    });

    test('has the same DOM with the extension as without', async ({ tifa }) => {
      const withIt = await tifa.open(address);
      await settled(withIt);
      const plain = await Chromium.launch({ extension: false });
      try {
        const without = await plain.open(address);
        const serialise = (): string => document.documentElement.outerHTML;
        expect(await withIt.evaluate(serialise)).toBe(await without.evaluate(serialise));
        expect(await highlights(without)).toEqual([]);
      } finally {
        await plain.close();
      }
    });
  });
}

test('no style rule of the extension is missing from a page with highlights', async ({ tifa }) => {
  const page = await tifa.open(BUNDLED_PAGES[0].address);
  const names = [...new Set((await settled(page)).map(({ name }) => name))];
  const css = readFileSync(join(CHROME_BUILD, 'content-scripts/page.css'), 'utf8');
  const painted = names.filter((name) => !name.endsWith('-quiet'));
  expect(painted.filter((name) => !css.includes(`::highlight(${name})`))).toEqual([]);
});

for (const language of ['zh-CN', 'en-US'] as const) {
  test.describe(`a browser in ${language}`, () => {
    test.use({ browserOptions: { language } });
    test('speaks it in the toolbar', async ({ tifa }) => {
      const worker = await tifa.worker();
      const [shown, title] = await worker.evaluate(() => [
        chrome.i18n.getUILanguage(),
        chrome.i18n.getMessage('extensionDescription'),
      ]);
      expect(shown).toBe(language);
      expect(/\p{Script=Han}{4}/u.test(title)).toBe(language === 'zh-CN');
    });
  });
}
