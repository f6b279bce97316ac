import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { HEADLINE_PAGE } from '../support/article-pages.ts';
import { Firefox } from '../support/firefox.ts';
import { markAt } from '../support/firefox-card.ts';
import { highlights, settled } from '../support/highlights.ts';
import { ownPagesBuild } from '../support/own-pages-build.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [HOU, GOV] = BUNDLED_PAGES;

const build = ownPagesBuild('popup.html');
let firefox: Firefox;
let open: Page[] = [];

beforeAll(async () => {
  firefox = await Firefox.launch();
  await firefox.installExtension(build.path);
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
  build.remove();
});

async function openPage(address: string): Promise<Page> {
  const page = await firefox.open(address);
  open.push(page);
  await page.setViewport({ width: 1000, height: 700 });
  await settled(page);
  return page;
}

/** The popup's page, speaking of the tab at an address. */
async function openPopup(address: string): Promise<Page> {
  const popup = await firefox.openOwn('popup.html');
  open.push(popup);
  const tabId = await popup.evaluate(async (url) => {
    const { browser } = globalThis as unknown as {
      browser: { tabs: { query(by: object): Promise<{ id?: number }[]> } };
    };
    return (await browser.tabs.query({ url }))[0]?.id;
  }, address);
  const page = await firefox.openOwn(`popup.html?tab=${String(tabId)}`);
  open.push(page);
  return page;
}

/** The card's box where one is shown; what is in it, its closed shadow root keeps to itself. */
function cardBox(
  page: Page,
): Promise<{ width: number; height: number; left: number; right: number } | undefined> {
  return page.evaluate(() => {
    const card = document.querySelector('tifa-card:popover-open');
    if (card === null) return undefined;
    const { width, height, left, right } = card.getBoundingClientRect();
    return { width, height, left, right };
  });
}

async function shown(page: Page): Promise<void> {
  await expect
    .poll(async () => (await cardBox(page))?.height ?? 0, { timeout: 5000, message: 'a card' })
    .toBeGreaterThan(150);
}

async function gone(page: Page): Promise<void> {
  await expect.poll(() => cardBox(page), { timeout: 5000 }).toBeUndefined();
}

test('resting on a term opens its card, and leaving both closes it', async () => {
  const page = await openPage(GOV.address);
  const { x, y } = await markAt(page, '四个自信');
  await page.mouse.move(x - 3, y);
  await page.mouse.move(x, y);
  await shown(page);
  const box = await cardBox(page);
  expect(box?.left).toBeGreaterThanOrEqual(0);
  expect(box?.right).toBeLessThanOrEqual(1000);
  await page.mouse.move(3, 3);
  await gone(page);
});

test('a click opens the card, Escape closes it, and the page hears no key', async () => {
  const page = await openPage(GOV.address);
  await page.evaluate(() => {
    addEventListener(
      'keydown',
      ({ key }) => {
        document.documentElement.setAttribute('data-key', key);
      },
      true,
    );
  });
  const { x, y } = await markAt(page, '坚持党管互联网');
  await page.mouse.click(x, y);
  await shown(page);
  await page.keyboard.press('Escape');
  await gone(page);
  expect(await page.evaluate(() => document.documentElement.getAttribute('data-key'))).toBeNull();
});

test('the card lies above a modal dialog, and in it', async () => {
  const page = await openPage(
    firefox.pages.serve(
      'https://www.4hou.com/dialog',
      '<!doctype html><title>d</title><dialog><p>会议强调，坚持党管互联网。</dialog><script>document.querySelector("dialog").showModal()</script>',
    ),
  );
  const { x, y } = await markAt(page, '坚持党管互联网');
  await page.mouse.click(x, y);
  await shown(page);
  const top = await page.evaluate(() => {
    const { left, top: y2 } = document.querySelector('tifa-card')?.getBoundingClientRect() ?? {
      left: 0,
      top: 0,
    };
    return document.elementsFromPoint(left + 20, y2 + 20)[0]?.tagName;
  });
  expect(top).toBe('TIFA-CARD');
});

