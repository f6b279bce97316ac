import type { Page } from 'puppeteer-core';
import { callIn, contextOf } from './bidi.ts';
import type { ShownCard } from './card.ts';

/**
 * The card that a page of Firefox shows, or undefined. Its shadow root is closed to
 * scripts; WebDriver BiDi hands it out all the same, so that the build that is
 * tested is the one that is shipped.
 */
export async function shownCard(page: Page): Promise<ShownCard | undefined> {
  const [browser, context] = [page.browser(), contextOf(page)];
  const host = await callIn(browser, context, `() => document.querySelector('tifa-card:popover-open')`, {
    shadowTrees: true,
  });
  const { shadowRoot } = (host.value ?? {}) as { readonly shadowRoot?: { readonly sharedId?: string } };
  if (shadowRoot?.sharedId === undefined) return undefined;
  const read = await callIn(browser, context, String(readCard), {
    arguments: [{ sharedId: shadowRoot.sharedId }],
  });
  return read.type === 'string' ? (JSON.parse(String(read.value)) as ShownCard) : undefined;
}

/** Runs in the page. */
function readCard(root: ShadowRoot): string | null {
  const boxOf = (element: Element): ShownCard['box'] => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left, top, right, bottom };
  };
  const card = root.querySelector('[role=dialog]');
  if (card === null) return null;
  const buttons = [...card.querySelectorAll('button')].flatMap((button) => {
    const { left, top, right, bottom } = boxOf(button);
    if (right === left) return [];
    const name = button.getAttribute('aria-label') ?? button.textContent.trim();
    return [{ name, x: (left + right) / 2, y: (top + bottom) / 2 }];
  });
  return JSON.stringify({ text: card.textContent, buttons, box: boxOf(card) });
}

/** Waits until the card shows a text; fails with what it shows instead. */
export async function cardShowing(page: Page, text: string): Promise<ShownCard> {
  const deadline = performance.now() + 5000;
  for (;;) {
    const card = await shownCard(page);
    if (card?.text.includes(text) === true) return card;
    if (performance.now() > deadline) throw new Error(`no card with “${text}”, but: ${card?.text ?? 'none'}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Waits until no card is shown. */
export async function noCard(page: Page): Promise<void> {
  const deadline = performance.now() + 5000;
  while ((await shownCard(page)) !== undefined) {
    if (performance.now() > deadline) throw new Error('the card stays');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Scrolls a highlighted text into the middle of the viewport and tells where its first line's middle is. */
export async function markAt(page: Page, text: string): Promise<{ x: number; y: number }> {
  const place = await page.evaluate((wanted) => {
    for (const [name, highlight] of CSS.highlights) {
      if (!name.startsWith('tifa-')) continue;
      for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
        const range = new Range();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        if (range.toString().replace(/\s+/gu, '') !== wanted) continue;
        startContainer.parentElement?.scrollIntoView({ block: 'center' });
        const [box] = range.getClientRects();
        if (box !== undefined) return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      }
    }
    return undefined;
  }, text);
  if (place === undefined) throw new Error(`“${text}” is not highlighted`);
  return place;
}
