import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { expect, test } from 'vitest';
import { Firefox } from '../support/firefox.ts';
import { highlights, settled } from '../support/highlights.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [, GOV] = BUNDLED_PAGES;
const WORDS = '全国网信系统';

/** Selects words with the mouse and tells where the toolbar appears: under the end of the selection. */
async function select(page: Page, words: string): Promise<{ x: number; y: number }> {
  const ends = await page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(wanted);
      if (at < 0) continue;
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      node.parentElement?.scrollIntoView({ block: 'center' });
      const { left, right, top, bottom } = range.getBoundingClientRect();
      return { left, right, top, bottom };
    }
    throw new Error(`“${wanted}” is not on the page`);
  }, words);
  const middle = (ends.top + ends.bottom) / 2;
  await page.mouse.move(ends.left + 1, middle);
  await page.mouse.down();
  await page.mouse.move(ends.right - 1, middle, { steps: 6 });
  await page.mouse.up();
  await new Promise((resolve) => setTimeout(resolve, 900));
  return { x: ends.left + 20, y: ends.bottom + 6 + 14 };
}

async function marks(page: Page): Promise<string[]> {
  return (await highlights(page)).filter(({ name }) => name.startsWith('tifa-note')).map(({ text }) => text);
}

test('a note on a selection is kept: after a reload, at another address, in another browser', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'tifa-firefox-'));
  try {
    const first = await Firefox.launch(profile);
    try {
      await first.installExtension();
      const page = await first.open(GOV.address);
      await settled(page);
      const { x, y } = await select(page, WORDS);
      await page.mouse.click(x, y);
      await new Promise((resolve) => setTimeout(resolve, 400));
      await page.keyboard.type('a note');
      await page.keyboard.down('Control');
      await page.keyboard.press('Enter');
      await page.keyboard.up('Control');
      await expect.poll(() => marks(page), { timeout: 5000 }).toEqual([WORDS]);
      expect(await page.evaluate(() => document.querySelector('textarea, input[data-heard]'))).toBeNull();
      await page.reload();
      await expect.poll(() => marks(page), { timeout: 8000 }).toEqual([WORDS]);
      const html = await page.content();
      const copy = await first.open(
        first.pages.serve('https://m.12377.cn/wxxx/2025/b1f4b16e_web.html?utm_source=x', html),
      );
      await expect.poll(() => marks(copy), { timeout: 8000 }).toEqual([WORDS]);
      expect(first.problems).toEqual([]);
    } finally {
      await first.close();
    }
    const second = await Firefox.launch(profile);
    try {
      await second.installExtension();
      const page = await second.open(GOV.address);
      await expect.poll(() => marks(page), { timeout: 10_000 }).toEqual([WORDS]);
      expect(second.problems).toEqual([]);
    } finally {
      await second.close();
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}, 90_000);
