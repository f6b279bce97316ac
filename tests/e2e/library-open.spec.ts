import { cardShowing, pressInCard } from '../support/card.ts';
import { expect, test } from '../support/extension-test.ts';
import { settled } from '../support/highlights.ts';
import { markAt } from '../support/marks.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [HOU] = BUNDLED_PAGES;

test('a card’s quotation opens its source in the library, at its paragraph', async ({ tifa }) => {
  const page = await tifa.open(HOU.address);
  await settled(page);
  const { x, y } = await markAt(page, '石泰峰');
  await page.mouse.click(x, y);
  await cardShowing(page, 'Shí Tàifēng');
  const opened = page.context().waitForEvent('page');
  await pressInCard(page, /library/iu);
  const library = await opened;
  await expect(library.locator('.target')).toContainText('石泰峰');
  expect(new URL(library.url()).hash).toMatch(/^#\/sources\/000\/p\d+$/u);
});
