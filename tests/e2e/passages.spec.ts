/// <reference types="chrome" />
import type { Page } from '@playwright/test';
import { cardShowing, shownCard } from '../support/card.ts';
import { expect, test } from '../support/extension-test.ts';
import { highlights, passageHighlights, settled } from '../support/highlights.ts';
import { pointOn } from '../support/marks.ts';
import { openPanel } from '../support/page-notes.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';
import { sourceText } from '../support/passage-engines.ts';

const [HOU] = BUNDLED_PAGES;
const FIGURES = sourceText('002b')
  .split('\n')
  .find((line) => line.includes('50.2万亿'));
if (FIGURES === undefined) throw new Error('no paragraph with the figure');

const EIGHT =
  '会议明确“十个坚持”重要原则：坚持党管互联网，坚持网信为民，坚持走中国特色治网之道，坚持统筹发展和安全，' +
  '坚持正能量是总要求、管得住是硬道理、用得好是真本事，坚持筑牢国家网络安全屏障，' +
  '坚持发挥信息化驱动引领作用，坚持依法管网、依法办网、依法上网。';
const REPORT = `<!doctype html><meta charset="utf-8"><title>report</title><style>body{font:17px/1.8 sans-serif;max-width:640px;margin:40px auto}</style>
<article><h1>网络强国建设综述</h1><p>${EIGHT}</p><p id="figure">${FIGURES.replace('50.2万亿', '50.3万亿')}</p>
<p id="own">记者在基层采访时看到，村里的老人已经习惯用手机挂号买药，孩子们在家就能上外地老师的课。</p></article>`;
const ADDRESS = 'https://www.4hou.com/posts/report';

/** The passages that a page has registered, once they are there. */
async function passagesOn(page: Page, count: number): Promise<string[]> {
  await expect.poll(async () => (await passageHighlights(page)).length, { timeout: 8000 }).toBe(count);
  return (await passageHighlights(page)).map(({ name, text }) => `${name} ${text.replace(/\s+/gu, '')}`);
}

test('on the 4hou page the article is registered as the same text as 000, under the terms', async ({
  tifa,
}) => {
  const page = await tifa.open(HOU.address);
  const terms = await settled(page);
  await expect.poll(async () => (await passageHighlights(page)).length, { timeout: 8000 }).toBeGreaterThan(3);
  const spans = await passageHighlights(page);
  expect(new Set(spans.map(({ name }) => name))).toEqual(new Set(['tifa-passage-verbatim']));
  const words = spans.map(({ text }) => text.replace(/\s+/gu, '')).join('');
  expect(words.startsWith('中共中央总书记、国家主席')).toBe(true);
  expect(words.length).toBeGreaterThan(1500);
  expect(await highlights(page)).toEqual(terms);
  await page.screenshot({ path: 'out/passages/page-4hou.png' });

  await test.step('a click among the same words is the page’s; with Alt it opens the passage’s card', async () => {
    const { x, y } = await pointOn(page, '取得重大成就，党');
    await page.mouse.click(x, y);
    await page.waitForTimeout(300);
    expect(await shownCard(page)).toBeUndefined();
    await page.keyboard.down('Alt');
    await page.mouse.click(x, y);
    await page.keyboard.up('Alt');
    await cardShowing(page, 'Same text as');
    await page.keyboard.press('Escape');
  });

  const panel = await openPanel(tifa, page, 'page');
  await expect(panel.getByRole('toolbar')).toHaveAccessibleName(/same text 9\d %, some words differ 0 %/u);
  await expect(panel.locator('.page-sources')).toContainText('人民日报, 15 July 2023');
  await test.step('the panel leads to the comparison of the article with a source', async () => {
    const opened = tifa.context.waitForEvent('page');
    await panel
      .getByRole('button', { name: /^Compare side by side with/u })
      .first()
      .click();
    const library = await opened;
    await expect(library.getByRole('heading', { level: 1, name: 'Compare' })).toBeVisible();
    await expect(library.getByText(/differences/u).first()).toBeVisible();
  });
  expect(tifa.problems).toEqual([]);
});

