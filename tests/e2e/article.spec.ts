import { HEADLINE_PAGE } from '../support/article-pages.ts';
import { expect, test } from '../support/extension-test.ts';
import { settled } from '../support/highlights.ts';
import { openPopup } from '../support/popup.ts';

test('the popup counts the terms of the headline in the article, those of other articles elsewhere', async ({
  tifa,
}) => {
  const page = await tifa.open(tifa.pages.serve('https://www.people.com.cn/headline', HEADLINE_PAGE));
  await settled(page);
  const popup = await openPopup(tifa, page);
  const counts = popup.locator('.article-counts');
  await expect(counts).toContainText('in the article 2');
  await expect(counts).toContainText('elsewhere on the page 2');
  await expect(popup.getByText('0 of 10')).toBeVisible();
});
