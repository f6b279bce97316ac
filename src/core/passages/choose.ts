import { Anchor, Cluster, type Clusters } from './clusters.ts';
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

interface Candidate {
  readonly cluster: number;
  start: number;
  end: number;
  covered: number;
}

/**
 * Decides which cluster speaks for which stretch of the page: the one that covers
 * most, of nearly equal ones the earliest source and in it the first place. A cluster
 * that loses part of its stretch keeps the rest.
 *
 * O(c) for c clusters in small groups; quadratic only within a group that overlaps.
 */
export function choose(index: SourceIndex, clusters: Clusters): Choice[] {
  const candidates = candidatesOf(index, clusters);
  const choices: Choice[] = [];
  for (let from = 0; from < candidates.length;) {
    let reach = candidates[from]!.end;
    let to = from + 1;
    while (to < candidates.length && candidates[to]!.start < reach) {
      reach = Math.max(reach, candidates[to]!.end);
      to++;
    }
    if (to === from + 1) {
      const { cluster, start, end } = candidates[from]!;
      choices.push({ cluster, start, end, others: [] });
    } else chooseInGroup(clusters, candidates.slice(from, to), choices);
    from = to;
  }
  return choices.sort((a, b) => a.start - b.start);
}

function candidatesOf(index: SourceIndex, { clusters, anchors }: Clusters): Candidate[] {
  const c = clusters.data;
  const result: Candidate[] = [];
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
    const candidate = { cluster, start, end, covered };
    const order = c[cluster + Cluster.Order]!;
    // Clusters come nearly in order of the page.
    let at = result.length;
    while (at > 0 && isAfter(result[at - 1]!, start, order, c)) at--;
    if (at === result.length) result.push(candidate);
    else result.splice(at, 0, candidate);
  }
  return result;
}

/** Whether a candidate comes after one that starts at `start` and was opened as the `order`th. */
function isAfter(a: Candidate, start: number, order: number, clusters: Int32Array): boolean {
  return a.start > start || (a.start === start && clusters[a.cluster + Cluster.Order]! > order);
}

function chooseInGroup(clusters: Clusters, group: readonly Candidate[], choices: Choice[]): void {
  const all = [...group];
  const original = group.map(({ cluster, start, end }) => ({ cluster, start, end }));
  while (all.length > 0) {
    let best = all[0]!;
    for (const candidate of all) if (candidate.covered > best.covered) best = candidate;
    const top = best;
    for (const candidate of all) {
      if (candidate === best || candidate.covered < AS_GOOD * top.covered) continue;
      if (overlap(candidate, top) < 0.9 * (top.end - top.start)) continue;
      if (isBefore(clusters, candidate.cluster, best.cluster)) best = candidate;
    }
    const { cluster, start, end } = best;
    const others = original
      .filter((o) => o.cluster !== cluster && o.start < end && o.end > start)
      .map((o) => o.cluster);
    choices.push({ cluster, start, end, others });
    for (let i = all.length - 1; i >= 0; i--) {
      const candidate = all[i]!;
      if (candidate !== best && overlap(candidate, best) <= 0) continue;
      all.splice(i, 1);
      if (candidate === best) continue;
      for (const [a, b] of [
        [candidate.start, Math.min(candidate.end, start)],
        [Math.max(candidate.start, end), candidate.end],
      ] as const) {
        const covered = b - a < LEAST_COVERED ? 0 : coveredIn(clusters, candidate.cluster, a, b);
        if (covered >= LEAST_COVERED) all.push({ cluster: candidate.cluster, start: a, end: b, covered });
      }
    }
  }
}

function overlap(a: Candidate, b: Candidate): number {
  return Math.min(a.end, b.end) - Math.max(a.start, b.start);
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