test('the popup counts what is on the page, looks up by keyboard, and opens a card', async () => {
  const page = await openPage(HOU.address);
  const spans = await highlights(page);
  const popup = await openPopup(HOU.address);
  const text = (): Promise<string> => popup.evaluate(() => document.body.innerText);
  await expect.poll(text, { timeout: 5000 }).toContain(`On this page ${String(spans.length)}`);
  expect(await text()).toContain('10 of 10');
  await popup.keyboard.type('dghlw');
  await expect.poll(text).toContain('坚持党管互联网');
  expect(await popup.evaluate(() => document.activeElement?.getAttribute('aria-activedescendant'))).toBe(
    'found-0',
  );
  await popup.keyboard.press('Enter');
  await expect.poll(text).toContain('jiānchí dǎng guǎn hùliánwǎng');
  await popup.keyboard.press('Escape');
  await expect.poll(() => popup.evaluate(() => document.querySelector('[role=dialog]'))).toBeNull();
  await expect
    .poll(() => popup.evaluate(() => document.activeElement?.getAttribute('role')))
    .toBe('combobox');
});

test('the popup jumps to a term’s place, and “never mark” there takes the marks off', async () => {
  const page = await openPage(GOV.address);
  const popup = await openPopup(GOV.address);
  await popup.locator('[aria-label^="Go to “四个自信”"]').click();
  await expect
    .poll(() => page.evaluate(() => CSS.highlights.has('tifa-focus')), { timeout: 5000 })
    .toBe(true);
  const marked = async (): Promise<boolean> =>
    // The place that was jumped to stays shown, whatever it is marked as.
    (await highlights(page)).some(({ name, text }) => text === '四个自信' && name !== 'tifa-focus');
  expect(await marked()).toBe(true);
  await popup.locator('::-p-text(四个自信)').click();
  await popup.locator('[aria-label="Never mark this term"]').click();
  await expect.poll(marked, { timeout: 5000 }).toBe(false);
  await popup.locator('::-p-text(Undo)').click();
  await expect.poll(marked, { timeout: 5000 }).toBe(true);
});

test('the keyboard commands step through the page, and through its frames', async () => {
  const inner = firefox.pages.serve(
    'https://www.people.com.cn/in',
    '<!doctype html><title>i</title><p>内页：四个自信。',
  );
  const address = firefox.pages.serve(
    'https://www.4hou.com/frames',
    `<!doctype html><title>f</title><p>坚持四个意识。</p><iframe src="${inner}"></iframe>`,
  );
  const page = await openPage(address);
  await expect.poll(() => page.frames().some((frame) => frame.url() === inner), { timeout: 5000 }).toBe(true);
  await new Promise((resolve) => setTimeout(resolve, 600));
  // Frame by frame: what the command does is a message to the frame. The keys themselves: ways.test.ts.
  const own = await openPopup(address);
  const ask = (frameId: number, request: object): Promise<unknown> =>
    own.evaluate(
      async (url, frame, message) => {
        const { browser } = globalThis as unknown as {
          browser: {
            tabs: {
              query(by: object): Promise<{ id: number }[]>;
              sendMessage(tab: number, message: object, options: object): Promise<unknown>;
            };
          };
        };
        const [tab] = await browser.tabs.query({ url });
        return browser.tabs.sendMessage(tab?.id ?? -1, message, { frameId: frame });
      },
      address,
      frameId,
      request,
    );
  const step = { type: 'tifa:step', by: 1, more: true, enter: false };
  expect(await ask(0, step)).toBe(true);
  expect(await page.evaluate(() => CSS.highlights.has('tifa-focus'))).toBe(true);
  expect(await ask(0, step), 'past the end of the frame').toBe(false);
  expect(await page.evaluate(() => CSS.highlights.has('tifa-focus'))).toBe(false);
  expect(await ask(0, { type: 'tifa:open-current' })).toBe(true);
  await shown(page);
});

test('the popup counts the terms of the headline in the article, those of other articles elsewhere', async () => {
  const address = firefox.pages.serve('https://www.people.com.cn/headline', HEADLINE_PAGE);
  await openPage(address);
  const popup = await openPopup(address);
  await expect
    .poll(() => popup.evaluate(() => document.querySelector('.article-counts')?.textContent), {
      timeout: 5000,
    })
    .toMatch(/in the article 2.*elsewhere on the page 2/u);
});
