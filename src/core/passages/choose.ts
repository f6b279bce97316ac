import { Anchor, Cluster, type Clusters } from './clusters.ts';
import { LEAST_ALSO } from './passage-limits.ts';
import type { SourceIndex } from './source-index.ts';

/** A cluster that speaks for a stretch of the page, and the others that have that stretch too. */
export interface Choice {
  readonly cluster: number;
  readonly start: number;
  readonly end: number;
  readonly others: readonly number[];
}

/** Anchors must cover this much before a cluster is aligned at all, … */
const LEAST_COVERED = 12;
/** … and this much must be unexplained by formulations or still to be aligned between them. */
const LEAST_FRESH = 8;
/** A source that has this share of what the best one has is as good, and the earliest is named. */
const AS_GOOD = 0.96;

/** Stretches of clusters that could be chosen. Numbers side by side, since there are a hundred thousand. */
class Candidates {
  length = 0;
  cluster = new Int32Array(64);
  start = new Int32Array(64);
  end = new Int32Array(64);
  covered = new Int32Array(64);

  add(cluster: number, start: number, end: number, covered: number): void {
    if (this.length === this.cluster.length) {
      this.cluster = grown(this.cluster);
      this.start = grown(this.start);
      this.end = grown(this.end);
      this.covered = grown(this.covered);
    }
    this.set(this.length++, cluster, start, end, covered);
  }

  set(at: number, cluster: number, start: number, end: number, covered: number): void {
    this.cluster[at] = cluster;
    this.start[at] = start;
    this.end[at] = end;
    this.covered[at] = covered;
  }

