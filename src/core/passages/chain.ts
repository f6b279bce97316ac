import { alignEnd, alignGap } from './align.ts';
import { bestChain } from './best-chain.ts';
import type { Choice } from './choose.ts';
import { Anchor, Cluster, type Clusters } from './clusters.ts';
import { outOfOrder, withMoved } from './moved.ts';
import type { Run, Segment } from './segment.ts';
import { PAGE_SENTINEL, type Skeleton } from './skeleton.ts';
import type { SourceIndex } from './source-index.ts';

/**
 * How far an end is tried beyond the outermost anchor, again and again while it pays.
 * What agrees for longer than a seed further out is an anchor itself.
 */
const REACH = 16;
const MOST_ROUNDS = 8;
/** A segment ends where it has lost this much since its best point. */
const DROP_OFF = 30;
/** Before the gaps are aligned, this share of what they reword is held against a chain. */
const OPTIMISTIC = 0.4;
/** A chain with less than this could not come to a passage, … */
const LEAST_PROMISE = 15;
/** … unless a stretch of it is this long. */
const LONG_RUN = 36;

const NO_RUNS: readonly Run[] = [];
const NO_SEGMENTS: readonly Segment[] = [];

/**
 * The segments of a cluster: its best collinear chain of anchors, the gaps between
 * them aligned, cut where page and source have too little in common, and taken
 * outward as far as they agree.
 *
 * @param choice the cluster, and the stretch of the page whose anchors count
 * @param low the first page unit that an end may grow to
 * @param high one past the last
 */
export function segmentsOf(
  index: SourceIndex,
  page: Skeleton,
  { anchors, clusters }: Clusters,
  { cluster, start, end }: Pick<Choice, 'cluster' | 'start' | 'end'>,
  low: number,
  high: number,
): readonly Segment[] {
  const source = clusters.data[cluster + Cluster.Source]!;
  const least = Math.max(low, start);
  const a = anchors.data;
  const first = clusters.data[cluster + Cluster.FirstAnchor]!;
  if (a[first + Anchor.Next]! < 0) {
    const run = clipped(a[first]!, a[first + Anchor.Place]!, a[first + Anchor.Length]!, least, end);
    if (run === undefined) return NO_SEGMENTS;
    const alone = [run];
    if (promise(index, alone) < LEAST_PROMISE) return NO_SEGMENTS;
    const runs = atBreaks(index, page, grow(index, page, source, alone, low, high));
    return [{ source, runs, moved: NO_RUNS }];
  }
  const all: Run[] = [];
  for (let at = first; at >= 0; at = a[at + Anchor.Next]!) {
    const run = clipped(a[at]!, a[at + Anchor.Place]!, a[at + Anchor.Length]!, least, end);
    if (run !== undefined) all.push(run);
  }
  if (all.length === 0) return NO_SEGMENTS;
  const chain = all.length === 1 ? all : bestChain(all);
  const elsewhere = chain.length === all.length ? NO_RUNS : outOfOrder(index, chain, all);
  const pieces: Run[][] = [];
  for (const part of split(chain, OPTIMISTIC)) {
    if (promise(index, part) < LEAST_PROMISE) continue;
    if (part.length === 1) pieces.push(part);
    else for (const piece of split(aligned(index, page, part, elsewhere), 1)) pieces.push(piece);
  }
  const segments: Segment[] = [];
  let from = low;
  for (let i = 0; i < pieces.length; i++) {
    const runs = pieces[i]!;
    if (promise(index, runs) < LEAST_PROMISE) continue;
    const next = pieces[i + 1]?.[0]?.page ?? high;
    const grown = grow(index, page, source, runs, from, next);
    segments.push({ source, runs: atBreaks(index, page, grown), moved: NO_RUNS });
    const last = grown.at(-1)!;
    from = last.page + last.length;
  }
  return elsewhere.length === 0 ? segments : withMoved(segments, elsewhere);
}

/** What a chain has beyond formulations, and what its gaps could add at most. */
function promise(index: SourceIndex, runs: readonly Run[]): number {
  let sum = 0;
  for (let i = 0; i < runs.length && sum < LEAST_PROMISE; i++) {
    const { page, place, length } = runs[i]!;
    if (length >= LONG_RUN) return LEAST_PROMISE;
    sum += length - index.explained(place, place + length);
    const before = runs[i - 1];
    if (before !== undefined) {
      sum += Math.max(0, Math.min(page - before.page - before.length, place - before.place - before.length));
    }
  }
  return sum;
}

function clipped(page: number, place: number, length: number, low: number, high: number): Run | undefined {
  const cut = Math.max(0, low - page);
  const left = Math.min(page + length, high) - page - cut;
  return left >= 3 ? { page: page + cut, place: place + cut, length: left } : undefined;
}

