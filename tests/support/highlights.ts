/**
 * What a page's own highlight registry holds, read from the outside: the tests
 * never ask the extension what it believes to have painted.
 */
export interface HighlightSpan {
  /** The highlight's name in the registry. */
  readonly name: string;
  /** The text of the range. */
  readonly text: string;
  /**
   * Start and end in UTF-16 units of the document's text nodes laid end to end;
   * -1 where the range does not lie in the document (any more).
   */
  readonly start: number;
  readonly end: number;
}

/**
 * Runs inside the page, in either browser, so it uses nothing from around it.
 * Spans come in document order, the longer first where two begin together.
 */
function readHighlights(passages: boolean): HighlightSpan[] {
  const starts = new Map<Node, number>();
  // A page may have elements that hide what its document has.
  const walker = Document.prototype.createTreeWalker.call(document, document, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    starts.set(node, length);
    length += (node as Text).data.length;
  }
  const offset = (node: Node, at: number): number => {
    const start = starts.get(node);
    return start === undefined || at > (node as Text).data.length ? -1 : start + at;
  };
  const spans: HighlightSpan[] = [];
  for (const [name, highlight] of CSS.highlights) {
    // Passages come later than terms, and are asked for by themselves.
    if (!name.startsWith('tifa-') || name.startsWith('tifa-passage-') !== passages) continue;
    for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
      const start = offset(startContainer, startOffset);
      const end = offset(endContainer, endOffset);
      let text = '';
      if (start >= 0 && end >= 0) {
        const range = new Range();
        range.setStart(startContainer, startOffset);
        range.setEnd(endContainer, endOffset);
        text = range.toString();
      }
      spans.push({ name, text, start, end });
    }
  }
  return spans.sort(
    (a, b) => a.start - b.start || b.end - a.end || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
}

/** A page or frame of either browser's driver. */
export interface Evaluates {
  evaluate<T>(pageFunction: (passages: boolean) => T, passages: boolean): Promise<T>;
}

/** Every highlight of ours but those of passages. */
export function highlights(page: Evaluates): Promise<HighlightSpan[]> {
  return page.evaluate(readHighlights, false);
}

/** The highlights of passages. */
export function passageHighlights(page: Evaluates): Promise<HighlightSpan[]> {
  return page.evaluate(readHighlights, true);
}

/** How long highlights stay as they are before they count as settled, in milliseconds. */
const QUIET = 300;

/**
 * The highlights of a page once there are some and they have not changed for a while.
 *
 * @throws Error after `deadline` milliseconds
 */
export async function settled(page: Evaluates, deadline = 10_000): Promise<HighlightSpan[]> {
  const begin = performance.now();
  let spans: HighlightSpan[] = [];
  let fingerprint = '';
  let since = begin;
  while (performance.now() - begin < deadline) {
    spans = await highlights(page);
    const now = JSON.stringify(spans);
    if (now !== fingerprint) {
      fingerprint = now;
      since = performance.now();
    } else if (spans.length > 0 && performance.now() - since >= QUIET) {
      return spans;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const state = spans.length === 0 ? 'there are none' : 'they still change';
  throw new Error(`highlights did not settle in ${String(deadline / 1000)} s: ${state}`);
}

export type Weight = 'core' | 'common';

/** The contract's kind and weight in a highlight's name; undefined for other highlights. */
export function kindAndWeight(name: string): { kind: string; weight: Weight } | undefined {
  const match = /^tifa-(principle|concept|person|organisation|meeting|document|campaign)(-.+)?$/u.exec(name);
  if (match?.[1] === undefined) return undefined;
  return { kind: match[1], weight: match[2]?.includes('faint') === true ? 'common' : 'core' };
}
