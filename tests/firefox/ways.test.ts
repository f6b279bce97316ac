/** The card in Firefox by mouse, by touch and by keyboard, on the two real pages, and its menu entry. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { Firefox } from '../support/firefox.ts';
import { cardShowing, markAt, noCard, shownCard } from '../support/firefox-card.ts';
import type { FirefoxWindow } from '../support/firefox-window.ts';
import { highlights, settled } from '../support/highlights.ts';
import { ownPagesBuild } from '../support/own-pages-build.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [HOU, GOV] = BUNDLED_PAGES;

const build = ownPagesBuild('popup.html');
let firefox: Firefox;
let browserWindow: FirefoxWindow;

beforeAll(async () => {
  firefox = await Firefox.launch();
  await firefox.installExtension(build.path);
  browserWindow = await firefox.window();
});

afterEach(async () => {
  for (const page of (await firefox.openPages()).slice(1)) await page.close();
  const [problems, stray] = [firefox.problems.splice(0), firefox.pages.stray.splice(0)];
  expect(problems, 'errors in the console or in a script of the extension').toEqual([]);
  expect(stray, 'requests that no test page makes').toEqual([]);
});

afterAll(async () => {
  await firefox.close();
  build.remove();
});

async function openPage(address: string, width = 1000): Promise<Page> {
  const page = await firefox.open(address);
  await page.setViewport({ width, height: 700, hasTouch: width < 500 });
  await page.bringToFront();
  await settled(page);
  return page;
}

/** Where a button of the card is. */
async function inCard(page: Page, name: string): Promise<{ x: number; y: number }> {
  const button = (await shownCard(page))?.buttons.find((b) => b.name === name);
  if (button === undefined) throw new Error(`the card has no button “${name}”`);
  return button;
}

/** A member of 十个坚持 on each page, and a term that both cards lead to. */
const REAL_PAGES = [
  { name: HOU.name, address: HOU.address, term: '坚持网信为民', pinyin: 'jiānchí wǎngxìn wèi mín' },
  { name: GOV.name, address: GOV.address, term: '坚持党管互联网', pinyin: 'jiānchí dǎng guǎn hùliánwǎng' },
] as const;

describe.each(REAL_PAGES)('on the $name page', ({ address, term, pinyin }) => {
  test('by mouse: rest, follow a term, go back, leave', async () => {
    const page = await openPage(address);
    const { x, y } = await markAt(page, term);
    await page.mouse.move(x - 3, y);
    await page.mouse.move(x, y);
    await cardShowing(page, pinyin);
    const set = await inCard(page, '十个坚持');
    await page.mouse.click(set.x, set.y);
    await cardShowing(page, 'the Ten Upholds');
    const back = await inCard(page, 'Back');
    await page.mouse.click(back.x, back.y);
    await cardShowing(page, pinyin);
    await page.mouse.move(3, 3);
    await noCard(page);
  });

  test('by touch, 400 pixels wide: a tap opens, a tap in the card follows a term, a tap beside it closes', async () => {
    const page = await openPage(address, 400);
    const { x, y } = await markAt(page, term);
    await page.touchscreen.tap(x, y);
    const { box } = await cardShowing(page, pinyin);
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(400);
    const set = await inCard(page, '十个坚持');
    await page.touchscreen.tap(set.x, set.y);
    await cardShowing(page, 'the Ten Upholds');
    await page.touchscreen.tap(3, 3);
    await noCard(page);
  });

  test('by keyboard alone, with the keys themselves: next, previous, open, follow, back to the page', async () => {
    const page = await openPage(address);
    const focused = async (): Promise<number | undefined> =>
      (await highlights(page)).find(({ name }) => name === 'tifa-focus')?.start;
    await browserWindow.pressAlt('j');
    await expect.poll(focused, { timeout: 5000 }).toBeDefined();
    const first = await focused();
    await browserWindow.pressAlt('j');
    await expect.poll(focused).not.toBe(first);
    await browserWindow.pressAlt('k');
    await expect.poll(focused).toBe(first);
    await browserWindow.pressAlt('l');
    await expect.poll(() => shownCard(page), { timeout: 5000 }).toBeDefined();
    const active = (): Promise<string | undefined> => page.evaluate(() => document.activeElement?.tagName);
    await expect.poll(active).toBe('TIFA-CARD');
    await page.keyboard.press('Tab');
    expect(await active()).toBe('TIFA-CARD');
    await page.keyboard.press('Escape');
    await noCard(page);
    expect(await active()).not.toBe('TIFA-CARD');
  });
});

test('a tap on a term in a link follows the link', async () => {
  const target = firefox.pages.serve('https://www.4hou.com/linked', '<!doctype html><title>linked</title>');
  const page = await openPage(
    firefox.pages.serve(
      'https://www.4hou.com/link',
      `<!doctype html><title>link</title><p style="margin:80px 10px"><a href="${target}">坚持党管互联网</a>`,
    ),
    400,
  );
  const { x, y } = await markAt(page, '坚持党管互联网');
  await page.touchscreen.tap(x, y);
  await expect.poll(() => page.title(), { timeout: 5000 }).toBe('linked');
});

