import { comparePosition } from './bare.ts';
import { isReadable } from './element-roles.ts';
import { nodeAt, readRuns, type Run } from './runs.ts';

/**
 * Some blocks of a page, joined by "\n", with the way back to their text nodes. It is
 * of the moment at which it was read. Positions are UTF-16 units.
 */
export class RunText {
  protected readonly runs: readonly Run[];
  /** Where each run begins. */
  readonly #starts: readonly number[];
  readonly #places = new Map<Text, number>();

  constructor(runs: readonly Run[]) {
    this.runs = runs;
    const starts: number[] = [];
    let at = 0;
    runs.forEach((run, index) => {
      starts.push(at);
      at += run.text.length + 1;
      for (const node of run.nodes) this.#places.set(node, index);
    });
    this.#starts = starts;
  }

  get blocks(): string[] {
    return this.runs.map(({ text }) => text);
  }

  /** The place of some units in the page; undefined where it is no longer there. */
  rangeOf({ start, end }: { readonly start: number; readonly end: number }): StaticRange | undefined {
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

  /** The unit at an offset in a text node; undefined where the node is not read. */
  unitOf(node: Node, offset: number): number | undefined {
    const index = this.#places.get(node as Text);
    const run = index === undefined ? undefined : this.runs[index];
    if (index === undefined || run === undefined) return undefined;
    return this.#starts[index]! + run.starts[run.nodes.indexOf(node as Text)]! + offset;
  }

  /** The text node that holds a unit, and the offset before or after the unit. */
  #pointAt(unit: number, after: boolean): { node: Text; offset: number } | undefined {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#starts[middle]! <= unit) low = middle;
      else high = middle - 1;
    }
    const run = this.runs[low];
    if (run === undefined) return undefined;
    const at = unit - this.#starts[low]!;
    const index = nodeAt(run.starts, at);
    const node = run.nodes[index];
    if (node?.isConnected !== true) return undefined;
    return { node, offset: Math.min(node.data.length, at - run.starts[index]! + (after ? 1 : 0)) };
  }
}

/**
 * Reads the text of an element and of all that is in it. Linear in its length.
 * @param limit reading ends with the run that reaches so many units
 */
export function readTextRuns(root: Element, limit = Infinity): Run[] {
  const runs: Run[] = [];
  if (isReadable(root)) read(root, runs, { units: limit });
  return runs;
}

/** A block's own runs and those of the blocks in it, in the order of the document. */
function read(element: Element, all: Run[], left: { units: number }): void {
  const blocks: Element[] = [];
  const own = readRuns(element, blocks);
  let next = 0;
  for (const run of own) {
    const node = run.nodes[0]!;
    for (let block = blocks[next]; block !== undefined && precedes(block, node); block = blocks[++next])
      read(block, all, left);
    if (left.units <= 0) return;
    all.push(run);
    left.units -= run.text.length + 1;
  }
  for (; next < blocks.length && left.units > 0; next++) read(blocks[next]!, all, left);
}

function precedes(a: Node, b: Node): boolean {
  return (comparePosition(a, b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
