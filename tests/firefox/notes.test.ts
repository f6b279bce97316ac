import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Firefox } from '../support/firefox.ts';
import { marksInFirefox, takeInFirefox } from '../support/firefox-notes.ts';
import { settled } from '../support/highlights.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [, GOV] = BUNDLED_PAGES;
const WORDS = '全国网信系统';

test('a note on a selection is kept: after a reload, at another address, in another browser', async () => {
  const profile = mkdtempSync(join(tmpdir(), 'tifa-firefox-'));
  try {
    const first = await Firefox.launch(profile);
    try {
      await first.installExtension();
      const page = await first.open(GOV.address);
      await settled(page);
      await takeInFirefox(page, WORDS, 'a note');
      await expect.poll(() => marksInFirefox(page), { timeout: 5000 }).toEqual([WORDS]);
      expect(await page.evaluate(() => document.querySelector('textarea, input[data-heard]'))).toBeNull();
      await page.reload();
      await expect.poll(() => marksInFirefox(page), { timeout: 8000 }).toEqual([WORDS]);
      const html = await page.content();
      const copy = await first.open(
        first.pages.serve('https://m.12377.cn/wxxx/2025/b1f4b16e_web.html?utm_source=x', html),
      );
      await expect.poll(() => marksInFirefox(copy), { timeout: 8000 }).toEqual([WORDS]);
      expect(first.problems).toEqual([]);
    } finally {
      await first.close();
    }
    const second = await Firefox.launch(profile);
    try {
      await second.installExtension();
      const page = await second.open(GOV.address);
      await expect.poll(() => marksInFirefox(page), { timeout: 10_000 }).toEqual([WORDS]);
      expect(second.problems).toEqual([]);
    } finally {
      await second.close();
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}, 90_000);
