import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { EXTENSION_UUID, Firefox } from '../support/firefox.ts';
import { highlights, settled } from '../support/highlights.ts';
import { ownPagesBuild } from '../support/own-pages-build.ts';
import { SPIES } from '../support/spies.ts';

/** One of our pages may be opened, to ask the browser what only extensions may. */
const build = ownPagesBuild('popup.html');
const SITE = 'https://www.people.com.cn';
const HEAD = '<!doctype html><meta charset="utf-8"><title>t</title>';
const TEXT = '<p id="text">会议强调，坚持党管互联网。</p>';

let firefox: Firefox;
let open: Page[] = [];

beforeAll(async () => {
  firefox = await Firefox.launch();
  await firefox.installExtension(build.path);
});

afterEach(async () => {
  for (const page of open) await page.close().catch(() => undefined);
  open = [];
  const [problems, stray] = [firefox.problems.splice(0), firefox.pages.stray.splice(0)];
  expect(problems, 'errors in the console or in a script of the extension').toEqual([]);
  expect(stray, 'requests that no test page makes').toEqual([]);
});

afterAll(async () => {
  await firefox.close();
  build.remove();
});

async function openPage(name: string, html: string, headers?: Record<string, string>): Promise<Page> {
  const page = await firefox.open(firefox.pages.serve(`${SITE}/${name}`, html, headers));
  open.push(page);
  await page.setViewport({ width: 1000, height: 700 });
  await settled(page);
  return page;
}

const texts = async (page: Page): Promise<string[]> => (await highlights(page)).map(({ text }) => text);

/** Clicks the first line of the text that is marked. */
async function clickMark(page: Page): Promise<void> {
  const { x, y } = await page.evaluate(() => {
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('tifa-')) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        const range = new Range();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        const { left, top, width, height } = range.getBoundingClientRect();
        return { x: left + width / 2, y: top + height / 2 };
      }
    }
    throw new Error('nothing is marked');
  });
  await page.mouse.click(x, y);
}

const cardHeight = (page: Page): Promise<number> =>
  page.evaluate(() => document.querySelector('tifa-card:popover-open')?.getBoundingClientRect().height ?? 0);

async function cardOpens(page: Page): Promise<void> {
  await expect.poll(() => cardHeight(page), { timeout: 5000, message: 'a card' }).toBeGreaterThan(150);
}

interface Browser {
  readonly tabs: {
    query(by: object): Promise<{ id?: number; discarded?: boolean }[]>;
    create(how: object): Promise<{ id: number }>;
    discard(id: number): Promise<void>;
    update(id: number, how: object): Promise<unknown>;
    remove(id: number): Promise<void>;
    sendMessage(id: number, message: object, to: object): Promise<unknown>;
  };
  readonly action: { getBadgeText(of: object): Promise<string> };
  readonly storage: {
    readonly local: { set(items: object): Promise<void>; remove(key: string): Promise<void> };
  };
}

/** Our page, to ask the browser from. */
async function ownPage(): Promise<Page> {
  const own = await firefox.openOwn('popup.html');
  open.push(own);
  return own;
}

test('the card opens under the strictest policy', async () => {
  const page = await openPage('strict.html', `${HEAD}${TEXT}`, {
    'content-security-policy': "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
  });
  await clickMark(page);
  await cardOpens(page);
});

test('a page that has elements of the names of ours sees nothing of what is in them', async () => {
  const page = await openPage('spies.html', `${HEAD}${SPIES}${TEXT}`);
  await clickMark(page);
  await cardOpens(page);
  await new Promise((resolve) => setTimeout(resolve, 200));
  const seen = await page.evaluate(() => (window as unknown as { seen: string[] }).seen);
  expect(seen).toEqual([]);
});

test('events that a page makes up open no card, and press nothing in one', async () => {
  const page = await openPage('made-up.html', `${HEAD}${TEXT}<p id="clock">0</p>`);
  const makeUp = (): Promise<void> =>
    page.evaluate(async () => {
      const { left, top } = document.getElementById('text')?.getBoundingClientRect() ?? { left: 0, top: 0 };
      const init = { bubbles: true, composed: true, clientX: left + 100, clientY: top + 8 };
      for (let i = 0; i < 20; i++) {
        for (const target of [document.querySelector('tifa-card'), document.getElementById('text')]) {
          for (const type of ['pointermove', 'pointerdown', 'pointerup', 'click'])
            target?.dispatchEvent(new PointerEvent(type, init));
          for (const key of ['Escape', 'Enter', 'l'])
            target?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, altKey: key === 'l' }));
        }
        document.getElementById('clock')?.replaceChildren(String(i));
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      await new Promise((resolve) => setTimeout(resolve, 500));
    });
  await makeUp();
  expect(await cardHeight(page)).toBe(0);
  await clickMark(page);
  await cardOpens(page);
  await makeUp();
  expect(await cardHeight(page)).toBeGreaterThan(150);
  expect(await texts(page)).toEqual(['坚持党管互联网']);
});