/** The chain with what its gaps have in common, but for what is known to stand elsewhere. */
function aligned(
  index: SourceIndex,
  page: Skeleton,
  chain: readonly Run[],
  elsewhere: readonly Run[],
): Run[] {
  const result: Run[] = [];
  chain.forEach((run, i) => {
    const before = chain[i - 1];
    if (before !== undefined) {
      const pageFrom = before.page + before.length;
      const placeFrom = before.place + before.length;
      let between: Run[];
      const inGap = elsewhere.filter(
        (m) =>
          (m.page < run.page && m.page + m.length > pageFrom) ||
          (m.place < run.place && m.place + m.length > placeFrom),
      );
      if (inGap.length === 0) {
        between = alignGap(page.units, pageFrom, run.page, index.units, placeFrom, run.place);
      } else {
        const p = page.units.slice(pageFrom, Math.max(pageFrom, run.page));
        const s = index.units.slice(placeFrom, Math.max(placeFrom, run.place));
        for (const m of inGap) {
          blank(p, m.page - pageFrom, m.length, PAGE_SENTINEL);
          blank(s, m.place - placeFrom, m.length, 0);
        }
        between = alignGap(p, 0, p.length, s, 0, s.length).map((m) => ({
          page: pageFrom + m.page,
          place: placeFrom + m.place,
          length: m.length,
        }));
      }
      result.push(...between.sort((a, b) => a.page - b.page));
    }
    result.push(run);
  });
  return joined(result);
}

function blank(units: Uint16Array, from: number, length: number, by: number): void {
  units.fill(
    by,
    Math.min(units.length, Math.max(0, from)),
    Math.min(units.length, Math.max(0, from + length)),
  );
}

const MOST_SHIFTED = 32;

/**
 * Shifts what only one side has to a break: of “…。甲乙。甲丙” beside “…。甲丙” both 甲乙 and
 * 乙甲 could be the extra words, and a reader means those that begin after the stop.
 */
function atBreaks(index: SourceIndex, page: Skeleton, runs: Run[]): Run[] {
  for (let i = 1; i < runs.length; i++) {
    const before = runs[i - 1]!;
    const after = runs[i]!;
    const pageFrom = before.page + before.length;
    const placeFrom = before.place + before.length;
    const onPage = after.page > pageFrom;
    if (onPage === after.place > placeFrom) continue;
    const units = onPage ? page.units : index.units;
    const [from, to] = onPage ? [pageFrom, after.page] : [placeFrom, after.place];
    const isBreak = (at: number): boolean =>
      onPage
        ? page.origins.rawAt(at) - page.origins.rawAt(at - 1) > 1
        : index.rawAt(at) - index.rawAt(at - 1) > 1;
    for (let by = 0; by < Math.min(before.length, MOST_SHIFTED); by++) {
      if (by > 0 && units[from - by] !== units[to - by]) break;
      if (!isBreak(from - by)) continue;
      if (by === 0) break;
      runs[i - 1] = { ...before, length: before.length - by };
      runs[i] = { page: after.page - by, place: after.place - by, length: after.length + by };
      break;
    }
  }
  return runs;
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
function split(runs: Run[], share: number): Run[][] {
  if (runs.length === 1) return [runs];
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
  runs: Run[],
  low: number,
  high: number,
): Run[] {
  const first = index.starts[source]!;
  const last = index.starts[source + 1]! - 1;
  let result = runs;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const head = result[0]!;
    const pageReach = Math.min(REACH, head.page - low);
    const placeReach = Math.min(REACH, head.place - first);
    const more = alignEnd(page.units, head.page, index.units, head.place, pageReach, placeReach, -1);
    if (more.length === 0) break;
    result = joined([...inOrder(more), ...result]);
  }
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const tail = result.at(-1)!;
    const end = tail.page + tail.length;
    const placeEnd = tail.place + tail.length;
    const pageReach = Math.min(REACH, high - end);
    const placeReach = Math.min(REACH, last - placeEnd);
    const more = alignEnd(page.units, end, index.units, placeEnd, pageReach, placeReach, 1);
    if (more.length === 0) break;
    result = joined([...result, ...inOrder(more)]);
  }
  return result;
}

function inOrder(runs: readonly Run[]): Run[] {
  return [...runs].sort((a, b) => a.page - b.page);
}

/** The best chain of anchors over two whole texts, its gaps aligned. For comparing two texts. */
export function alignedChain(index: SourceIndex, page: Skeleton, anchors: readonly Run[]): Run[] {
  return atBreaks(index, page, aligned(index, page, bestChain(anchors), []));
}
