/** Any site by the reader's choice, from the question to taking it back: Firefox can be told not to ask. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Firefox } from '../support/firefox.ts';
import { frameNamed } from '../support/frame-pages.ts';
import { highlights, settled } from '../support/highlights.ts';
import { ownPagesBuild } from '../support/own-pages-build.ts';

const build = ownPagesBuild('popup.html', 'options.html');
let firefox: Firefox;

const PAGE =
  '<!doctype html><meta charset="utf-8"><title>t</title><p id="text">会议强调，坚持党管互联网。</p>';
const SITE = 'https://news.example.com';
const MARKS = ['坚持党管互联网'];

beforeAll(async () => {
  firefox = await Firefox.launch();
  await firefox.installExtension(build.path);
});

afterAll(async () => {
  await firefox.close();
  build.remove();
});

const texts = async (page: Page): Promise<string[]> => (await highlights(page)).map(({ text }) => text);

interface Browser {
  readonly permissions: { request(of: object): Promise<boolean> };
  readonly tabs: { query(by: object): Promise<{ id?: number; url?: string }[]> };
  readonly action: { getBadgeText(of: object): Promise<string> };
}

/**
 * Allows a site as the popup's button does, by the same call in answer to a click. The
 * button itself names a site only after a click on the toolbar, which no test can make.
 */
async function allow(site: string): Promise<void> {
  const own = await firefox.openOwn('popup.html');
  await own.bringToFront();
  await own.evaluate((origin) => {
    const button = document.createElement('button');
    button.id = 'allow';
    button.textContent = 'allow';
    button.addEventListener('click', () => {
      const { browser } = globalThis as unknown as { browser: Browser };
      void browser.permissions.request({ origins: [origin] }).then((granted) => {
        button.textContent = String(granted);
      });
    });
    document.body.prepend(button);
  }, site);
  await own.click('#allow');
  await expect.poll(() => own.evaluate(() => document.getElementById('allow')?.textContent)).toBe('true');
  await own.close();
}

/** The id of the tab at an address that may be read. */
function tabAt(own: Page, address: string): Promise<number> {
  return own.evaluate(async (url) => {
    const { browser } = globalThis as unknown as { browser: Browser };
    return (await browser.tabs.query({ url }))[0]?.id ?? -1;
  }, address);
}

function badge(own: Page, tab: number): Promise<string> {
  return own.evaluate((tabId) => {
    const { browser } = globalThis as unknown as { browser: Browser };
    return browser.action.getBadgeText({ tabId });
  }, tab);
}

test('a site is read from the click that allows it, until it is taken back, in every open tab at once', async () => {
  const one = await firefox.open(firefox.pages.serve(`${SITE}/1.html`, PAGE));
  const two = await firefox.open(firefox.pages.serve(`${SITE}/2.html`, PAGE));
  const around = await firefox.open(
    firefox.pages.serve(
      'https://www.4hou.com/around.html',
      `<!doctype html><meta charset="utf-8"><title>t</title><p>建设网络强国。</p><iframe name="in" src="${SITE}/1.html"></iframe>`,
    ),
  );
  await settled(around);
  const inFrame = async (): Promise<string[]> => {
    const frame = await frameNamed(() => around.frames(), 'in');
    return (await highlights(frame)).map(({ text }) => text);
  };
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await texts(one)).toEqual([]);
  expect(await inFrame()).toEqual([]);
  await allow('*://news.example.com/*');
  await settled(one);
  await settled(two);
  expect(await texts(one)).toEqual(MARKS);
  expect(await texts(two)).toEqual(MARKS);
  await expect.poll(inFrame, { timeout: 5000 }).toEqual(MARKS);
  expect(await texts(around)).toEqual(['网络强国']);
  const later = await firefox.open(firefox.pages.serve(`${SITE}/3.html`, PAGE));
  await settled(later);
  expect(await texts(later)).toEqual(MARKS);

  // One more, which the browser keeps while its tab shows something else.
  const kept = await firefox.open(
    firefox.pages.serve(
      `${SITE}/kept.html`,
      `${PAGE}<script>
        addEventListener('pageshow', ({ persisted }) => { document.documentElement.dataset.persisted = persisted; });
      </script>`,
    ),
  );
  await settled(kept);
  await kept.goto(firefox.pages.serve('https://elsewhere.example.com/', PAGE));

  const options = await firefox.openOwn('options.html');
  const tab = await tabAt(options, `${SITE}/1.html`);
  await expect.poll(() => badge(options, tab), { timeout: 5000 }).toBe('1');
  await options.locator('[aria-label="Remove news.example.com"]').click();
  for (const page of [one, two, later]) await expect.poll(() => texts(page), { timeout: 5000 }).toEqual([]);
  await expect.poll(() => badge(options, tab), { timeout: 5000 }).toBe('');
  await expect.poll(inFrame, { timeout: 5000 }).toEqual([]);
  expect(await texts(around), 'what is around the frame is still allowed').toEqual(['网络强国']);

  // Nothing wakes it again: no other address, no switch, no change of the page.
  await one.evaluate(() => {
    history.pushState(null, '', '/4.html');
    document.body.append('建设网络强国。');
  });
  await options.evaluate(async () => {
    const { browser } = globalThis as unknown as {
      browser: {
        storage: { local: { set(items: object): Promise<void>; remove(key: string): Promise<void> } };
      };
    };
    await browser.storage.local.set({ 'off:site:news.example.com': true });
    await browser.storage.local.remove('off:site:news.example.com');
  });
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await texts(one)).toEqual([]);
  const unread = await firefox.open(firefox.pages.serve(`${SITE}/5.html`, PAGE));
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(await texts(unread)).toEqual([]);

  await kept.evaluate(() => {
    setTimeout(() => {
      history.back();
    });
  });
  const persisted = (): Promise<unknown> =>
    kept.evaluate(() => document.documentElement.dataset['persisted']).catch(() => undefined);
  await expect.poll(persisted, { timeout: 5000 }).toBe('true');
  await expect.poll(() => texts(kept), { timeout: 5000 }).toEqual([]);

  // The reader may change their mind.
  await allow('*://news.example.com/*');
  await settled(two);
  expect(await texts(two)).toEqual(MARKS);
  expect(await texts(unread)).toEqual(MARKS);
  expect(firefox.problems).toEqual([]);
  expect(firefox.pages.stray).toEqual([]);
}, 60_000);
