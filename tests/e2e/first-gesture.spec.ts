/// <reference types="chrome" />
import type { Page } from '@playwright/test';
import { cardShowing, noCard, shownCard } from '../support/card.ts';
import type { Chromium } from '../support/chromium.ts';
import { expect, test } from '../support/extension-test.ts';
import { settled } from '../support/highlights.ts';
import { command } from '../support/keyboard-command.ts';
import { hoverMark, markAt } from '../support/marks.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [, GOV] = BUNDLED_PAGES;
const WORDS = '坚持党管互联网';
const PINYIN = 'jiānchí dǎng guǎn hùliánwǎng';

/** In the worker: has every script that is to be loaded into a page wait until it is released, or fail. */
interface Held {
  executeScript?: typeof chrome.scripting.executeScript;
  asked: number;
  release: () => void;
}
type HeldWorker = typeof globalThis & { held: Held };

async function hold(tifa: Chromium, way: 'wait' | 'fail'): Promise<void> {
  await (
    await tifa.worker()
  ).evaluate((how) => {
    const real = chrome.scripting.executeScript.bind(chrome.scripting);
    const held: Held = {
      executeScript: real,
      asked: 0,
      release: () => undefined,
    };
    const released = new Promise<void>((resolve) => {
      held.release = resolve;
    });
    (globalThis as HeldWorker).held = held;
    chrome.scripting.executeScript = (async (injection: never) => {
      held.asked++;
      if (how === 'fail') throw new Error('not now');
      await released;
      return real(injection);
    }) as typeof chrome.scripting.executeScript;
  }, way);
}

async function asked(tifa: Chromium): Promise<number> {
  return (await tifa.worker()).evaluate(() => (globalThis as HeldWorker).held.asked);
}

/** What waits goes on, and nothing waits or fails any more. */
async function release(tifa: Chromium): Promise<void> {
  await (
    await tifa.worker()
  ).evaluate(() => {
    const { held } = globalThis as HeldWorker;
    held.release();
    if (held.executeScript !== undefined) chrome.scripting.executeScript = held.executeScript;
  });
}

/** A page whose other scripts are loaded, so that the next one to be loaded is the card's. */
async function openPage(tifa: Chromium): Promise<{ page: Page; inOrder: string[] }> {
  const page = await tifa.open(GOV.address);
  const spans = await settled(page);
  // The script of passages comes a second after the first terms.
  await page.waitForTimeout(1600);
  return { page, inOrder: spans.map(({ text }) => text.replace(/\s+/gu, '')) };
}

async function clickWords(page: Page): Promise<void> {
  const { x, y } = await markAt(page, WORDS);
  await page.mouse.click(x, y);
}

const TURNS: Record<string, (page: Page) => Promise<unknown>> = {
  'clicks elsewhere': (page) => page.mouse.click(3, 3),
  'presses Escape': (page) => page.keyboard.press('Escape'),
  'has a page that takes the words away': (page) =>
    page.evaluate((words) => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
        (node as Text).data = (node as Text).data.replaceAll(words, '这里是别的话啊');
    }, WORDS),
};

for (const [turn, away] of Object.entries(TURNS)) {
  test(`no card opens for a reader who ${turn} before its script is there`, async ({ tifa }) => {
    const { page } = await openPage(tifa);
    await hold(tifa, 'wait');
    await clickWords(page);
    await expect.poll(() => asked(tifa)).toBe(1);
    await away(page);
    await release(tifa);
    await page.waitForTimeout(700);
    expect(await shownCard(page)).toBeUndefined();
    await hoverMark(page, '四个自信');
    await cardShowing(page, 'sì gè zìxìn');
  });
}

test('a card that the pointer has left before its script is there goes by itself', async ({ tifa }) => {
  const { page } = await openPage(tifa);
  await hold(tifa, 'wait');
  await hoverMark(page, WORDS);
  await expect.poll(() => asked(tifa)).toBe(1);
  await page.mouse.move(3, 3);
  await release(tifa);
  await page.waitForTimeout(900);
  expect(await shownCard(page)).toBeUndefined();
  await hoverMark(page, WORDS);
  await cardShowing(page, PINYIN);
});

test('every step counts that is made before the script is there, and the card opens where they lead', async ({
  tifa,
}) => {
  const { page, inOrder } = await openPage(tifa);
  await hold(tifa, 'wait');
  await command(tifa, page, 'next-term');
  await command(tifa, page, 'next-term');
  await command(tifa, page, 'open-card');
  await expect.poll(() => asked(tifa)).toBe(1);
  await release(tifa);
  await cardShowing(page, inOrder[1] ?? '');
  await page.keyboard.press('Escape');
  await noCard(page);
});

test('a script that could not be loaded is asked for again by the next gesture', async ({ tifa }) => {
  const { page } = await openPage(tifa);
  await hold(tifa, 'fail');
  await clickWords(page);
  await expect.poll(() => asked(tifa)).toBe(1);
  await command(tifa, page, 'next-term');
  await expect.poll(() => asked(tifa)).toBeGreaterThan(1);
  expect(await page.evaluate(() => CSS.highlights.has('tifa-focus'))).toBe(false);
  await release(tifa);
  await clickWords(page);
  await cardShowing(page, PINYIN);
  await page.keyboard.press('Escape');
  await noCard(page);
  await command(tifa, page, 'next-term');
  await expect.poll(() => page.evaluate(() => CSS.highlights.has('tifa-focus'))).toBe(true);
});

test('a page that is left before the script is there takes nothing with it', async ({ tifa }) => {
  const { page } = await openPage(tifa);
  await hold(tifa, 'wait');
  await clickWords(page);
  await expect.poll(() => asked(tifa)).toBe(1);
  await page.goto(BUNDLED_PAGES[0].address);
  await settled(page);
  await release(tifa);
  await page.waitForTimeout(500);
  expect(await shownCard(page)).toBeUndefined();
  await page.goBack();
  await settled(page);
  await clickWords(page);
  await cardShowing(page, PINYIN);
});
