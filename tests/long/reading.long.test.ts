/// <reference types="chrome" />
import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from 'vitest';
import { Chromium } from '../support/chromium.ts';
import { settled } from '../support/highlights.ts';
import { markAt } from '../support/marks.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

/** Page loads: about an hour of reading. */
const LOADS = 500;

/** What a page's process holds, of every world, after a collection. */
interface Held {
  /** Of JavaScript objects. */
  readonly bytes: number;
  readonly nodes: number;
  readonly listeners: number;
}

async function heldBy(session: CDPSession): Promise<Held> {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize: bytes } = await session.send('Runtime.getHeapUsage');
  const { nodes, jsEventListeners: listeners } = await session.send('Memory.getDOMCounters');
  return { bytes, nodes, listeners };
}

/** Reads a page the way a reader does: scrolls, opens a card, and has the page change. */
async function read(page: Page, address: string): Promise<void> {
  await page.goto(address);
  expect((await settled(page)).length).toBeGreaterThan(50);
  const { x, y } = await markAt(page, '网络强国');
  await page.mouse.click(x, y);
  await page.locator('tifa-card:popover-open').waitFor({ state: 'attached' });
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
    let early: Held | undefined;
    for (let load = 1; load <= LOADS; load++) {
      await read(page, BUNDLED_PAGES[load % BUNDLED_PAGES.length]?.address ?? BUNDLED_PAGES[0].address);
      if (load === LOADS / 10) early = await heldBy(session);
    }
    const late = await heldBy(session);
    process.stdout.write(`after ${String(LOADS / 10)} pages ${JSON.stringify(early)}\n`);
    process.stdout.write(`after ${String(LOADS)} pages ${JSON.stringify(late)}\n`);
    for (const what of ['bytes', 'nodes', 'listeners'] as const) {
      const [before, after] = [early?.[what] ?? 0, late[what]];
      expect(after / before, `${what}: ${String(before)}, then ${String(after)}`).toBeLessThan(1.2);
    }
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