test('our pages are for no page: not in a frame, not in a window, not to be fetched', async () => {
  const page = await openPage('framing.html', `${HEAD}${TEXT}`);
  const got = await page.evaluate(async (uuid) => {
    const results: string[] = [];
    for (const file of ['options.html', 'library.html', 'sidepanel.html', 'manifest.json', 'page-notes.js']) {
      const address = `moz-extension://${uuid}/${file}`;
      const frame = document.createElement('iframe');
      frame.src = address;
      document.body.append(frame);
      results.push(
        await fetch(address).then(
          () => `${file} fetched`,
          () => 'refused',
        ),
      );
      const script = document.createElement('script');
      script.src = address;
      results.push(
        await new Promise((resolve) => {
          script.onload = () => {
            resolve(`${file} ran`);
          };
          script.onerror = () => {
            resolve('refused');
          };
          document.head.append(script);
        }),
      );
      await new Promise((resolve) => setTimeout(resolve, 100));
      // A page of another origin would give no document at all.
      const inside = frame.contentDocument;
      results.push(inside !== null && inside.body.childElementCount === 0 ? 'refused' : `${file} framed`);
    }
    const { browser, chrome } = window as unknown as Record<string, { runtime?: unknown } | undefined>;
    results.push((browser ?? chrome)?.runtime === undefined ? 'refused' : 'runtime');
    return results;
  }, EXTENSION_UUID);
  expect([...new Set(got)]).toEqual(['refused']);
  expect(await texts(page)).toEqual(['坚持党管互联网']);
  firefox.problems.splice(0); // Firefox reports what it refused.
  firefox.pages.stray.splice(0);
});

describe('a page that was kept while the reader was elsewhere', () => {
  async function away(page: Page, then: () => Promise<void>): Promise<void> {
    const there = firefox.pages.serve(`${SITE}/there.html`, `${HEAD}<p>坚持网信为民。</p>`);
    await page.goto(there);
    await settled(page);
    await then();
    await page.bringToFront();
    await page.evaluate(() => {
      setTimeout(() => {
        history.back();
      });
    });
    const persisted = (): Promise<unknown> =>
      page.evaluate(() => document.documentElement.dataset['persisted']).catch(() => undefined);
    await expect.poll(persisted, { timeout: 5000 }).toBe('true');
  }
  const KEPT = `${HEAD}${TEXT}<p>加快建设网络强国。</p><script>
    addEventListener('pageshow', ({ persisted }) => { document.documentElement.dataset.persisted = persisted; });
  </script>`;

  test('has none when its site was switched off meanwhile, and again when it is switched on', async () => {
    const page = await openPage('kept.html', KEPT);
    const own = await ownPage();
    await away(page, () =>
      own.evaluate(() => {
        const { browser } = globalThis as unknown as { browser: Browser };
        return browser.storage.local.set({ 'off:site:www.people.com.cn': true });
      }),
    );
    await expect.poll(() => texts(page), { timeout: 5000 }).toEqual([]);
    await own.evaluate(() => {
      const { browser } = globalThis as unknown as { browser: Browser };
      return browser.storage.local.remove('off:site:www.people.com.cn');
    });
    await expect.poll(() => texts(page), { timeout: 5000 }).toEqual(['坚持党管互联网', '网络强国']);
  });

  test('does not mark a term that is never to be marked since', async () => {
    const page = await openPage('kept-too.html', KEPT);
    const own = await ownPage();
    await away(page, () =>
      own.evaluate(() => {
        const { browser } = globalThis as unknown as { browser: Browser };
        return browser.storage.local.set({ 'never:cyberpower': true });
      }),
    );
    await expect.poll(() => texts(page), { timeout: 5000 }).toEqual(['坚持党管互联网']);
    await own.evaluate(() => {
      const { browser } = globalThis as unknown as { browser: Browser };
      return browser.storage.local.remove('never:cyberpower');
    });
  });
});

test('a tab that the browser discarded is read again when the reader comes back to it', async () => {
  const url = firefox.pages.serve('http://www.people.com.cn/discarded.html', `${HEAD}${TEXT}`);
  const own = await ownPage();
  // Not a tab of the driver's, which would wait for ever for what the tab asks when it comes back.
  const tabId = await own.evaluate(async (address) => {
    const { browser } = globalThis as unknown as { browser: Browser };
    return (await browser.tabs.create({ url: address, active: true })).id;
  }, url);
  const count = (): Promise<unknown> =>
    own.evaluate(async (id) => {
      const { browser } = globalThis as unknown as { browser: Browser };
      const answer = await browser.tabs
        .sendMessage(id, { type: 'tifa:summarise' }, { frameId: 0 })
        .catch(() => undefined);
      const { count: here } = (answer ?? {}) as { count?: number };
      return [here ?? 'nothing', await browser.action.getBadgeText({ tabId: id })];
    }, tabId);
  await expect.poll(count, { timeout: 8000 }).toEqual([1, '1']);
  await own.bringToFront();
  const discarded = await own.evaluate(async (id) => {
    const { browser } = globalThis as unknown as { browser: Browser };
    await browser.tabs.discard(id);
    return (await browser.tabs.query({ discarded: true })).map((tab) => tab.id);
  }, tabId);
  expect(discarded).toContain(tabId);
  await own.evaluate(async (id) => {
    const { browser } = globalThis as unknown as { browser: Browser };
    await browser.tabs.update(id, { active: true });
  }, tabId);
  await expect.poll(count, { timeout: 8000 }).toEqual([1, '1']);
  await own.evaluate(async (id) => {
    const { browser } = globalThis as unknown as { browser: Browser };
    await browser.tabs.remove(id);
  }, tabId);
});
