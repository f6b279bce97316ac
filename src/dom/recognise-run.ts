import type { Recogniser } from '../core/match/recogniser.ts';
import { ROW_SIZE } from '../core/match/resolve.ts';
import { parentOf } from './bare.ts';
import type { Part } from './page-mention.ts';
import { nodeAt, type Run } from './runs.ts';

/** Longer runs are cut into pieces of about this length, in UTF-16 units, so that none holds the thread for long. */
const PIECE = 20_000;
/** So far beyond is looked for a place where nothing is cut in two. */
const BEYOND = 2_000;
/** Where to cut, the best first: no term reaches over the first, few over the others. */
const ENDS = [/[。！？]/gu, /\n/gu, /[；，、\s]/gu];

/**
 * Runs, long ones in pieces. The first node of a piece may begin before it: its
 * start is negative then.
 */
export function piecesOf(runs: readonly Run[]): readonly Run[] {
  return runs.some(isLong) ? runs.flatMap(cut) : runs;
}

const isLong = ({ text }: Run): boolean => text.length > PIECE + BEYOND;

function cut(run: Run): Run[] {
  const { text, nodes, starts } = run;
  const pieces: Run[] = [];
  for (let from = 0; from < text.length;) {
    const to = text.length - from <= PIECE + BEYOND ? text.length : cutAfter(text, from + PIECE);
    if (from === 0 && to === text.length) return [run];
    const first = nodeAt(starts, from);
    const last = nodeAt(starts, to - 1);
    pieces.push({
      text: text.slice(from, to),
      nodes: nodes.slice(first, last + 1),
      starts: starts.slice(first, last + 1).map((start) => start - from),
    });
    from = to;
  }
  return pieces;
}

function cutAfter(text: string, at: number): number {
  const beyond = text.slice(at, at + BEYOND);
  for (const end of ENDS) {
    end.lastIndex = 0;
    const found = end.exec(beyond);
    if (found !== null) return at + found.index + 1;
  }
  return at;
}

/**
 * Finds the mentions of a run. An element may look inline by its name and be a
 * block by its style; this is asked only where a mention reaches from one element
 * into another, and if so the run is read again as two.
 */
export function recogniseRun(run: Run, recogniser: Recogniser): Part[] {
  const found = recogniser.find(run.text);
  const { nodes, starts } = run;
  let node = 0;
  let count = 0;
  for (let i = 0; i < found.length; i += ROW_SIZE + found[i + 3]!, count++) {
    for (; node + 1 < nodes.length && starts[node + 1]! < found[i + 1]!; node++) {
      if (starts[node + 1]! > found[i]! && blockEdgeBetween(nodes[node]!, nodes[node + 1]!)) {
        return [
          ...recogniseRun(slice(run, 0, node + 1), recogniser),
          ...recogniseRun(slice(run, node + 1, nodes.length), recogniser),
        ];
      }
    }
  }
  return count === 0 ? [] : [{ count, nodes, starts, found }];
}

function slice(run: Run, from: number, to: number): Run {
  const origin = Math.max(0, run.starts[from]!);
  const end = to < run.starts.length ? run.starts[to] : undefined;
  return {
    text: run.text.slice(origin, end),
    nodes: run.nodes.slice(from, to),
    starts: run.starts.slice(from, to).map((start) => start - origin),
  };
}

/** Whether the styles of the elements between two text nodes put a block's edge there. */
function blockEdgeBetween(a: Text, b: Text): boolean {
  const [ofA, ofB] = [parentOf(a), parentOf(b)];
  if (ofA === ofB || ofA === null || ofB === null) return false;
  // The commonest cases: one stands in an element beside the other.
  if (ofA === parentOf(ofB)) return leavesBlock(b.parentElement, ofA);
  if (ofB === parentOf(ofA)) return leavesBlock(a.parentElement, ofB);
  // No range reaches from one tree into another.
  if (a.getRootNode() !== b.getRootNode()) return true;
  const above = new Set<Node>();
  for (let at: Node | null = ofA; at !== null; at = parentOf(at)) above.add(at);
  let common: Node | null = ofB;
  while (common !== null && !above.has(common)) common = parentOf(common);
  return leavesBlock(a.parentElement, common) || leavesBlock(b.parentElement, common);
}

function leavesBlock(from: Element | null, until: Node | null): boolean {
  for (let at = from; at !== null && at !== until; at = at.parentElement) {
    const { display } = getComputedStyle(at);
    if (
      display !== 'inline' &&
      display !== 'contents' &&
      !display.startsWith('inline') &&
      !display.startsWith('ruby')
    )
      return true;
  }
  return false;
}
