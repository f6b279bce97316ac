import type { Run, Segment } from './segment.ts';
import type { SourceIndex } from './source-index.ts';

/** A moved stretch is at least this long, … */
const LEAST_MOVED = 6;
/** … has this much that formulations do not explain, … */
const LEAST_FRESH = 4;
/** … and is this near to the rest. */
const NEAR = 8;

const NONE: readonly Run[] = [];

/** The anchors that are not in the chain's order, as far as the chain has not their text. */
export function outOfOrder(index: SourceIndex, chain: readonly Run[], all: readonly Run[]): readonly Run[] {
  let taken: Run[] | undefined;
  for (const run of all.filter(isLong).sort((a, b) => b.length - a.length)) {
    const free = freePart(run, chain, taken);
    if (free === undefined) continue;
    // A name or a formulation stands in many places: that one is here says nothing of order.
    const fresh = free.length - index.explained(free.place, free.place + free.length);
    if (fresh >= LEAST_FRESH) (taken ??= []).push(free);
  }
  return taken?.sort((a, b) => a.page - b.page) ?? NONE;
}

function isLong({ length }: Run): boolean {
  return length >= LEAST_MOVED;
}

/** Gives what is out of order to the segment that it stands in or beside. */
export function withMoved(segments: readonly Segment[], elsewhere: readonly Run[]): Segment[] {
  return segments.map((segment, i) => {
    const before = segments[i - 1]?.runs.at(-1);
    const low = before === undefined ? 0 : before.page + before.length;
    const high = segments[i + 1]?.runs[0]?.page ?? Infinity;
    let start = segment.runs[0]!.page;
    let end = segment.runs.at(-1)!.page + segment.runs.at(-1)!.length;
    const taken: Run[] = [];
    const take = (run: Run): void => {
      const free = freePart(run, segment.runs, taken);
      if (free === undefined) return;
      taken.push(free);
      start = Math.min(start, free.page);
      end = Math.max(end, free.page + free.length);
    };
    const possible = elsewhere.filter((run) => run.page >= low && run.page + run.length <= high);
    for (const run of possible) if (run.page <= end + NEAR && run.page >= start - NEAR) take(run);
    for (const run of [...possible].reverse()) {
      if (run.page < start && run.page + run.length >= start - NEAR) take(run);
    }
    return taken.length === 0 ? segment : { ...segment, moved: taken.sort((a, b) => a.page - b.page) };
  });
}

/** What is taken of a run, by its own units: a bit a unit. */
let taken = new Int32Array(8);

/** The longest stretch of a run that no other run has on the page or in the source, unless it is too short to count. */
export function freePart(run: Run, some: readonly Run[], others: readonly Run[] = NONE): Run | undefined {
  const { length } = run;
  const words = (length >> 5) + 1;
  if (taken.length < words) taken = new Int32Array(2 * words);
  taken.fill(0, 0, words);
  for (const list of [some, others]) {
    for (const other of list) {
      take(other.page - run.page, other.length, length);
      take(other.place - run.place, other.length, length);
    }
  }
  let best = LEAST_MOVED - 1;
  let bestFrom = -1;
  let from = 0;
  for (let i = 0; i <= length; i++) {
    if (i < length && (taken[i >> 5]! & (1 << (i & 31))) === 0) continue;
    if (i - from > best) {
      best = i - from;
      bestFrom = from;
    }
    from = i + 1;
  }
  return bestFrom < 0 ? undefined : { page: run.page + bestFrom, place: run.place + bestFrom, length: best };
}

function take(from: number, count: number, length: number): void {
  const end = Math.min(length, from + count);
  for (let i = Math.max(0, from); i < end; i++) taken[i >> 5]! |= 1 << (i & 31);
}
