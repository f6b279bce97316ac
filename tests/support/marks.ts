import type { Page } from '@playwright/test';

/** Scrolls a highlighted text into the middle of the viewport and tells where its first line's middle is. */
export async function markAt(page: Page, text: string, nth = 0): Promise<{ x: number; y: number }> {
  const found = await page.evaluate(
    ([wanted, n]) => {
      const places: Range[] = [];
      for (const [name, highlight] of CSS.highlights) {
        if (!name.startsWith('tifa-')) continue;
        for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
          const range = new Range();
          range.setStart(startContainer, startOffset);
          range.setEnd(endContainer, endOffset);
          if (range.toString().replace(/\s+/gu, '') === wanted) places.push(range);
        }
      }
      places.sort((a, b) => a.compareBoundaryPoints(Range.START_TO_START, b));
      const place = places[n];
      if (place === undefined) return undefined;
      place.startContainer.parentElement?.scrollIntoView({ block: 'center' });
      const { top } = place.getBoundingClientRect();
      if (top < 60 || top > innerHeight - 60) scrollBy(0, top - innerHeight / 2);
      const [box] = place.getClientRects();
      return box === undefined ? undefined : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    },
    [text, nth] as const,
  );
  if (found === undefined) throw new Error(`“${text}” is not highlighted`);
  return found;
}

/** Moves the mouse onto a highlighted text and lets it rest there. */
export async function hoverMark(page: Page, text: string, nth = 0): Promise<void> {
  const { x, y } = await markAt(page, text, nth);
  await page.mouse.move(x - 4, y);
  await page.mouse.move(x, y);
}

/** A point on some words of the page that are no term, in CSS pixels. */
export async function pointOn(page: Page, words: string): Promise<{ x: number; y: number }> {
  return page.evaluate((wanted) => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const at = (node as Text).data.indexOf(wanted);
      if (at < 0) continue;
      node.parentElement?.scrollIntoView({ block: 'center' });
      const range = new Range();
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      const [box] = range.getClientRects();
      if (box !== undefined) return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }
    throw new Error(`“${wanted}” is not on the page`);
  }, words);
}
