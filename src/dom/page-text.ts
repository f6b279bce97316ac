import { anchorText, type AnchorText, type Span } from '../core/anchor/anchor-text.ts';
import type { FoldTable } from '../core/text/fold-table.ts';
import { readTextRuns, RunText } from './run-text.ts';
import type { Run } from './runs.ts';

/** Shorter runs are no part of an article by themselves, in UTF-16 units: menus, dates, buttons. */
const A_SENTENCE = 25;

/**
 * A page's readable text as notes are anchored in it, with the way back to its text
 * nodes. It is of the moment at which it was read; after a change of the page a new
 * one is.
 */
export class PageText extends RunText {
  readonly anchor: AnchorText;
  readonly #table: FoldTable;
  #fingerprint: string | undefined;

  constructor(runs: readonly Run[], table: FoldTable) {
    super(runs);
    this.#table = table;
    this.anchor = anchorText(
      runs.map(({ text }) => text),
      table,
    );
  }

  /**
   * Names the article that the page shows: the same on a page with another menu
   * around it. Computed when it is first asked for.
   */
  get fingerprint(): string {
    if (this.#fingerprint !== undefined) return this.#fingerprint;
    const article = articleOf(this.runs);
    const blocks = this.runs.filter(({ nodes }) => article?.contains(nodes[0] ?? null) === true);
    this.#fingerprint =
      blocks.length === 0
        ? ''
        : anchorText(
            blocks.map(({ text }) => text),
            this.#table,
          ).fingerprint;
    return this.#fingerprint;
  }

  /** The text of its runs, in order; of those only whose first text node passes. */
  readableBlocks(passes: (node: Node) => boolean): string[] {
    return this.runs
      .filter(({ nodes: [node] }) => node !== undefined && passes(node))
      .map(({ text }) => text.replace(/\s+/gu, ' ').trim())
      .filter((text) => text !== '');
  }

  /** The raw units that a range covers; undefined where it covers no text that is read. */
  spanOf(range: Range): Span | undefined {
    let start: number | undefined;
    let end = 0;
    for (const { node, from, to } of textIn(range)) {
      const place = this.unitOf(node, 0);
      if (place === undefined) continue;
      start ??= place + from;
      end = place + to;
    }
    return start === undefined || end <= start ? undefined : trimmed(this.anchor.raw, { start, end });
  }
}

/** Reads all of a document's text, once. Linear in its length. */
export function readPageText(root: Element, table: FoldTable): PageText {
  return new PageText(readTextRuns(root), table);
}

/**
 * The element that has most of the page's sentences directly in its paragraphs: a
 * paragraph counts for the element around it, and half for the one around that.
 */
function articleOf(runs: readonly Run[]): Element | undefined {
  const scores = new Map<Element, number>();
  let best: Element | undefined;
  const add = (element: Element | null | undefined, score: number): void => {
    if (element === null || element === undefined) return;
    const sum = (scores.get(element) ?? 0) + score;
    scores.set(element, sum);
    if (best === undefined || sum > (scores.get(best) ?? 0)) best = element;
  };
  for (const { text, nodes } of runs) {
    const length = text.trim().length;
    const around = length < A_SENTENCE ? undefined : nodes[0]?.parentElement?.parentElement;
    add(around, length);
    add(around?.parentElement, length / 2);
  }
  return best;
}

/** The pieces of text nodes that a range covers, in order. */
function* textIn(range: Range): Generator<{ node: Text; from: number; to: number }> {
  const { startContainer, startOffset, endContainer, endOffset, commonAncestorContainer } = range;
  const piece = (node: Text): { node: Text; from: number; to: number } => ({
    node,
    from: node === startContainer ? startOffset : 0,
    to: node === endContainer ? endOffset : node.data.length,
  });
  if (commonAncestorContainer.nodeType === Node.TEXT_NODE) {
    yield piece(commonAncestorContainer as Text);
    return;
  }
  const walker = document.createTreeWalker(commonAncestorContainer, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!range.intersectsNode(node)) continue;
    const found = piece(node as Text);
    if (found.to > found.from) yield found;
  }
}

/** Without the white space at either end. */
function trimmed(raw: string, { start, end }: Span): Span | undefined {
  while (start < end && /\s/u.test(raw.charAt(start))) start++;
  while (end > start && /\s/u.test(raw.charAt(end - 1))) end--;
  return start === end ? undefined : { start, end };
}
