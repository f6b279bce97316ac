import { cardShowing, noCard, pressInCard } from '../support/card.ts';
import { expect, test } from '../support/extension-test.ts';
import { highlights, settled } from '../support/highlights.ts';
import { markAt } from '../support/marks.ts';
import type { Page } from '@playwright/test';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [HOU, GOV] = BUNDLED_PAGES;

async function count(page: Page, text: string): Promise<number> {
  return (await highlights(page)).filter((span) => span.text.replace(/\s+/gu, '') === text).length;
}

test('a term is never marked again, in every open page and after a reload, until that is undone', async ({
  tifa,
}) => {
  const other = await tifa.open(HOU.address);
  await settled(other);
  const page = await tifa.open(GOV.address);
  await settled(page);
  const [here, there] = [await count(page, '网信工作'), await count(other, '网信工作')];
  expect(Math.min(here, there)).toBeGreaterThan(0);
  const { x, y } = await markAt(page, '网信工作');
  await page.mouse.click(x, y);
  await cardShowing(page, 'wǎngxìn gōngzuò');
  await pressInCard(page, /^Never mark/u);
  await cardShowing(page, 'This term is no longer marked.');
  await expect.poll(() => count(page, '网信工作')).toBe(0);
  await expect.poll(() => count(other, '网信工作')).toBe(0);
  expect(await count(page, '网络强国'), 'other terms stay').toBeGreaterThan(0);

  // Not for a moment, although the page's script has to ask what terms are called.
  await other.addInitScript(() => {
    const seen = new Set<string>();
    Object.assign(globalThis, { seenMarked: seen });
    const look = (): void => {
      for (const [name, highlight] of CSS.highlights) {
        if (!name.startsWith('tifa-')) continue;
        for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
          const range = document.createRange();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          seen.add(range.toString());
        }
      }
      requestAnimationFrame(look);
    };
    look();
  });
  await other.reload();
  await settled(other);
  expect(await count(other, '网信工作')).toBe(0);
  const seen = await other.evaluate(() => [
    ...(globalThis as unknown as { seenMarked: Set<string> }).seenMarked,
  ]);
  expect(seen).toContain('网络强国');
  expect(seen).not.toContain('网信工作');

  await pressInCard(page, /^Undo$/u);
  await expect.poll(() => count(page, '网信工作')).toBe(here);
  await expect.poll(() => count(other, '网信工作')).toBe(there);
  await cardShowing(page, 'Never mark');
});

test('“wrong here” takes one mark off, at every address of the site, and what is inside it takes its place', async ({
  tifa,
}) => {
  const html =
    '<!doctype html><title>w</title><p>一读网络安全法规。</p><p>修改<a>网络安全法</a>的决定。</p><p>又见网络安全法，再议。';
  const page = await tifa.open(tifa.pages.serve('https://www.4hou.com/wrong', html));
  await settled(page);
  const before = await count(page, '网络安全法');
  expect(before).toBe(2);
  const { x, y } = await markAt(page, '网络安全法');
  await page.mouse.click(x, y);
  await cardShowing(page, 'Cybersecurity Law');
  await pressInCard(page, /^Wrong here/u);
  await cardShowing(page, 'No longer marked here.');
  await expect.poll(() => count(page, '网络安全法')).toBe(1);
  expect((await highlights(page)).map(({ text }) => text)).toContain('网络安全');
  await page.keyboard.press('Escape');
  await noCard(page);

  const again = await tifa.open(tifa.pages.serve('https://www.4hou.com/wrong?utm_source=x', html));
  await settled(again);
  expect(await count(again, '网络安全法')).toBe(1);
  const elsewhere = await tifa.open(tifa.pages.serve('https://www.people.com.cn/wrong', html));
  await settled(elsewhere);
  expect(await count(elsewhere, '网络安全法')).toBe(2);
});

test('“wrong here” is undone from the card, and in the options', async ({ tifa }) => {
  const page = await tifa.open(
    tifa.pages.serve(
      'https://www.4hou.com/undo',
      '<!doctype html><title>u</title><p>要坚持四个自信，坚持党管互联网。',
    ),
  );
  await settled(page);
  const { x, y } = await markAt(page, '四个自信');
  await page.mouse.click(x, y);
  await cardShowing(page, 'sì gè zìxìn');
  await pressInCard(page, /^Wrong here/u);
  await expect.poll(() => count(page, '四个自信')).toBe(0);
  await pressInCard(page, /^Undo$/u);
  await expect.poll(() => count(page, '四个自信')).toBe(1);

  // And later, in the options.
  await pressInCard(page, /^Wrong here/u);
  await expect.poll(() => count(page, '四个自信')).toBe(0);
  const options = await tifa.open(`chrome-extension://${await tifa.extensionId()}/options.html`);
  await options.getByRole('button', { name: /^Mark again: …要坚持【四个自信】/u }).click();
  await expect.poll(() => count(page, '四个自信')).toBe(1);
});
