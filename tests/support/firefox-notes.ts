/** What a reader does with notes in Firefox, where the closed roots of our elements keep what they show. */
import type { Page } from 'puppeteer-core';
import type { Firefox } from './firefox.ts';
import { highlights } from './highlights.ts';
import { wordEnds } from './word-ends.ts';

/** Selects words with the mouse and tells where the toolbar appears: under the end of the selection. */
async function selectInFirefox(page: Page, words: string): Promise<{ x: number; y: number }> {
  const ends = await page.evaluate(wordEnds, words);
  if (ends === undefined) throw new Error(`“${words}” is not on the page`);
  await page.mouse.move(ends.from.x, ends.from.y);
  await page.mouse.down();
  await page.mouse.move(ends.to.x, ends.to.y, { steps: 6 });
  await page.mouse.up();
  await new Promise((resolve) => setTimeout(resolve, 900));
  return { x: ends.from.x + 19, y: ends.bottom + 6 + 14 };
}

/** Takes a note on words, from selecting them to saving it. */
export async function takeInFirefox(page: Page, words: string, body: string): Promise<void> {
  const { x, y } = await selectInFirefox(page, words);
  await page.mouse.click(x, y);
  await new Promise((resolve) => setTimeout(resolve, 400));
  await page.keyboard.type(body);
  await saveInFirefox(page);
}

export async function saveInFirefox(page: Page): Promise<void> {
  await page.keyboard.down('Control');
  await page.keyboard.press('Enter');
  await page.keyboard.up('Control');
}

/** The texts of the highlights of notes, in the order of the page. */
export async function marksInFirefox(page: Page): Promise<string[]> {
  return (await highlights(page)).filter(({ name }) => name.startsWith('tifa-note')).map(({ text }) => text);
}

/** Asks the worker, or a tab’s page, from a page of the extension. */
export function askFirefox<T>(own: Page, message: object, tab?: number): Promise<T> {
  return own.evaluate(
    (asked, tabId) => {
      const { browser } = globalThis as unknown as {
        browser: {
          runtime: { sendMessage(message: unknown): Promise<unknown> };
          tabs: { sendMessage(tab: number, message: unknown, of: object): Promise<unknown> };
        };
      };
      return tabId === undefined
        ? browser.runtime.sendMessage(asked)
        : browser.tabs.sendMessage(tabId, asked, { frameId: 0 });
    },
    message,
    tab,
  ) as Promise<T>;
}

/** The number of the tab at an address, which a page of the extension asks for. */
export async function tabAt(own: Page, address: string): Promise<number> {
  const id = await own.evaluate(async (url) => {
    const { browser } = globalThis as unknown as {
      browser: { tabs: { query(by: object): Promise<{ id?: number }[]> } };
    };
    return (await browser.tabs.query({ url }))[0]?.id;
  }, address);
  if (id === undefined) throw new Error(`no tab at ${address}`);
  return id;
}

/** The sidebar’s document in a tab of its own, speaking of the tab at an address, with its notes in front. */
export async function openSidebar(firefox: Firefox, own: Page, address: string): Promise<Page> {
  const panel = await firefox.openOwn(`sidepanel.html?tab=${String(await tabAt(own, address))}`);
  await panel.waitForSelector('[role=tab]');
  await panel.evaluate(() => {
    [...document.querySelectorAll<HTMLElement>('[role=tab]')].at(-1)?.click();
  });
  return panel;
}

/** Clicks a button of a page of ours by its name. */
export async function pressInFirefox(page: Page, name: string, within = 'body'): Promise<void> {
  await page.evaluate(
    (text, root) => {
      const button = [...document.querySelectorAll<HTMLButtonElement>(`${root} button`)].find(
        (one) => one.textContent === text && !one.disabled,
      );
      if (button === undefined) throw new Error(`no ${text}`);
      button.click();
    },
    name,
    within,
  );
}

/** The texts of a page’s elements. */
export function textsOf(page: Page, selector: string): Promise<string[]> {
  return page.evaluate((of) => [...document.querySelectorAll(of)].map((one) => one.textContent), selector);
}

/** Chooses a file in the library’s dialog that is open. */
export async function chooseFile(page: Page, name: string, text: string): Promise<void> {
  const field = await page.waitForSelector('input[type=file]');
  await field?.evaluate(
    (input, content, called) => {
      const files = new DataTransfer();
      files.items.add(new File([content], called, { type: 'application/json' }));
      input.files = files.files;
      input.dispatchEvent(new Event('change', { bubbles: true }));
    },
    text,
    name,
  );
}
