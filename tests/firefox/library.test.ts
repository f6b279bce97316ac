import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Firefox } from '../support/firefox.ts';
import { highlights } from '../support/highlights.ts';

let firefox: Firefox;
let page: Page;

beforeAll(async () => {
  firefox = await Firefox.launch();
  await firefox.installExtension();
  page = await firefox.openOwn('library.html');
});

afterAll(async () => {
  const problems = firefox.problems.splice(0);
  await firefox.close();
  expect(problems).toEqual([]);
});

async function goTo(hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to;
  }, hash);
  await new Promise((resolve) => setTimeout(resolve, 200));
}

const heading = (): Promise<string | undefined> =>
  page.evaluate(() => document.querySelector('h1')?.textContent.trim());

describe('the library in Firefox', () => {
  test('lists the terms', async () => {
    await expect.poll(heading).toMatch(/^(?:Terms|词条)$/u);
    expect(await page.evaluate(() => document.querySelectorAll('.term-row').length)).toBeGreaterThan(50);
  });

  test('shows a term with its members, and the heading has the focus', async () => {
    await goTo('#/terms/ten-upholds');
    expect(await heading()).toBe('十个坚持');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await page.evaluate(() => document.querySelectorAll('.kwic-line').length)).toBeGreaterThan(2);
  });

  test('opens a text at its paragraph, highlighted as pages are', async () => {
    await goTo('#/sources/000/p11');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('蔡奇');
    const names = new Set((await highlights(page)).map(({ name }) => name));
    expect([...names]).toEqual(expect.arrayContaining(['tifa-principle', 'tifa-person']));
  });

  test('back returns to the term', async () => {
    await page.evaluate(() => {
      history.back();
    });
    await expect.poll(heading).toBe('十个坚持');
  });

  test('writes the glossary of a text', async () => {
    await goTo('#/glossary?source=004');
    await page.evaluate(() => {
      document.querySelector<HTMLElement>('.as-text summary')?.click();
    });
    await expect
      .poll(() => page.evaluate(() => document.querySelector('textarea')?.value.split('\n').length ?? 0))
      .toBeGreaterThan(50);
  });
});