  /** Puts here what `from` has at `other`. */
  copy(at: number, from: Candidates, other: number): void {
    this.set(at, from.cluster[other]!, from.start[other]!, from.end[other]!, from.covered[other]!);
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}

const NO_OTHERS: readonly number[] = [];

/**
 * Decides which cluster speaks for which stretch of the page: the one that covers
 * most, of nearly equal ones the earliest source and in it the first place. A cluster
 * that loses part of its stretch keeps the rest.
 *
 * O(c) for c clusters in small groups; quadratic only within a group that overlaps.
 */
export function choose(index: SourceIndex, clusters: Clusters): Choice[] {
  const all = candidatesOf(index, clusters);
  const { cluster, start, end } = all;
  const choices: Choice[] = [];
  const group = new Candidates();
  const gone = new Candidates();
  for (let from = 0; from < all.length;) {
    let reach = end[from]!;
    let to = from + 1;
    while (to < all.length && start[to]! < reach) {
      reach = Math.max(reach, end[to]!);
      to++;
    }
    if (to === from + 1) {
      choices.push({ cluster: cluster[from]!, start: start[from]!, end: end[from]!, others: NO_OTHERS });
    } else {
      group.length = 0;
      for (let i = from; i < to; i++) group.add(cluster[i]!, start[i]!, end[i]!, all.covered[i]!);
      chooseInGroup(clusters, all, from, to, group, gone, choices);
    }
    from = to;
  }
  return choices.sort((a, b) => a.start - b.start);
}

/** In the order of the page, and of those that start at one unit in the order in which they were opened. */
function candidatesOf(index: SourceIndex, { clusters, anchors }: Clusters): Candidates {
  const c = clusters.data;
  const result = new Candidates();
  for (let cluster = 0; cluster < clusters.length; cluster += Cluster.Size) {
    const covered = c[cluster + Cluster.Covered]!;
    if (covered < LEAST_COVERED) continue;
    const start = c[cluster + Cluster.PageStart]!;
    const end = c[cluster + Cluster.PageEnd]!;
    let fresh = Math.max(0, end - start - covered);
    for (
      let a = c[cluster + Cluster.FirstAnchor]!;
      a >= 0 && fresh < LEAST_FRESH;
      a = anchors.data[a + Anchor.Next]!
    ) {
      const place = anchors.data[a + Anchor.Place]!;
      const length = anchors.data[a + Anchor.Length]!;
      fresh += length - index.explained(place, place + length);
    }
    if (fresh < LEAST_FRESH) continue;
    const order = c[cluster + Cluster.Order]!;
    result.add(cluster, start, end, covered);
    // Clusters come nearly in order of the page.
    let at = result.length - 1;
    for (; at > 0; at--) {
      const before = result.start[at - 1]!;
      if (before < start || (before === start && c[result.cluster[at - 1]! + Cluster.Order]! < order)) break;
      result.copy(at, result, at - 1);
    }
    if (at < result.length - 1) result.set(at, cluster, start, end, covered);
  }
  return result;
}

/**
 * Chooses among the candidates from `from` to `to`, which overlap.
 *
 * @param group the same candidates, to take from
 * @param gone room for those that lose a part
 */
function chooseInGroup(
  clusters: Clusters,
  all: Candidates,
  from: number,
  to: number,
  group: Candidates,
  gone: Candidates,
  choices: Choice[],
): void {
  while (group.length > 0) {
    const best = bestOf(clusters, group);
    const cluster = group.cluster[best]!;
    const start = group.start[best]!;
    const end = group.end[best]!;
    choices.push({ cluster, start, end, others: othersOf(all, from, to, cluster, start, end) });
    let kept = 0;
    gone.length = 0;
    for (let i = 0; i < group.length; i++) {
      if (i === best) continue;
      const own = group.start[i]!;
      const ownEnd = group.end[i]!;
      if (Math.min(ownEnd, end) - Math.max(own, start) > 0) {
        gone.add(group.cluster[i]!, own, ownEnd, group.covered[i]!);
      } else group.copy(kept++, group, i);
    }
    group.length = kept;
    for (let i = gone.length - 1; i >= 0; i--) {
      const loser = gone.cluster[i]!;
      keepRest(clusters, group, loser, gone.start[i]!, Math.min(gone.end[i]!, start));
      keepRest(clusters, group, loser, Math.max(gone.start[i]!, end), gone.end[i]!);
    }
  }
}

/** Which of a group covers most, of nearly equal ones the first in the sources. */
function bestOf(clusters: Clusters, { length, cluster, start, end, covered }: Candidates): number {
  let top = 0;
  for (let i = 1; i < length; i++) if (covered[i]! > covered[top]!) top = i;
  const asGood = AS_GOOD * covered[top]!;
  const topStart = start[top]!;
  const topEnd = end[top]!;
  let best = top;
  for (let i = 0; i < length; i++) {
    if (i === best || covered[i]! < asGood) continue;
    if (Math.min(end[i]!, topEnd) - Math.max(start[i]!, topStart) < 0.9 * (topEnd - topStart)) continue;
    if (isBefore(clusters, cluster[i]!, cluster[best]!)) best = i;
  }
  return best;
}

/** Which clusters of a group have some of a stretch, and enough to be named beside a passage. */
function othersOf(
  { cluster, start, end }: Candidates,
  from: number,
  to: number,
  chosen: number,
  least: number,
  most: number,
): readonly number[] {
  const others: number[] = [];
  for (let i = from; i < to; i++) {
    if (end[i]! - start[i]! < LEAST_ALSO || start[i]! >= most || end[i]! <= least) continue;
    if (cluster[i] !== chosen) others.push(cluster[i]!);
  }
  return others.length === 0 ? NO_OTHERS : others;
}

function keepRest(clusters: Clusters, group: Candidates, cluster: number, start: number, end: number): void {
  if (end - start < LEAST_COVERED) return;
  const covered = coveredIn(clusters, cluster, start, end);
  if (covered >= LEAST_COVERED) group.add(cluster, start, end, covered);
}

/** Whether a cluster is of an earlier source, or stands earlier in the same. */
function isBefore({ clusters }: Clusters, a: number, b: number): boolean {
  return clusters.data[a + Cluster.PlaceStart]! < clusters.data[b + Cluster.PlaceStart]!;
}

/** How many page units of a stretch the anchors of a cluster cover. */
export function coveredIn(
  { clusters, anchors }: Clusters,
  cluster: number,
  start: number,
  end: number,
): number {
  let covered = 0;
  let reached = start;
  for (let a = clusters.data[cluster + Cluster.FirstAnchor]!; a >= 0; a = anchors.data[a + Anchor.Next]!) {
    const from = Math.max(anchors.data[a]!, reached);
    const to = Math.min(anchors.data[a]! + anchors.data[a + Anchor.Length]!, end);
    if (to > from) {
      covered += to - from;
      reached = to;
    }
  }
  return covered;
}
