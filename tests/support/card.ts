import type { CDPSession, Page } from '@playwright/test';
import { all, attribute, textOf } from './pierced-dom.ts';

/** A button in the card, and where its middle is, in CSS pixels of the viewport. */
export interface CardButton {
  readonly name: string;
  readonly x: number;
  readonly y: number;
}

/** The card as it is on the page. */
export interface ShownCard {
  readonly text: string;
  readonly buttons: readonly CardButton[];
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
}

/**
 * The card that a page shows, or undefined. Its shadow root is closed to scripts
 * and to Playwright; the debugging protocol sees through it, so that the build
 * that is tested is the one that is shipped.
 */
export async function shownCard(page: Page): Promise<ShownCard | undefined> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const host = all(root).find(({ nodeName }) => nodeName === 'TIFA-CARD');
    const [shadow] = host?.shadowRoots ?? [];
    const card = shadow && all(shadow).find((node) => attribute(node, 'role') === 'dialog');
    if (card === undefined) return undefined;
    const box = await boxOf(session, card.nodeId);
    if (box === undefined) return undefined;
    const buttons: CardButton[] = [];
    for (const node of all(card)) {
      const place = node.nodeName === 'BUTTON' ? await boxOf(session, node.nodeId) : undefined;
      if (place === undefined) continue;
      const name = attribute(node, 'aria-label') ?? textOf(node).trim();
      buttons.push({ name, x: (place.left + place.right) / 2, y: (place.top + place.bottom) / 2 });
    }
    return { text: textOf(card), buttons, box };
  } finally {
    await session.detach();
  }
}

/** Waits until the card shows a text; fails with what it shows instead. */
export async function cardShowing(page: Page, text: string): Promise<ShownCard> {
  const deadline = performance.now() + 5000;
  for (;;) {
    const card = await shownCard(page);
    if (card?.text.includes(text) === true) return card;
    if (performance.now() > deadline) throw new Error(`no card with “${text}”, but: ${card?.text ?? 'none'}`);
    await page.waitForTimeout(50);
  }
}

/** Waits until no card is shown. */
export async function noCard(page: Page): Promise<void> {
  const deadline = performance.now() + 5000;
  while ((await shownCard(page)) !== undefined) {
    if (performance.now() > deadline) throw new Error('the card stays');
    await page.waitForTimeout(50);
  }
}

/** Presses a button of the card with the mouse; the card is scrolled to it first, as its reader would. */
export async function pressInCard(page: Page, name: RegExp): Promise<void> {
  const find = async (): Promise<CardButton | undefined> =>
    (await shownCard(page))?.buttons.find((b) => name.test(b.name));
  let button = await find();
  if (button === undefined) throw new Error(`the card has no button ${String(name)}`);
  await scrollInCard(page, name);
  button = (await find()) ?? button;
  await page.mouse.click(button.x, button.y);
}

async function scrollInCard(page: Page, name: RegExp): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    const { root } = await session.send('DOM.getDocument', { depth: -1, pierce: true });
    const host = all(root).find(({ nodeName }) => nodeName === 'TIFA-CARD');
    const button = (host === undefined ? [] : all(host)).find(
      (node) => node.nodeName === 'BUTTON' && name.test(attribute(node, 'aria-label') ?? textOf(node).trim()),
    );
    if (button !== undefined) await session.send('DOM.scrollIntoViewIfNeeded', { nodeId: button.nodeId });
  } finally {
    await session.detach();
  }
}

async function boxOf(session: CDPSession, nodeId: number): Promise<ShownCard['box'] | undefined> {
  try {
    const { model } = await session.send('DOM.getBoxModel', { nodeId });
    const [left = 0, top = 0, , , right = 0, bottom = 0] = model.border;
    return { left, top, right, bottom };
  } catch {
    return undefined; // not rendered
  }
}
