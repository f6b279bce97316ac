/** Pictures of comparisons and of the popup's head, to be looked at. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/extension-test.ts';
import { settled } from '../support/highlights.ts';
import { openLibrary } from '../support/library.ts';
import { LOOKS, suffixOf } from '../support/looks.ts';
import { OUT } from '../support/paths.ts';
import { openPopup } from '../support/popup.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [HOU] = BUNDLED_PAGES;
const FOLDER = join(OUT, 'screenshots');
mkdirSync(FOLDER, { recursive: true });

/** A sentence of 002b as somebody might have adapted it. */
const ADAPTED =
  '信息化助力经济社会高质量发展——2022年，我国数字经济规模达50.3万亿元，稳居世界第二，占国内生产总值比重41.5%，数字经济日益彰显出巨大的发展潜力和无穷的创新活力。天色渐晚，骑车来的同学陆续离开了教室。';

const PLACES = [
  ['conferences', '#/compare/003/000'],
  ['reprint', '#/compare/000/001'],
  ['own', '#/compare/002b/text'],
] as const;

for (const look of LOOKS) {
  const { language, colorScheme, width } = look;
  const suffix = suffixOf(look);
  test.describe(suffix, () => {
    test.use({ browserOptions: { language, colorScheme, viewport: { width, height: 900 } } });
    test('pictures of comparisons', async ({ tifa }) => {
      for (const [name, hash] of PLACES) {
        const page = await openLibrary(tifa, hash);
        if (name === 'own') await page.locator('textarea').fill(ADAPTED);
        await page.locator('.compared-line').first().waitFor();
        const next = page.getByRole('button', { name: /Next difference|下一处差异/u });
        await next.click();
        if (name === 'own') await next.click();
        await page.mouse.move(2, 2);
        await page.waitForTimeout(400);
        await page.screenshot({ path: join(FOLDER, `compare-${name}-${suffix}.png`) });
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
          `${name} is no wider than the window`,
        ).toBe(true);
        await page.close();
      }
      if (width !== 400) return;
      const article = await tifa.open(HOU.address);
      await settled(article);
      const popup = await openPopup(tifa, article);
      await popup.getByRole('heading', { level: 2 }).waitFor();
      await popup.screenshot({ path: join(FOLDER, `popup-head-${suffix}.png`) });
      await popup.getByRole('combobox').fill('50.2万亿元');
      await popup.locator('.figure-line').waitFor();
      await popup.screenshot({ path: join(FOLDER, `popup-figure-${suffix}.png`) });
    });
  });
}
