import type { Run, Segment } from './segment.ts';
import type { SourceIndex } from './source-index.ts';

/** A moved stretch is at least this long, … */
const LEAST_MOVED = 6;
/** … has this much that formulations do not explain, … */
const LEAST_FRESH = 4;
/** … and is this near to the rest. */
const NEAR = 8;

/** The anchors that are not in the chain's order, as far as the chain has not their text. */
export function outOfOrder(index: SourceIndex, chain: readonly Run[], all: readonly Run[]): Run[] {
  const taken: Run[] = [];
  for (const run of [...all].sort((a, b) => b.length - a.length)) {
    const free = freePart(run, [...chain, ...taken]);
    if (free === undefined || free.length < LEAST_MOVED) continue;
    // A name or a formulation stands in many places: that one is here says nothing of order.
    const fresh = free.length - index.explained(free.place, free.place + free.length);
    if (fresh >= LEAST_FRESH) taken.push(free);
  }
  return taken.sort((a, b) => a.page - b.page);
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
      const free = freePart(run, [...segment.runs, ...taken]);
      if (free === undefined || free.length < LEAST_MOVED) return;
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

/** The longest stretch of a run that no other run has on the page or in the source. */
function freePart(run: Run, others: readonly Run[]): Run | undefined {
  let best: Run | undefined;
  let from = 0;
  for (let i = 0; i <= run.length; i++) {
    const taken =
      i === run.length ||
      others.some(
        (o) =>
          (run.page + i >= o.page && run.page + i < o.page + o.length) ||
          (run.place + i >= o.place && run.place + i < o.place + o.length),
      );
    if (!taken) continue;
    if (i - from > (best?.length ?? 0))
      best = { page: run.page + from, place: run.place + from, length: i - from };
    from = i + 1;
  }
  return best;
}
