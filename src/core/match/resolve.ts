import { HIT_SIZE, type Hits } from './matcher.ts';

/** A chosen hit with the hits chosen inside it, in folded units. */
export interface Chosen {
  readonly start: number;
  readonly end: number;
  readonly pattern: number;
  readonly nested: readonly Chosen[];
}

/**
 * Decides between overlapping hits: the longest wins, of equally long ones the
 * first; what lies wholly inside a chosen hit is nested in it, by the same rule;
 * what overlaps one partly is dropped.
 *
 * O(h log h + total length) for each level of nesting; the input is not changed.
 */
export function resolveHits(hits: Hits): Chosen[] {
  const count = hits.length / HIT_SIZE;
  if (count === 0) return [];
  const order = Array.from({ length: count }, (_, i) => i * HIT_SIZE);
  order.sort((a, b) => hits[a]! - hits[b]! || hits[b + 1]! - hits[a + 1]! || hits[a + 2]! - hits[b + 2]!);

  // Hits that do not touch one another are decided apart, so that a page costs as
  // much as its clusters, which are small.
  const chosen: Chosen[] = [];
  let from = 0;
  let reach = hits[order[0]! + 1]!;
  for (let i = 1; i <= order.length; i++) {
    const at = order[i];
    if (at !== undefined && hits[at]! < reach) {
      reach = Math.max(reach, hits[at + 1]!);
      continue;
    }
    if (i - from === 1) {
      const only = order[from]!;
      chosen.push({ start: hits[only]!, end: hits[only + 1]!, pattern: hits[only + 2]!, nested: [] });
    } else {
      chosen.push(...resolveCluster(hits, order.slice(from, i)));
    }
    from = i;
    if (at !== undefined) reach = hits[at + 1]!;
  }
  return chosen;
}

function resolveCluster(hits: Hits, cluster: readonly number[]): Chosen[] {
  if (cluster.length === 0) return [];
  const byLength = [...cluster].sort(
    (a, b) =>
      hits[b + 1]! - hits[b]! - (hits[a + 1]! - hits[a]!) ||
      hits[a]! - hits[b]! ||
      hits[a + 2]! - hits[b + 2]!,
  );
  let origin = Infinity;
  let end = 0;
  for (const at of cluster) {
    origin = Math.min(origin, hits[at]!);
    end = Math.max(end, hits[at + 1]!);
  }
  /** By position: 1 + index of the chosen hit that covers it. */
  const owner = new Int32Array(end - origin);
  const winners: number[] = [];
  const inside: number[][] = [];
  for (const at of byLength) {
    const first = owner[hits[at]! - origin]!;
    const last = owner[hits[at + 1]! - 1 - origin]!;
    if (first !== last) continue; // overlaps a longer one partly
    if (first === 0) {
      winners.push(at);
      inside.push([]);
      owner.fill(winners.length, hits[at]! - origin, hits[at + 1]! - origin);
    } else {
      const winner = winners[first - 1]!;
      const same = hits[winner] === hits[at] && hits[winner + 1] === hits[at + 1];
      if (!same) inside[first - 1]!.push(at);
    }
  }
  return winners
    .map((at, i) => ({
      start: hits[at]!,
      end: hits[at + 1]!,
      pattern: hits[at + 2]!,
      nested: resolveCluster(hits, inside[i]!),
    }))
    .sort((a, b) => a.start - b.start);
}
