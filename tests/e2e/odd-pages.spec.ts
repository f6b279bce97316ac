import { expect, test } from '../support/extension-test.ts';
import { highlights, settled } from '../support/highlights.ts';
import { hasHighlightAtEdge, longPage, ODD_PAGES, timeToFrame } from '../support/odd-pages.ts';

for (const { title, address, html, headers, expected } of ODD_PAGES) {
  test(title, async ({ tifa }) => {
    tifa.pages.serve(address, html, headers);
    const page = await tifa.open(address);
    if (expected.length > 0) {
      expect((await settled(page)).map(({ text }) => text.replace(/\s+/gu, ''))).toEqual(expected);
    }
    // Alive where there is nothing to find: what comes later is found.
    await page.evaluate(() => {
      const paragraph = document.createElement('p');
      paragraph.textContent = '加快建设网络强国';
      ((document.body as HTMLElement | null) ?? document.documentElement).append(paragraph);
    });
    await expect
      .poll(async () => (await highlights(page)).filter(({ text }) => text === '网络强国').length)
      .toBe(expected.filter((text) => text === '网络强国').length + 1);
  });
}

test('a page of 2 MB of text is highlighted where the reader is, and stays usable', async ({ tifa }) => {
  const address = tifa.pages.serve('https://www.people.com.cn/long.html', longPage());
  const page = await tifa.open(address);
  await expect.poll(() => page.evaluate(hasHighlightAtEdge, false), { timeout: 10_000 }).toBe(true);
  expect(await page.evaluate(timeToFrame)).toBeLessThan(500);
  await page.evaluate(() => {
    window.scrollTo(0, document.documentElement.scrollHeight);
  });
  await expect.poll(() => page.evaluate(hasHighlightAtEdge, true), { timeout: 10_000 }).toBe(true);
  expect(await page.evaluate(timeToFrame)).toBeLessThan(500);
});
