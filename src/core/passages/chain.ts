import { alignEnd, alignGap } from './align.ts';
import { Anchor, Cluster, type Clusters } from './clusters.ts';
import type { Skeleton } from './skeleton.ts';
import type { SourceIndex } from './source-index.ts';

/** A stretch of equal units: `page` and `place` are where it begins. */
export interface Run {
  readonly page: number;
  readonly place: number;
  readonly length: number;
}

/** Page and source aligned: runs in the order of both, and what stands elsewhere in the source. */
export interface Segment {
  readonly source: number;
  readonly runs: readonly Run[];
  readonly moved: readonly Run[];
}

/**
 * How far an end is tried beyond the outermost anchor, again and again while it pays.
 * What agrees for longer than a seed further out is an anchor itself.
 */
const REACH = 16;
const MOST_ROUNDS = 8;
/** A segment ends where it has lost this much since its best point. */
const DROP_OFF = 30;
const MOST_LOOK_BACK = 64;
/** Before the gaps are aligned, this share of what they reword is held against a chain. */
const OPTIMISTIC = 0.4;
/** A chain with less than this could not come to a passage. */
const LEAST_PROMISE = 15;
/** A moved stretch is at least this long, … */
const LEAST_MOVED = 6;
/** … has this much that formulations do not explain, … */
const LEAST_FRESH = 4;
/** … and is this near to the rest. */
const NEAR = 8;

/**
 * The segments of a cluster: its best collinear chain of anchors, the gaps between
 * them aligned, cut where page and source have too little in common, and taken
 * outward as far as they agree.
 *
 * @param within the stretch of the page whose anchors count
 * @param low the first page unit that an end may grow to
 * @param high one past the last
 */
export function segmentsOf(
  index: SourceIndex,
  page: Skeleton,
  { anchors, clusters }: Clusters,
  cluster: number,
  within: { readonly start: number; readonly end: number },
  low: number,
  high: number,
): Segment[] {
  const source = clusters.data[cluster + Cluster.Source]!;
  const all: Run[] = [];
  for (
    let a = clusters.data[cluster + Cluster.FirstAnchor]!;
    a >= 0;
    a = anchors.data[a + Anchor.Next]!
  ) {
    const run = clipped(anchors.data[a]!, anchors.data[a + 1]!, anchors.data[a + 2]!, Math.max(low, within.start), within.end);
    if (run !== undefined) all.push(run);
  }
  if (all.length === 0) return [];
  const chain = all.length === 1 ? all : bestChain(all);
  const pieces: Run[][] = [];
  for (const part of split(chain, OPTIMISTIC)) {
    if (promise(index, part) < LEAST_PROMISE) continue;
    if (part.length === 1) pieces.push(part);
    else for (const piece of split(aligned(index, page, part), 1)) pieces.push(piece);
  }
  const segments: Segment[] = [];
  let from = low;
  for (let i = 0; i < pieces.length; i++) {
    const runs = pieces[i]!;
    if (promise(index, runs) < LEAST_PROMISE) continue;
    const next = pieces[i + 1]?.[0]?.page ?? high;
    const grown = grow(index, page, source, runs, from, next);
    segments.push({ source, runs: grown, moved: [] });
    const last = grown.at(-1)!;
    from = last.page + last.length;
  }
  return chain.length === all.length ? segments : withMoved(index, segments, all);
}

/** What a chain has beyond formulations, and what its gaps could add at most. */
function promise(index: SourceIndex, runs: readonly Run[]): number {
  let sum = 0;
  for (let i = 0; i < runs.length && sum < LEAST_PROMISE; i++) {
    const { page, place, length } = runs[i]!;
    sum += length - index.explained(place, place + length);
    const before = runs[i - 1];
    if (before !== undefined) {
      sum += Math.max(
        0,
        Math.min(page - before.page - before.length, place - before.place - before.length),
      );
    }
  }
  return sum;
}

function clipped(page: number, place: number, length: number, low: number, high: number): Run | undefined {
  const cut = Math.max(0, low - page);
  const left = Math.min(page + length, high) - page - cut;
  return left >= 3 ? { page: page + cut, place: place + cut, length: left } : undefined;
}

/** The chain that covers most, anchors in the order of page and source alike. Overlaps are cut off. */
function bestChain(all: readonly Run[]): Run[] {
  const runs = [...all].sort((a, b) => a.page - b.page || a.place - b.place);
  const score = new Float64Array(runs.length);
  const previous = new Int32Array(runs.length).fill(-1);
  let top = 0;
  runs.forEach((run, i) => {
    score[i] = run.length;
    for (let j = i - 1; j >= Math.max(0, i - MOST_LOOK_BACK); j--) {
      const before = runs[j]!;
      if (before.place >= run.place || before.page >= run.page) continue;
      const pageGap = run.page - before.page - before.length;
      const placeGap = run.place - before.place - before.length;
      const overlap = Math.max(0, -pageGap, -placeGap);
      if (overlap >= run.length) continue;
      const value =
        score[j]! + run.length - overlap - Math.min(8, Math.abs(pageGap - placeGap) / 8);
      if (value > score[i]!) {
        score[i] = value;
        previous[i] = j;
      }
    }
    if (score[i]! > score[top]!) top = i;
  });
  const chain: Run[] = [];
  for (let i = top; i >= 0; i = previous[i]!) chain.push(runs[i]!);
  chain.reverse();
  return withoutOverlaps(chain);
}

