import { anchorText, type AnchorText, type Span } from '../core/anchor/anchor-text.ts';
import type { FoldTable } from '../core/text/fold-table.ts';
import { isReadable } from './element-roles.ts';
import { nodeAt, readRuns, type Run } from './runs.ts';

/** Shorter runs are no part of an article by themselves, in UTF-16 units: menus, dates, buttons. */
const A_SENTENCE = 25;

/**
 * A page's readable text as notes are anchored in it, with the way back to its text
 * nodes. It is of the moment at which it was read; after a change of the page a new
 * one is.
 */
export class PageText {
  readonly anchor: AnchorText;
  readonly #runs: readonly Run[];
  /** Where each run begins in the raw text. */
  readonly #starts: readonly number[];
  readonly #table: FoldTable;
  readonly #places = new Map<Text, number>();
  #fingerprint: string | undefined;

  constructor(runs: readonly Run[], table: FoldTable) {
    this.#runs = runs;
    this.#table = table;
    const starts: number[] = [];
    let at = 0;
    runs.forEach((run, index) => {
      starts.push(at);
      at += run.text.length + 1;
      for (const node of run.nodes) this.#places.set(node, index);
    });
    this.#starts = starts;
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
    const article = articleOf(this.#runs);
    const blocks = this.#runs.filter(({ nodes }) => article?.contains(nodes[0] ?? null) === true);
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
  blocks(passes: (node: Node) => boolean): string[] {
    return this.#runs
      .filter(({ nodes: [node] }) => node !== undefined && passes(node))
      .map(({ text }) => text.replace(/\s+/gu, ' ').trim())
      .filter((text) => text !== '');
  }

  /** The place of some raw units in the page; undefined where it is no longer there. */
  rangeOf({ start, end }: Span): StaticRange | undefined {
    const first = this.#pointAt(start, false);
    const last = this.#pointAt(end - 1, true);
    if (first === undefined || last === undefined || end <= start) return undefined;
    return new StaticRange({
      startContainer: first.node,
      startOffset: first.offset,
      endContainer: last.node,
      endOffset: last.offset,
    });
  }

  /** The raw units that a range covers; undefined where it covers no text that is read. */
  spanOf(range: Range): Span | undefined {
    let start: number | undefined;
    let end = 0;
    for (const { node, from, to } of textIn(range)) {
      const place = this.#startOf(node);
      if (place === undefined) continue;
      start ??= place + from;
      end = place + to;
    }
    return start === undefined || end <= start ? undefined : trimmed(this.anchor.raw, { start, end });
  }

  #startOf(node: Text): number | undefined {
    const index = this.#places.get(node);
    const run = index === undefined ? undefined : this.#runs[index];
    if (index === undefined || run === undefined) return undefined;
    return this.#starts[index]! + run.starts[run.nodes.indexOf(node)]!;
  }

  /** The text node that holds a raw unit, and the offset before or after the unit. */
  #pointAt(unit: number, after: boolean): { node: Text; offset: number } | undefined {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#starts[middle]! <= unit) low = middle;
      else high = middle - 1;
    }
    const run = this.#runs[low];
    if (run === undefined) return undefined;
    const at = unit - this.#starts[low]!;
    const index = nodeAt(run, at);
    const node = run.nodes[index];
    if (node?.isConnected !== true) return undefined;
    return { node, offset: Math.min(node.data.length, at - run.starts[index]! + (after ? 1 : 0)) };
  }
}

/** Reads all of a document's text, once. Linear in its length. */
export function readPageText(root: Element, table: FoldTable): PageText {
  const runs: Run[] = [];
  if (isReadable(root)) read(root, runs);
  return new PageText(runs, table);
}

/** A block's own runs and those of the blocks in it, in the order of the document. */
function read(element: Element, all: Run[]): void {
  const blocks: Element[] = [];
  const own = readRuns(element, blocks);
  let next = 0;
  for (const run of own) {
    const node = run.nodes[0]!;
    for (let block = blocks[next]; block !== undefined && precedes(block, node); block = blocks[++next])
      read(block, all);
    all.push(run);
  }
  for (; next < blocks.length; next++) read(blocks[next]!, all);
}

function precedes(a: Node, b: Node): boolean {
  return (a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
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
