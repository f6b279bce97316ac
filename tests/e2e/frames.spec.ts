/// <reference types="chrome" />
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Page } from '@playwright/test';
import type { Chromium } from '../support/chromium.ts';
import { expect, test } from '../support/extension-test.ts';
import {
  EXPECTED_IN_FRAMES,
  FRAMES_WITH_TERM,
  frameNamed,
  markedInFrames,
  servedFrames,
} from '../support/frame-pages.ts';
import { grantedBuild } from '../support/granted-build.ts';
import { settled } from '../support/highlights.ts';
import { command } from '../support/keyboard-command.ts';
import { openPanel } from '../support/page-notes.ts';
import { FIXTURE_PAGES } from '../support/paths.ts';
import { openPopup } from '../support/popup.ts';

/** Opens the page with every kind of frame, and waits until all of them are read. */
async function openFrames(tifa: Chromium, site?: string): Promise<Page> {
  const page = await tifa.open(servedFrames(tifa.pages, site));
  await settled(page);
  await expect.poll(() => markedInFrames(page.frames())).toEqual(EXPECTED_IN_FRAMES);
  return page;
}

/** What the toolbar button says of the tab in front. */
async function badge(tifa: Chromium, page: Page): Promise<string> {
  await page.bringToFront();
  const worker = await tifa.worker();
  return worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id === undefined ? '' : chrome.action.getBadgeText({ tabId: tab.id });
  });
}

/** Clicks the first mark in a frame. */
async function clickMark(page: Page, frame: Frame): Promise<void> {
  const element = await frame.frameElement();
  await element.scrollIntoViewIfNeeded();
  const box = await element.boundingBox();
  const inner = await frame.evaluate(() => {
    for (const [range] of CSS.highlights.values()) {
      if (range === undefined) continue;
      const text = new Range();
      text.setStart(range.startContainer, range.startOffset);
      text.setEnd(range.endContainer, range.endOffset);
      const { x, y, width, height } = text.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    }
    return undefined;
  });
  if (inner === undefined || box === null) throw new Error(`no mark in ${frame.url()}`);
  const border = 2;
  await page.mouse.click(box.x + border + inner.x, box.y + border + inner.y);
}

test('every frame of an allowed site is read, and none of another', async ({ tifa }) => {
  const page = await openFrames(tifa);
  await page.waitForTimeout(500);
  expect(await markedInFrames(page.frames())).toEqual(EXPECTED_IN_FRAMES);
});

test('a card opens in every kind of frame', async ({ tifa }) => {
  const page = await openFrames(tifa);
  for (const name of FRAMES_WITH_TERM) {
    const frame = await frameNamed(() => page.frames(), name);
    await clickMark(page, frame);
    const height = (): Promise<number> =>
      frame.evaluate(
        () => document.querySelector('tifa-card:popover-open')?.getBoundingClientRect().height ?? 0,
      );
    await expect.poll(height, { message: `a card in the frame ${name}` }).toBeGreaterThan(80);
    await page.mouse.click(3, 3);
  }
});

test('counts follow frames that come, go and load another page', async ({ tifa }) => {
  const page = await openFrames(tifa);
  const all = 1 + FRAMES_WITH_TERM.length;
  await expect.poll(() => badge(tifa, page)).toBe(String(all));
  const popup = await openPopup(tifa, page);
  await expect(popup.getByRole('heading', { name: `On this page ${String(all)}` })).toBeVisible();
  await popup.close();
  await page.evaluate(() => {
    document.querySelector('[name=own]')?.remove();
    document.querySelector('[name=outer]')?.remove();
    document
      .querySelector('[name=allowed]')
      ?.setAttribute('src', 'https://news.elsewhere.example/in-foreign');
  });
  await expect.poll(() => badge(tifa, page)).toBe(String(all - 3));
  await page.evaluate(() => {
    document.querySelector('[name=allowed]')?.setAttribute('src', '/in-own');
  });
  await expect.poll(() => badge(tifa, page)).toBe(String(all - 2));
  const later = await openPopup(tifa, page);
  await expect(later.getByRole('heading', { name: `On this page ${String(all - 2)}` })).toBeVisible();
  await page.goto('https://www.people.com.cn/in-own');
  await expect.poll(() => badge(tifa, page)).toBe('1');
});