function withoutOverlaps(chain: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of chain) {
    const last = result.at(-1);
    const overlap =
      last === undefined
        ? 0
        : Math.max(0, last.page + last.length - run.page, last.place + last.length - run.place);
    if (overlap < run.length) {
      result.push({ page: run.page + overlap, place: run.place + overlap, length: run.length - overlap });
    }
  }
  return result;
}

/** The chain with what its gaps have in common. */
function aligned(index: SourceIndex, page: Skeleton, chain: readonly Run[]): Run[] {
  const result: Run[] = [];
  chain.forEach((run, i) => {
    const before = chain[i - 1];
    if (before !== undefined) {
      const between: Run[] = [];
      alignGap(
        page.units,
        before.page + before.length,
        run.page,
        index.units,
        before.place + before.length,
        run.place,
        (p, s, length) => between.push({ page: p, place: s, length }),
      );
      result.push(...between.sort((a, b) => a.page - b.page));
    }
    result.push(run);
  });
  return joined(result);
}

/** Runs that follow each other on both sides are one. */
function joined(runs: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of runs) {
    const last = result.at(-1);
    if (
      last !== undefined &&
      last.page + last.length === run.page &&
      last.place + last.length === run.place
    ) {
      result[result.length - 1] = { ...last, length: last.length + run.length };
    } else result.push(run);
  }
  return result;
}

/** What a gap costs: rewording counts fully, what one side leaves out next to nothing. */
function gapCost(before: Run, after: Run, share: number): number {
  const page = after.page - before.page - before.length;
  const source = after.place - before.place - before.length;
  const both = Math.min(page, source);
  return 1 + share * both + (page - both) / 2.5 + (source - both) / 40;
}

/** Cuts a chain into its stretches of enough agreement (maximal scoring segments with a drop-off). */
function split(runs: readonly Run[], share: number): Run[][] {
  if (runs.length === 1) return [[...runs]];
  const pieces: Run[][] = [];
  let from = 0;
  while (from < runs.length) {
    let sum = 0;
    let peak = 0;
    let peakAt = from;
    let i = from;
    for (; i < runs.length; i++) {
      if (i > from) sum -= gapCost(runs[i - 1]!, runs[i]!, share);
      if (i > from && (sum <= 0 || peak - sum > DROP_OFF)) break;
      sum += runs[i]!.length;
      if (sum >= peak) {
        peak = sum;
        peakAt = i;
      }
    }
    let start = peakAt;
    let back = 0;
    let backPeak = 0;
    for (let j = peakAt; j >= from; j--) {
      if (j < peakAt) back -= gapCost(runs[j]!, runs[j + 1]!, share);
      back += runs[j]!.length;
      if (back >= backPeak) {
        backPeak = back;
        start = j;
      }
    }
    pieces.push(runs.slice(start, peakAt + 1));
    from = peakAt + 1;
  }
  return pieces;
}

function grow(
  index: SourceIndex,
  page: Skeleton,
  source: number,
  runs: readonly Run[],
  low: number,
  high: number,
): Run[] {
  const first = index.starts[source]!;
  const last = index.starts[source + 1]! - 1;
  let result = [...runs];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const head = result[0]!;
    const more: Run[] = [];
    alignEnd(
      page.units,
      head.page,
      index.units,
      head.place,
      Math.min(REACH, head.page - low),
      Math.min(REACH, head.place - first),
      -1,
      (p, s, length) => more.push({ page: p, place: s, length }),
    );
    if (more.length === 0) break;
    more.sort((a, b) => a.page - b.page);
    result = joined([...more, ...result]);
  }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const tail = result.at(-1)!;
    const end = tail.page + tail.length;
    const placeEnd = tail.place + tail.length;
    const more: Run[] = [];
    alignEnd(
      page.units,
      end,
      index.units,
      placeEnd,
      Math.min(REACH, high - end),
      Math.min(REACH, last - placeEnd),
      1,
      (p, s, length) => more.push({ page: p, place: s, length }),
    );
    if (more.length === 0) break;
    more.sort((a, b) => a.page - b.page);
    result = joined([...result, ...more]);
  }
  return result;
}

/** Gives each anchor that is out of order to the segment it stands in or beside. */
function withMoved(index: SourceIndex, segments: readonly Segment[], all: readonly Run[]): Segment[] {
  return segments.map((segment) => {
    const first = segment.runs[0]!;
    const last = segment.runs.at(-1)!;
    const end = last.page + last.length;
    const taken: Run[] = [];
    for (const run of [...all].sort((a, b) => b.length - a.length)) {
      if (run.page + run.length < first.page - NEAR || run.page > end + NEAR) continue;
      const free = freePart(run, [...segment.runs, ...taken]);
      if (free === undefined || free.length < LEAST_MOVED) continue;
      // A name or a formulation stands in many places: that one is here says nothing of order.
      const fresh = free.length - index.explained(free.place, free.place + free.length);
      if (fresh >= LEAST_FRESH) taken.push(free);
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
    if (i - from > (best?.length ?? 0)) best = { page: run.page + from, place: run.place + from, length: i - from };
    from = i + 1;
  }
  return best;
}

/** The best chain of anchors over two whole texts, its gaps aligned. For comparing two texts. */
export function alignedChain(index: SourceIndex, page: Skeleton, anchors: readonly Run[]): Run[] {
  return aligned(index, page, bestChain(anchors));
}
