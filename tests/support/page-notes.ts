/// <reference types="chrome" />
import type { CDPSession, Page } from '@playwright/test';
import type { Chromium } from './chromium.ts';
import { highlights } from './highlights.ts';
import { all, attribute, textOf } from './pierced-dom.ts';
import { wordEnds } from './word-ends.ts';

/** One of our elements on a page as it is drawn, its shadow root seen through. */
export interface ShownElement {
  readonly text: string;
  readonly fields: readonly ShownField[];
  readonly buttons: readonly ShownField[];
}

interface ShownField {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** What the element of notes (or the card, TIFA-CARD) shows; undefined where it shows nothing. */
export async function shownNotes(
  page: Page,
  host = 'TIFA-NOTES',
  scrollTo?: RegExp,
): Promise<ShownElement | undefined> {
  const session = await page.context().newCDPSession(page);
  try {
    return await shownIn(session, host, scrollTo);
  } finally {
    await session.detach();
  }
}

/** The same by the protocol of a page. */
export async function shownIn(
  session: Pick<CDPSession, 'send'>,
  host: string,
  scrollTo?: RegExp,
): Promise<ShownElement | undefined> {
  const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const [shadow] = all(root).find(({ nodeName }) => nodeName === host)?.shadowRoots ?? [];
  const mount = shadow && all(shadow).find((node) => attribute(node, 'class') === 'mount');
  if (mount?.children?.[0] === undefined) return undefined;
  const named = async (names: readonly string[]): Promise<ShownField[]> => {
    const found: ShownField[] = [];
    for (const node of all(mount).filter(({ nodeName }) => names.includes(nodeName))) {
      const name = attribute(node, 'aria-label') ?? textOf(node).trim();
      if (scrollTo?.test(name) === true) {
        await session.send('DOM.scrollIntoViewIfNeeded', { nodeId: node.nodeId }).catch(() => undefined);
      }
      const place = await middleOf(session, node.nodeId);
      if (place !== undefined) found.push({ name, ...place });
    }
    return found;
  };
  return {
    text: textOf(mount),
    fields: await named(['TEXTAREA', 'INPUT']),
    buttons: await named(['BUTTON']),
  };
}

/** Waits until it shows a text, or a button of this name. */
export async function notesShowing(page: Page, text: string, host = 'TIFA-NOTES'): Promise<ShownElement> {
  const deadline = performance.now() + 6000;
  for (;;) {
    const shown = await shownNotes(page, host);
    if (shown?.text.includes(text) === true) return shown;
    if (performance.now() > deadline) {
      throw new Error(`no “${text}” in ${host}, but: ${shown?.text ?? 'nothing'}`);
    }
    await page.waitForTimeout(50);
  }
}

export async function nothingShown(page: Page, host = 'TIFA-NOTES'): Promise<void> {
  const deadline = performance.now() + 5000;
  for (let shown = await shownNotes(page, host); shown !== undefined; shown = await shownNotes(page, host)) {
    if (performance.now() > deadline) throw new Error(`${host} still shows: ${shown.text}`);
    await page.waitForTimeout(50);
  }
}

/** Clicks a button, or a field, of an element of ours. */
export async function press(page: Page, name: RegExp, host = 'TIFA-NOTES'): Promise<void> {
  const shown = await shownNotes(page, host, name);
  const target = [...(shown?.buttons ?? []), ...(shown?.fields ?? [])].find((one) => name.test(one.name));
  if (target === undefined) throw new Error(`no ${String(name)} in: ${shown?.text ?? 'nothing'}`);
  await page.mouse.click(target.x, target.y);
}

/** Selects words of the page with the mouse, as a reader does. */
export async function selectWords(page: Page, words: string): Promise<void> {
  const ends = await page.evaluate(wordEnds, words);
  if (ends === undefined) throw new Error(`“${words}” is not on the page`);
  await page.mouse.move(ends.from.x, ends.from.y);
  await page.mouse.down();
  await page.mouse.move(ends.to.x, ends.to.y, { steps: 6 });
  await page.mouse.up();
}

/** The texts of the highlights of notes, in the order of the page. */
export async function noteMarks(page: Page): Promise<string[]> {
  return (await highlights(page))
    .filter(({ name }) => name.startsWith('tifa-note'))
    .map(({ name, text }) => `${name.replace('tifa-note-', '')} ${text.replace(/\s+/gu, '')}`);
}

/** The panel's document in a tab of its own, speaking of another tab. */
export async function openPanel(tifa: Chromium, of: Page, part: 'page' | 'notes' = 'notes'): Promise<Page> {
  const worker = await tifa.worker();
  await of.bringToFront();
  const tabId = await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id;
  });
  const panel = await tifa.newPage();
  await panel.setViewportSize({ width: 400, height: 800 });
  await panel.goto(`chrome-extension://${await tifa.extensionId()}/sidepanel.html?tab=${String(tabId)}`);
  await panel
    .getByRole('tab')
    .nth(part === 'page' ? 0 : 1)
    .click();
  return panel;
}

/** Takes a note on words of the page, from selecting them to the saved note. */
export async function takeNote(page: Page, words: string, body: string): Promise<void> {
  await selectWords(page, words);
  await notesShowing(page, 'Take a note');
  await press(page, /^Take a note$/u);
  await notesShowing(page, 'Ctrl+Enter saves');
  await page.keyboard.type(body);
  await page.keyboard.press('Control+Enter');
  await nothingShown(page);
}

async function middleOf(
  session: Pick<CDPSession, 'send'>,
  nodeId: number,
): Promise<{ x: number; y: number } | undefined> {
  try {
    const { model } = await session.send('DOM.getBoxModel', { nodeId });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
    return { x: (left + right) / 2, y: (top + bottom) / 2 };
  } catch {
    return undefined; // not rendered
  }
}
