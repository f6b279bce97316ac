import { HIT_SIZE, type Hits } from './matcher.ts';

/** A chosen hit with the hits chosen inside it, in folded units. */
export interface Chosen {
  readonly start: number;
  readonly end: number;
  readonly pattern: number;
  readonly nested: readonly Chosen[];
}

/** What a pattern stands for, and inside which entry's mentions alone it counts, if it is one of those. */
export interface Places {
  entryOf(pattern: number): number;
  withinOf(pattern: number): number | undefined;
}

const ANYWHERE: Places = { entryOf: (pattern) => pattern, withinOf: () => undefined };

/**
 * Decides between overlapping hits: the longest wins, of equally long ones the
 * first; what lies wholly inside a chosen hit is nested in it, by the same rule,
 * unless it is the same entry; what overlaps one partly is dropped.
 *
 * O(h log h + total length) for each level of nesting; the input is not changed.
 */
export function resolveHits(hits: Hits, places: Places = ANYWHERE): Chosen[] {
  const count = hits.length / HIT_SIZE;
  if (count === 0) return [];
  let order = Array.from({ length: count }, (_, i) => i * HIT_SIZE);
  if (order.some((at) => places.withinOf(hits[at + 2]!) !== undefined)) {
    order = order.filter((_, i, all) => hasPlace(hits, i, all, places));
    if (order.length === 0) return [];
  }
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
      chosen.push(...resolveCluster(hits, order.slice(from, i), places));
    }
    from = i;
    if (at !== undefined) reach = hits[at + 1]!;
  }
  return chosen;
}

/** No mention is longer, in folded units. */
const LONGEST = 300;

/** Whether a hit may count at all: one that counts only inside another entry's needs one of that around it. */
function hasPlace(hits: Hits, index: number, order: readonly number[], places: Places): boolean {
  const at = order[index]!;
  const within = places.withinOf(hits[at + 2]!);
  if (within === undefined) return true;
  for (let i = index - 1; i >= 0; i--) {
    const other = order[i]!;
    if (hits[other]! < hits[at]! - LONGEST) return false;
    if (hits[other + 1]! >= hits[at + 1]! && places.entryOf(hits[other + 2]!) === within) return true;
  }
  return false;
}

/** @param around the entries of the mentions around this cluster */
function resolveCluster(
  hits: Hits,
  cluster: readonly number[],
  places: Places,
  around: readonly number[] = [],
): Chosen[] {
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
      const within = places.withinOf(hits[at + 2]!);
      if (within !== undefined && !around.includes(within)) continue;
      winners.push(at);
      inside.push([]);
      owner.fill(winners.length, hits[at]! - origin, hits[at + 1]! - origin);
    } else {
      const winner = winners[first - 1]!;
      const same = hits[winner] === hits[at] && hits[winner + 1] === hits[at + 1];
      // An entry's shorter form inside its longer one says nothing new.
      const own = places.entryOf(hits[winner + 2]!) === places.entryOf(hits[at + 2]!);
      if (!same && !own) inside[first - 1]!.push(at);
    }
  }
  return winners
    .map((at, i) => ({
      start: hits[at]!,
      end: hits[at + 1]!,
      pattern: hits[at + 2]!,
      nested: resolveCluster(hits, inside[i]!, places, [...around, places.entryOf(hits[at + 2]!)]),
    }))
    .sort((a, b) => a.start - b.start);
}
