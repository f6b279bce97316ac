/**
 * The pictures of the README and docs/. They go to out/screenshots in every run,
 * and to docs/screenshots with `npm run screenshots`.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { cardShowing } from '../support/card.ts';
import { expect, test } from '../support/extension-test.ts';
import { settled } from '../support/highlights.ts';
import { markAt } from '../support/marks.ts';
import { OUT, PROJECT } from '../support/paths.ts';
import { openPopup } from '../support/popup.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const FOLDER =
  process.env['TIFA_SCREENSHOTS'] === 'docs' ? join(PROJECT, 'docs/screenshots') : join(OUT, 'screenshots');
mkdirSync(FOLDER, { recursive: true });
const to = (name: string): string => join(FOLDER, `${name}.png`);

for (const width of [1280, 400]) {
  test.describe(`${String(width)} pixels wide`, () => {
    test.use({ browserOptions: { viewport: { width, height: 800 } } });
    for (const { name, address } of BUNDLED_PAGES) {
      test(`picture of the ${name} page`, async ({ tifa }) => {
        const page = await tifa.open(address);
        expect((await settled(page)).length).toBeGreaterThan(50);
        await page.screenshot({ path: to(`${name}-${String(width)}`) });
      });
    }
  });
}

for (const language of ['en-US', 'zh-CN'] as const) {
  for (const colorScheme of ['light', 'dark'] as const) {
    const suffix = `${language.slice(0, 2)}-${colorScheme}`;
    test.describe(suffix, () => {
      test.use({ browserOptions: { language, colorScheme } });
      test('pictures of card and popup', async ({ tifa }) => {
        const [{ address }] = BUNDLED_PAGES;
        const page = await tifa.open(address);
        await settled(page);
        const { x, y } = await markAt(page, '坚持网信为民');
        await page.mouse.click(x, y);
        await cardShowing(page, 'jiānchí wǎngxìn wèi mín');
        await page.screenshot({ path: to(`card-${suffix}`) });
        await page.keyboard.press('Escape');
        const popup = await openPopup(tifa, page);
        await expect(popup.getByRole('heading', { level: 2 })).toBeVisible();
        await popup.screenshot({ path: to(`popup-${suffix}`) });
      });
    });
  }
}
