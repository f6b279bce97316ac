import type { Mention, Recogniser } from '../core/match/recogniser.ts';
import { nodeAt, type Run } from './runs.ts';

/** A mention and where it stands in the document. */
export interface Place {
  readonly mention: Mention;
  readonly startNode: Text;
  readonly startOffset: number;
  readonly endNode: Text;
  readonly endOffset: number;
}

/** Longer runs are cut here, after closing punctuation, so that no piece holds the thread for long. */
const LONG_RUN = 50_000;

/**
 * The places of a run's mentions. An element may look inline by its name and be a
 * block by its style; this is asked only where a mention reaches from one element
 * into another, and if so the run is read again as two.
 */
export function recogniseRun(run: Run, recogniser: Recogniser): Place[] {
  if (run.text.length > LONG_RUN) {
    const cut = cutLongRun(run);
    if (cut !== undefined) return [...recogniseRun(cut[0], recogniser), ...recogniseRun(cut[1], recogniser)];
  }
  const places: Place[] = [];
  const mentions = recogniser.recognise(run.text);
  const { nodes, starts } = run;
  if (nodes.length === 1) {
    const node = nodes[0]!;
    const origin = starts[0]!;
    for (const mention of mentions) {
      places.push({
        mention,
        startNode: node,
        startOffset: mention.start - origin,
        endNode: node,
        endOffset: mention.end - origin,
      });
    }
    return places;
  }
  for (const mention of mentions) {
    const first = nodeAt(run, mention.start);
    let last = first;
    while (last + 1 < nodes.length && starts[last + 1]! < mention.end) last++;
    for (let i = first; i < last; i++) {
      if (blockEdgeBetween(nodes[i]!, nodes[i + 1]!)) {
        return [
          ...recogniseRun(slice(run, 0, i + 1), recogniser),
          ...recogniseRun(slice(run, i + 1, nodes.length), recogniser),
        ];
      }
    }
    places.push({
      mention,
      startNode: nodes[first]!,
      startOffset: mention.start - starts[first]!,
      endNode: nodes[last]!,
      endOffset: mention.end - starts[last]!,
    });
  }
  return places;
}

function slice(run: Run, from: number, to: number): Run {
  const origin = run.starts[from]!;
  const end = to < run.starts.length ? run.starts[to] : undefined;
  return {
    text: run.text.slice(origin, end),
    nodes: run.nodes.slice(from, to),
    starts: run.starts.slice(from, to).map((start) => start - origin),
  };
}

/** Cuts a long run in two between two of its text nodes, near its middle. */
function cutLongRun(run: Run): [Run, Run] | undefined {
  let at = nodeAt(run, run.text.length >> 1);
  for (let tries = 0; tries < 64 && at > 0; tries++, at--) {
    const before = run.text.charAt(run.starts[at]! - 1);
    if ('。！？\n'.includes(before)) return [slice(run, 0, at), slice(run, at, run.nodes.length)];
  }
  return undefined;
}

/** Whether the styles of the elements between two text nodes put a block's edge there. */
function blockEdgeBetween(a: Text, b: Text): boolean {
  const [ofA, ofB] = [a.parentNode, b.parentNode];
  if (ofA === ofB) return false;
  // The commonest cases: one stands in an element beside the other.
  if (ofA === ofB?.parentNode) return leavesBlock(b.parentElement, ofA);
  if (ofB === ofA?.parentNode) return leavesBlock(a.parentElement, ofB);
  // No range reaches from one tree into another.
  if (a.getRootNode() !== b.getRootNode()) return true;
  const above = new Set<Node>();
  for (let at = a.parentNode; at !== null; at = at.parentNode) above.add(at);
  let common = b.parentNode;
  while (common !== null && !above.has(common)) common = common.parentNode;
  return leavesBlock(a.parentElement, common) || leavesBlock(b.parentElement, common);
}

function leavesBlock(from: Element | null, until: Node | null): boolean {
  for (let at = from; at !== null && at !== until; at = at.parentElement) {
    const { display } = getComputedStyle(at);
    if (display !== 'contents' && !display.startsWith('inline') && !display.startsWith('ruby')) return true;
  }
  return false;
}
