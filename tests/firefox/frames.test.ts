import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { Firefox } from '../support/firefox.ts';
import {
  EXPECTED_IN_FRAMES,
  FRAMES_WITH_TERM,
  frameNamed,
  markedInFrames,
  servedFrames,
} from '../support/frame-pages.ts';
import { settled } from '../support/highlights.ts';
import { ownPagesBuild } from '../support/own-pages-build.ts';

const ADDED = 'https://news.example.com';

/** The build with a site granted, as if the reader had been asked and had said yes. */
function build(): { path: string; remove: () => void } {
  const made = ownPagesBuild('popup.html');
  const file = join(made.path, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { host_permissions: string[] };
  manifest.host_permissions.push('*://news.example.com/*');
  writeFileSync(file, JSON.stringify(manifest));
  return made;
}

const built = build();
let firefox: Firefox;
let open: Page[] = [];

beforeAll(async () => {
  firefox = await Firefox.launch();
  await firefox.installExtension(built.path);
});

afterEach(async () => {
  for (const page of open) {
    // A script that runs while its tab is closed is cut short, with a warning.
    await page.evaluate(() => {
      setTimeout(() => {
        location.href = 'about:blank';
      });
    });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await page.close();
  }
  open = [];
  expect(firefox.problems.splice(0), 'errors in the console or in a script of the extension').toEqual([]);
  expect(firefox.pages.stray.splice(0), 'requests that no test page makes').toEqual([]);
});

afterAll(async () => {
  await firefox.close();
  built.remove();
});

/** Opens the page with every kind of frame, and waits until all of them are read. */
async function openFrames(site?: string): Promise<Page> {
  const page = await firefox.open(servedFrames(firefox.pages, site));
  open.push(page);
  await settled(page);
  await expect.poll(() => markedInFrames(page.frames()), { timeout: 5000 }).toEqual(EXPECTED_IN_FRAMES);
  return page;
}

/** What the toolbar button says of the tab at an address, asked from a page of the extension's own. */
async function badgeOf(own: Page, url: string): Promise<string> {
  return own.evaluate(async (address) => {
    const { browser } = globalThis as unknown as {
      browser: {
        tabs: { query(by: object): Promise<{ id: number }[]> };
        action: { getBadgeText(of: object): Promise<string> };
      };
    };
    const [tab] = await browser.tabs.query({ url: address });
    return browser.action.getBadgeText({ tabId: tab?.id ?? -1 });
  }, url);
}

test.each([
  ['a bundled site', undefined],
  ['a site that the reader allowed', ADDED],
])('every frame on %s is read, and none of another', async (_, site) => {
  const page = await openFrames(site);
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await markedInFrames(page.frames())).toEqual(EXPECTED_IN_FRAMES);
});

test('a card opens in every kind of frame', async () => {
  const page = await openFrames();
  for (const name of FRAMES_WITH_TERM) {
    const frame = await frameNamed(() => page.frames(), name);
    const paragraph = await frame.$('p');
    // 会议强调 is four characters of sixteen pixels, and so is the term after it.
    await paragraph?.click({ offset: { x: 96, y: 9 } });
    const height = (): Promise<number> =>
      frame.evaluate(
        () => document.querySelector('tifa-card:popover-open')?.getBoundingClientRect().height ?? 0,
      );
    await expect.poll(height, { timeout: 5000, message: `a card in the frame ${name}` }).toBeGreaterThan(80);
  }
});

test('counts follow frames that come, go and load another page', async () => {
  const page = await openFrames();
  const own = await firefox.openOwn('popup.html');
  open.push(own);
  const address = page.url();
  const badge = (): Promise<string> => badgeOf(own, address);
  const all = 1 + FRAMES_WITH_TERM.length;
  await expect.poll(badge, { timeout: 5000 }).toBe(String(all));
  await page.evaluate(() => {
    document.querySelector('[name=own]')?.remove();
    document.querySelector('[name=outer]')?.remove();
    document
      .querySelector('[name=allowed]')
      ?.setAttribute('src', 'https://news.elsewhere.example/in-foreign');
  });
  await expect.poll(badge, { timeout: 5000 }).toBe(String(all - 3));
  await page.evaluate(() => {
    document.querySelector('[name=allowed]')?.setAttribute('src', '/in-own');
  });
  await expect.poll(badge, { timeout: 5000 }).toBe(String(all - 2));
  const next = 'https://www.people.com.cn/in-own';
  await page.goto(next);
  await expect.poll(() => badgeOf(own, next), { timeout: 5000 }).toBe('1');
  // It comes back from the back/forward cache, as it was left; the driver does not hear of that.
  await page.evaluate(() => {
    setTimeout(() => {
      history.back();
    });
  });
  await expect.poll(badge, { timeout: 5000 }).toBe(String(all - 2));
});