test('a report that lists eight of the ten: which two are missing, and a figure that differs', async ({
  tifa,
}) => {
  const page = await tifa.open(tifa.pages.serve(ADDRESS, REPORT));
  await settled(page);
  const [mark] = await passagesOn(page, 1);
  expect(mark).toMatch(/^tifa-passage-adapted .*50\.3万亿/u);
  await page.screenshot({ path: 'out/passages/page-report.png' });

  const panel = await openPanel(tifa, page, 'page');
  const absent = panel.locator('.page-absent li');
  await expect(absent).toContainText([
    '坚持推动构建网络空间命运共同体',
    '坚持建设忠诚干净担当的网信工作队伍',
  ]);
  const figure = panel.locator('.edited-figure');
  await expect(figure.locator('del')).toContainText('50.2');
  await expect(figure.locator('ins')).toContainText('50.3');
  await panel.screenshot({ path: 'out/passages/panel-report.png', fullPage: true });

  await test.step('a click in the panel goes to the place in the page', async () => {
    await panel.getByRole('button', { name: 'Show on the page' }).first().click();
    await expect
      .poll(async () => (await highlights(page)).filter(({ name }) => name === 'tifa-focus').length)
      .toBe(1);
  });

  await test.step('a click in the passage says which text it is the same as', async () => {
    await page.bringToFront();
    const { x, y } = await pointOn(page, '50.3万亿');
    await page.mouse.click(x, y);
    const card = await cardShowing(page, 'Same text as');
    expect(card.text).toMatch(/共产党员网, August 2023, paragraph \d+; 1 word differs\./u);
    await page.screenshot({ path: 'out/passages/card-report.png' });
    await page.keyboard.press('Escape');
    expect(await shownCard(page)).toBeUndefined();
    const own = await pointOn(page, '挂号买药');
    await page.mouse.click(own.x, own.y);
    await page.waitForTimeout(300);
    expect(await shownCard(page)).toBeUndefined();
  });

  await test.step('a changed page is compared again, and the panel hears of it', async () => {
    await page.evaluate((text) => {
      const figure = document.querySelector('#figure');
      if (figure !== null) figure.textContent = text;
    }, FIGURES);
    await expect
      .poll(async () => (await passageHighlights(page)).map(({ name }) => name), { timeout: 8000 })
      .toEqual(['tifa-passage-verbatim']);
    await expect(figure).toHaveCount(0);
    await page.evaluate(() => document.querySelector('#figure')?.remove());
    await passagesOn(page, 0);
    await expect(panel.getByText('No passage of this page')).toBeVisible();
  });
  expect(tifa.problems).toEqual([]);
});

test('passages are marked only where the reader wants them', async ({ tifa }) => {
  const page = await tifa.open(tifa.pages.serve(ADDRESS, REPORT));
  await settled(page);
  await passagesOn(page, 1);
  const worker = await tifa.worker();
  await worker.evaluate(() => chrome.storage.local.set({ passages: false }));
  await passagesOn(page, 0);
  const { x, y } = await pointOn(page, '50.3万亿');
  await page.mouse.click(x, y);
  await page.waitForTimeout(300);
  expect(await shownCard(page)).toBeUndefined();
  const panel = await openPanel(tifa, page, 'page');
  await expect(panel.locator('.edited-figure ins')).toContainText('50.3');
  expect(await passageHighlights(page)).toEqual([]);
  await worker.evaluate(() => chrome.storage.local.remove('passages'));
  await passagesOn(page, 1);
  await worker.evaluate(() => chrome.storage.local.set({ 'off:site:www.4hou.com': true }));
  await passagesOn(page, 0);
  await expect(panel.getByText('Switched off for this page.')).toBeVisible();
});

test('a page without matches registers nothing, and has no style of ours', async ({ tifa }) => {
  const page = await tifa.open(
    tifa.pages.serve(ADDRESS, '<!doctype html><meta charset="utf-8"><p>网络强国建设，大家都来谈谈看法。</p>'),
  );
  await settled(page);
  await page.waitForTimeout(3000);
  expect(await passageHighlights(page)).toEqual([]);
});

test('a page on which something always ticks has its passages, and loses and finds them with its articles', async ({
  tifa,
}) => {
  const page = await tifa.open(
    tifa.pages.serve(
      ADDRESS,
      `${REPORT}<footer id="clock">0</footer><script>
        setInterval(() => { clock.textContent = String(performance.now()); }, 5);
      </script>`,
    ),
  );
  await settled(page);
  const count = async (): Promise<number> => (await passageHighlights(page)).length;
  await expect.poll(count, { timeout: 20_000 }).toBe(1);
  await page.evaluate(() => {
    history.pushState(null, '', '/posts/another');
    const article = document.querySelector('article');
    if (article !== null)
      article.innerHTML = '<h1>网络强国</h1><p>今天的天气很好，适合出门走走，明天也是。</p>';
  });
  expect(await count(), 'no passage is left on other words').toBe(0);
  await page.waitForTimeout(500);
  expect(await count()).toBe(0);
  await page.evaluate((paragraph) => {
    const article = document.querySelector('article');
    article?.append(Object.assign(document.createElement('p'), { textContent: paragraph }));
  }, FIGURES);
  await expect.poll(count, { timeout: 20_000 }).toBe(1);
});
