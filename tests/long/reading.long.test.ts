/// <reference types="chrome" />
import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from 'vitest';
import { Chromium } from '../support/chromium.ts';
import { settled } from '../support/highlights.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

/** Page loads: about an hour of reading. */
const LOADS = 500;

/** Bytes of JavaScript objects in a page's process, those of every world, after a collection. */
async function heapOf(session: CDPSession): Promise<number> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

/** Reads a page the way a reader does: scrolls, opens cards by keyboard, and has the page change. */
async function read(page: Page, address: string): Promise<void> {
  await page.goto(address);
  expect((await settled(page)).length).toBeGreaterThan(50);
  await page.evaluate(() => {
    scrollTo(0, document.documentElement.scrollHeight / 2);
    history.pushState(null, '', '#part');
    for (let i = 0; i < 20; i++) {
      const paragraph = document.createElement('p');
      paragraph.textContent = '坚持党管互联网，加快建设网络强国。';
      document.body.append(paragraph);
    }
  });
  await page.evaluate(() => {
    document.querySelectorAll('body > p').forEach((paragraph, i) => {
      if (i % 2 === 0) paragraph.remove();
    });
  });
}

test('five hundred pages leave nothing behind', { timeout: 60 * 60_000 }, async () => {
  const tifa = await Chromium.launch();
  try {
    const page = await tifa.newPage();
    const session = await tifa.context.newCDPSession(page);
    let early = 0;
    for (let load = 1; load <= LOADS; load++) {
      await read(page, BUNDLED_PAGES[load % BUNDLED_PAGES.length]?.address ?? BUNDLED_PAGES[0].address);
      if (load === LOADS / 10) early = await heapOf(session);
    }
    const late = await heapOf(session);
    expect(late / early, `bytes: ${String(early)} after a tenth, ${String(late)} at the end`).toBeLessThan(
      1.2,
    );
    const worker = await tifa.worker();
    await page.close();
    const kept = async (): Promise<string[]> =>
      worker.evaluate(async () => Object.keys(await chrome.storage.session.get(null)));
    await expect.poll(kept).toEqual([]);
    expect(await worker.evaluate(async () => Object.keys(await chrome.storage.local.get(null)))).toEqual([]);
    expect(await tifa.problemsSoFar()).toEqual([]);
  } finally {
    await tifa.close();
  }
});
