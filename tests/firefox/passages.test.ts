import { expect, test } from 'vitest';
import { Firefox } from '../support/firefox.ts';
import { passageHighlights, settled } from '../support/highlights.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [HOU] = BUNDLED_PAGES;

test('the article of the 4hou page is registered as the same text as a source', async () => {
  const firefox = await Firefox.launch();
  try {
    await firefox.installExtension();
    const page = await firefox.open(HOU.address);
    await settled(page);
    await expect
      .poll(async () => (await passageHighlights(page)).length, { timeout: 10_000 })
      .toBeGreaterThan(3);
    const spans = await passageHighlights(page);
    expect(new Set(spans.map(({ name }) => name))).toEqual(new Set(['tifa-passage-verbatim']));
    const words = spans.map(({ text }) => text.replace(/\s+/gu, '')).join('');
    expect(words.startsWith('中共中央总书记、国家主席')).toBe(true);
    expect(words.length).toBeGreaterThan(1500);
  } finally {
    await firefox.close();
  }
});
