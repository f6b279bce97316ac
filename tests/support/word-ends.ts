/** Where words are drawn, in CSS pixels of the viewport: the middles of their ends, and the lower edge of their last line. */
interface WordEnds {
  readonly from: { readonly x: number; readonly y: number };
  readonly to: { readonly x: number; readonly y: number };
  readonly bottom: number;
}

/** In the page: where words stand in one text node, scrolled into the middle; undefined where they do not. */
export function wordEnds(words: string): WordEnds | undefined {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const at = (node as Text).data.indexOf(words);
    if (at < 0) continue;
    const range = new Range();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    node.parentElement?.scrollIntoView({ block: 'center' });
    const rects = [...range.getClientRects()];
    const [first, last] = [rects[0], rects.at(-1)];
    if (first === undefined || last === undefined) return undefined;
    return {
      from: { x: first.left + 1, y: first.top + first.height / 2 },
      to: { x: last.right - 1, y: last.top + last.height / 2 },
      bottom: last.bottom,
    };
  }
  return undefined;
}