test('stepping goes through every frame, the innermost too, and comes back', async ({ tifa }) => {
  const page = await openFrames(tifa);
  await expect.poll(() => badge(tifa, page)).toBe(String(1 + FRAMES_WITH_TERM.length));
  const focused = async (): Promise<string[]> => {
    const names = await Promise.all(
      page
        .frames()
        .map((frame) => frame.evaluate(() => [window.name, CSS.highlights.has('tifa-focus')] as const)),
    );
    return names.flatMap(([name, has]) => (has ? [name === '' ? 'top' : name] : []));
  };
  const seen: string[] = [];
  for (let i = 0; i <= FRAMES_WITH_TERM.length; i++) {
    const before = await focused();
    await command(tifa, page, 'next-term');
    await expect.poll(focused).not.toEqual(before);
    await expect.poll(async () => (await focused()).length).toBe(1);
    seen.push(...(await focused()));
  }
  expect([...seen].sort()).toEqual(['top', ...FRAMES_WITH_TERM].sort());
  await command(tifa, page, 'next-term');
  await expect.poll(focused).toEqual(['top']);
});

test('switching the site off takes the marks off in every frame, and on again puts them back', async ({
  tifa,
}) => {
  const page = await openFrames(tifa);
  const popup = await openPopup(tifa, page);
  const marked = async (): Promise<number> =>
    (await Promise.all(page.frames().map((frame) => frame.evaluate(() => CSS.highlights.size)))).filter(
      Boolean,
    ).length;
  const site = popup.getByRole('switch', { name: 'Mark terms on www.people.com.cn' });
  await site.click();
  await expect.poll(marked).toBe(0);
  await expect.poll(() => badge(tifa, page)).toBe('');
  await site.click();
  await expect.poll(() => markedInFrames(page.frames())).toEqual(EXPECTED_IN_FRAMES);
});

test('where the article is in a frame, the popup and the panel speak of it', async ({ tifa }) => {
  const inner = tifa.pages.serve(
    'https://www.people.com.cn/article',
    readFileSync(join(FIXTURE_PAGES, '4hou.html'), 'utf8'),
  );
  const page = await tifa.open(
    tifa.pages.serve(
      'https://www.people.com.cn/around',
      `<!doctype html><title>外</title><p>网络强国</p><iframe src="${inner}" width="900" height="600"></iframe>`,
    ),
  );
  await settled(page);
  await expect.poll(async () => Number(await badge(tifa, page))).toBeGreaterThan(50);
  const popup = await openPopup(tifa, page);
  await expect(popup.getByRole('button', { name: /^Go to “十个坚持”.*10 of 10/u })).toBeVisible();
  const panel = await openPanel(tifa, page, 'page');
  await expect(panel.getByText('10 of 10')).toBeVisible();
  await panel.getByRole('button', { name: '坚持网信为民' }).first().click();
  const frame = page.frames().find((each) => each.url() === inner);
  await expect.poll(() => frame?.evaluate(() => CSS.highlights.has('tifa-focus'))).toBe(true);
});

test.describe('with a site that the reader allowed', () => {
  const ADDED = 'https://news.example.com';
  const granted = grantedBuild('*://news.example.com/*');
  test.use({ browserOptions: { build: granted.path } });
  test.afterAll(granted.remove);

  test('every frame on it is read too, and none of a site that is not allowed', async ({ tifa }) => {
    const worker = await tifa.worker();
    await expect
      .poll(() => worker.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length))
      .toBe(1);
    const page = await openFrames(tifa, ADDED);
    await page.waitForTimeout(500);
    expect(await markedInFrames(page.frames())).toEqual(EXPECTED_IN_FRAMES);
  });

  test('a page read at the reader’s wish is read in all its frames, those already read only once', async ({
    tifa,
  }) => {
    const worker = await tifa.worker();
    await expect
      .poll(() => worker.evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length))
      .toBe(1);
    await worker.evaluate(() => chrome.scripting.unregisterContentScripts());
    const page = await tifa.open(servedFrames(tifa.pages, ADDED));
    const allowed = await frameNamed(() => page.frames(), 'allowed');
    await settled(allowed);
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0);
    const popup = await openPopup(tifa, page);
    await popup.getByRole('button', { name: 'Read this page once' }).click();
    await expect.poll(() => markedInFrames(page.frames())).toEqual(EXPECTED_IN_FRAMES);
    const all = 1 + FRAMES_WITH_TERM.length;
    await expect.poll(() => badge(tifa, page)).toBe(String(all));
  });
});
