import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { expectedMismatches } from '../support/expected.ts';
import { Firefox } from '../support/firefox.ts';
import { highlights, kindAndWeight, settled } from '../support/highlights.ts';
import { hasHighlightAtEdge, longPage, ODD_PAGES, timeToFrame } from '../support/odd-pages.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

let firefox: Firefox;
/** The bundled pages' DOM before the extension is there. */
const plain = new Map<string, string>();
let open: Page[] = [];

const serialise = (): string => document.documentElement.outerHTML;

async function openPage(address: string): Promise<Page> {
  const page = await firefox.open(address);
  open.push(page);
  return page;
}

async function texts(page: Page): Promise<string[]> {
  return (await highlights(page)).map(({ text }) => text.replace(/\s+/gu, ''));
}

beforeAll(async () => {
  firefox = await Firefox.launch();
  for (const { name, address } of BUNDLED_PAGES) {
    const page = await firefox.open(address);
    plain.set(name, await page.evaluate(serialise));
    await page.close();
  }
  await firefox.installExtension();
});

afterEach(async () => {
  for (const page of open) await page.close();
  open = [];
  const [problems, stray] = [firefox.problems.splice(0), firefox.pages.stray.splice(0)];
  expect(problems, 'errors in the console or in a script of the extension').toEqual([]);
  expect(stray, 'requests that no test page makes').toEqual([]);
});

afterAll(async () => {
  await firefox.close();
});

describe.each(BUNDLED_PAGES)('the $name page in Firefox', ({ name, address }) => {
  test('has highlights, all under names of the contract, all in the document', async () => {
    const spans = await settled(await openPage(address));
    expect(spans.length).toBeGreaterThan(50);
    expect(spans.filter((span) => kindAndWeight(span.name) === undefined)).toEqual([]);
    expect(spans.filter(({ start, end }) => start < 0 || end <= start)).toEqual([]);
  });

  test('has exactly the highlights that a reader of it wrote down', async () => {
    expect(expectedMismatches(name, await settled(await openPage(address))).join('\n')).toBe('');
  });

  test('has the same DOM with the extension as without', async () => {
    const page = await openPage(address);
    await settled(page);
    expect(await page.evaluate(serialise)).toBe(plain.get(name));
  });
});

test.each(ODD_PAGES)('$title', async ({ address, html, headers, expected }) => {
  const page = await openPage(firefox.pages.serve(address, html, headers));
  if (expected.length > 0) {
    await settled(page);
    expect(await texts(page)).toEqual(expected);
  }
  await page.evaluate(() => {
    const paragraph = document.createElement('p');
    paragraph.textContent = '加快建设网络强国';
    ((document.body as HTMLElement | null) ?? document.documentElement).append(paragraph);
  });
  const count = expected.filter((text) => text === '网络强国').length + 1;
  await expect
    .poll(async () => (await texts(page)).filter((text) => text === '网络强国').length, { timeout: 5000 })
    .toBe(count);
});

test('a page of 2 MB of text is highlighted where the reader is, and stays usable', async () => {
  const page = await openPage(firefox.pages.serve('https://www.people.com.cn/long.html', longPage()));
  await expect.poll(() => page.evaluate(hasHighlightAtEdge, false), { timeout: 10_000 }).toBe(true);
  expect(await page.evaluate(timeToFrame)).toBeLessThan(1000);
  await page.evaluate(() => {
    window.scrollTo(0, document.documentElement.scrollHeight);
  });
  await expect.poll(() => page.evaluate(hasHighlightAtEdge, true), { timeout: 10_000 }).toBe(true);
});

test('content added later is highlighted, and removed content’s highlights go', async () => {
  const html = '<!doctype html><meta charset="utf-8"><p id="a">建设网络强国</p><div id="b"></div>';
  const page = await openPage(firefox.pages.serve('https://www.people.com.cn/changes.html', html));
  await settled(page);
  await page.evaluate(() => {
    const paragraph = document.createElement('p');
    paragraph.textContent = '坚持十个坚持';
    document.getElementById('b')?.append(paragraph);
  });
  await expect.poll(() => texts(page), { timeout: 5000 }).toEqual(['网络强国', '十个坚持']);
  await page.evaluate(() => {
    document.getElementById('a')?.remove();
  });
  await expect.poll(() => texts(page), { timeout: 5000 }).toEqual(['十个坚持']);
  expect((await highlights(page)).filter(({ start }) => start < 0)).toEqual([]);
});

// The last one: afterwards the extension is gone.
test('an open page stays quiet when the extension is removed', async () => {
  const page = await openPage(BUNDLED_PAGES[0].address);
  await settled(page);
  await firefox.removeExtension();
  await page.evaluate(() => {
    document.body.append('坚持党管互联网，建设网络强国。');
    window.dispatchEvent(new Event('resize'));
  });
  await new Promise((resolve) => setTimeout(resolve, 1000));
  const after = await openPage(BUNDLED_PAGES[1].address);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await highlights(after)).toEqual([]);
});