test('a card that is open when the background script ends goes on from term to term', async () => {
  const page = await openPage(GOV.address);
  const { x, y } = await markAt(page, '坚持党管互联网');
  await page.mouse.click(x, y);
  await cardShowing(page, 'jiānchí dǎng guǎn hùliánwǎng');
  await browserWindow.stopBackground();
  expect(await browserWindow.backgroundState()).toBe('stopped');
  const set = await inCard(page, '十个坚持');
  await page.mouse.click(set.x, set.y);
  await cardShowing(page, 'the Ten Upholds');
  await expect.poll(() => browserWindow.backgroundState()).toBe('running');
});

describe('“look up in Tifa” in the menu of selected text', () => {
  /** Selects an element's text and chooses our entry in the menu that a right click opens. */
  async function lookUp(page: Page, selector: string): Promise<string> {
    const { x, y } = await page.evaluate((wanted) => {
      const element = document.querySelector(wanted);
      if (element === null) throw new Error(wanted);
      getSelection()?.selectAllChildren(element);
      const { left, top, width, height } = element.getBoundingClientRect();
      return { x: left + width / 2, y: top + height / 2 };
    }, selector);
    await page.mouse.click(x, y, { button: 'right' });
    return browserWindow.chooseInMenu('look-up');
  }

  /** The look-up page that the extension opens in a window of its own. */
  async function lookUpPage(): Promise<Page> {
    const deadline = performance.now() + 5000;
    for (;;) {
      const pages = await firefox.openPages();
      // Puppeteer is not told where a page of an extension is; the page itself knows.
      const at = await Promise.all(pages.map((page) => page.evaluate(() => location.href).catch(String)));
      const found = pages[at.findIndex((address) => address.includes('/popup.html'))];
      if (found !== undefined) return found;
      if (performance.now() > deadline) throw new Error(`no look-up page, but ${at.join(', ')}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  const PAGE =
    '<!doctype html><title>s</title><p style="margin:80px">近年来<b>四個自信</b>。规模达到<i>50.2万亿元</i>。<u>某某某</u>';

  test('opens the card at the selection on a page that Tifa reads, and takes the focus', async () => {
    const page = await openPage(firefox.pages.serve('https://www.4hou.com/menu', PAGE));
    expect(await lookUp(page, 'b')).toBe('Look up “四個自信” in Tifa');
    await cardShowing(page, 'the Four Confidences');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('TIFA-CARD');
  });

  test('opens the look-up page for what is no term', async () => {
    const page = await openPage(firefox.pages.serve('https://www.4hou.com/menu', PAGE));
    await lookUp(page, 'u');
    const opened = await lookUpPage();
    await expect.poll(() => opened.evaluate(() => document.querySelector('input')?.value)).toBe('某某某');
    expect(await shownCard(page)).toBeUndefined();
  });

  test('says what a figure is on the look-up page', async () => {
    const page = await openPage(firefox.pages.serve('https://www.4hou.com/menu', PAGE));
    await lookUp(page, 'i');
    const opened = await lookUpPage();
    await expect
      .poll(() => opened.evaluate(() => document.body.innerText), { timeout: 5000 })
      .toContain('50.2 trillion yuan');
    expect(await shownCard(page)).toBeUndefined();
  });

  test('opens the look-up page on a site that Tifa does not read', async () => {
    const page = await firefox.open(firefox.pages.serve('https://example.com/', PAGE));
    await page.bringToFront();
    await lookUp(page, 'b');
    const opened = await lookUpPage();
    await expect
      .poll(() => opened.evaluate(() => document.body.innerText), { timeout: 5000 })
      .toContain('四个自信');
  });
});

test('whatever is pasted into the look-up box, it answers and goes on', async () => {
  await openPage(GOV.address);
  const popup = await firefox.openOwn('popup.html');
  const put = (value: string): Promise<void> =>
    popup.evaluate((text) => {
      const box = document.querySelector('input');
      if (box === null) throw new Error('no box');
      box.value = text;
      box.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }, value);
  const text = (): Promise<string> => popup.evaluate(() => document.body.innerText);
  for (const pasted of [
    '坚持党管互联网，建设网络强国。'.repeat(667),
    'wangluo'.repeat(1430),
    '😀👩‍👩‍👧🇨🇳',
    '<img src=x onerror=alert(1)>',
  ]) {
    const start = performance.now();
    await put(pasted);
    await expect
      .poll(
        async () =>
          (await text()).includes('Nothing found') ||
          (await popup.evaluate(() => document.querySelectorAll('[role=option]').length)) > 0,
        { timeout: 5000, message: pasted.slice(0, 20) },
      )
      .toBe(true);
    expect(performance.now() - start).toBeLessThan(3000);
    await put('四个自信');
    await expect.poll(text).toContain('the Four Confidences');
  }
  // Half a surrogate pair cannot be sent over the protocol, so the page makes it.
  await popup.evaluate(() => {
    const box = document.querySelector('input');
    if (box === null) throw new Error('no box');
    box.value = `${String.fromCharCode(0xd83d)}网络强国`;
    box.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await expect.poll(text).toContain('网络强国');
});
