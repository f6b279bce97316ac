import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Firefox } from '../support/firefox.ts';
import { settled } from '../support/highlights.ts';
import { ownPagesBuild } from '../support/own-pages-build.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [HOU] = BUNDLED_PAGES;

let firefox: Firefox;
let remove: () => void;

beforeAll(async () => {
  const build = ownPagesBuild('library.html', 'popup.html');
  ({ remove } = build);
  firefox = await Firefox.launch();
  await firefox.installExtension(build.path);
});

afterAll(async () => {
  await firefox.close();
  remove();
});

async function library(hash: string): Promise<Page> {
  const page = await firefox.openOwn(`library.html${hash}`);
  await page.waitForSelector('h1');
  return page;
}

const text = (page: Page, selector: string): Promise<string> =>
  page.evaluate((at) => document.querySelector(at)?.textContent ?? '', selector);

test('a deep link opens at its paragraph, with the highlights that pages have', async () => {
  const page = await library('#/sources/002b/p18');
  expect(await text(page, '.target')).toContain('清朗');
  expect(await page.evaluate(() => document.activeElement?.className)).toContain('target');
  const names = await page.evaluate(() => [...CSS.highlights.keys()]);
  expect(names).toEqual(expect.arrayContaining(['tifa-principle', 'tifa-concept-faint']));
  await page.close();
});

test('by keyboard: look up, open a term, and back to the list', async () => {
  const page = await library('#/terms');
  await page.focus('input[type=search]');
  await page.keyboard.type('ten upholds');
  await expect.poll(() => text(page, '.term-row a')).toContain('十个坚持');
  await page.keyboard.press('Enter');
  await expect.poll(() => text(page, 'h1')).toBe('十个坚持');
  await page.evaluate(() => {
    history.back();
  });
  await expect.poll(() => page.evaluate(() => document.querySelector('input')?.value)).toBe('ten upholds');
  await page.close();
});

test('a term in a text opens its card, and Esc gives the text back', async () => {
  const page = await library('#/sources/000');
  await page.focus('a.term[data-term=xi-jinping]');
  await page.keyboard.press('Enter');
  const title = (): Promise<string> =>
    page.evaluate(
      () => document.querySelector('.term-card')?.shadowRoot?.querySelector('h2')?.textContent ?? '',
    );
  await expect.poll(title).toBe('习近平');
  await page.keyboard.press('Escape');
  await expect.poll(() => page.$('.term-card')).toBeNull();
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('习近平');
  await page.close();
});

test('two texts are compared, and the differences gone through by keys', async () => {
  const page = await library('#/compare/003/000');
  await expect.poll(() => text(page, '.compare-counter'), { timeout: 10_000 }).toMatch(/^\d+/u);
  await page.focus('.compare-step button:last-child');
  await page.keyboard.press('Enter');
  await expect.poll(() => text(page, '.compare-counter')).toMatch(/^(1 of|第1处)/u);
  await page.keyboard.press('n');
  await expect.poll(() => text(page, '.compare-counter')).toMatch(/^(2 of|第2处)/u);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-current')))
    .toBe('true');
  await page.close();
});

test('the article of an open tab is compared', async () => {
  const article = await firefox.open(HOU.address);
  await settled(article);
  const popup = await firefox.openOwn('popup.html');
  const tab = await popup.evaluate(async (url) => {
    const { tabs } = (
      globalThis as unknown as {
        browser: { tabs: { query(of: object): Promise<{ id?: number; url?: string }[]> } };
      }
    ).browser;
    return (await tabs.query({})).find((one) => one.url === url)?.id;
  }, HOU.address);
  const page = await library(`#/compare/page?tab=${String(tab)}&with=001`);
  await expect
    .poll(() => page.evaluate(() => document.querySelectorAll('.compared-line.same').length), {
      timeout: 15_000,
    })
    .toBeGreaterThan(15);
  await page.close();
});

test('nothing went wrong meanwhile', () => {
  expect(firefox.problems).toEqual([]);
  expect(firefox.pages.stray).toEqual([]);
});
