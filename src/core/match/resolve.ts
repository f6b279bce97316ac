import { HIT_SIZE, type Hits } from './hits.ts';

/** What a pattern stands for, and inside which entry's mentions alone it counts, if it is one of those. */
export interface Places {
  entryOf(pattern: number): number;
  withinOf(pattern: number): number | undefined;
}

/** Makes what is wanted of a chosen hit (folded units) and of what was made of the hits chosen inside it. */
export type Make<T> = (start: number, end: number, pattern: number, nested: readonly T[]) => T;

/** No mention is longer, in folded units. */
const LONGEST = 300;
/** Up to this many, moving each to its place is faster than a sort that calls back. */
const FEW = 32;

const NONE: readonly never[] = [];

/**
 * Decides between overlapping hits: the longest wins, of equally long ones the
 * first; what lies wholly inside a chosen hit is nested in it, by the same rule,
 * unless it is the same entry; what overlaps one partly is dropped.
 *
 * O(h log h + total length) for each level of nesting where hits come by their start.
 * Keeps its working memory from text to text.
 */
export class Resolver<T> {
  readonly #places: Places;
  readonly #make: Make<T>;
  #order = new Int32Array(64);
  #owner = new Int32Array(LONGEST);
  #hits: Int32Array = this.#order;

  constructor(places: Places, make: Make<T>) {
    this.#places = places;
    this.#make = make;
  }

  /** The outermost of the chosen hits, by start. The hits are not changed. */
  resolve({ data, length }: Hits): T[] {
    this.#hits = data;
    const count = this.#sorted(length / HIT_SIZE);
    const order = this.#order;
    const chosen: T[] = [];
    // Hits that do not touch one another are decided apart, so that a page costs as
    // much as its clusters, which are small.
    for (let from = 0; from < count;) {
      let to = from + 1;
      let reach = data[order[from]! + 1]!;
      for (; to < count && data[order[to]!]! < reach; to++) {
        reach = Math.max(reach, data[order[to]! + 1]!);
      }
      if (to === from + 1) {
        const only = order[from]!;
        if (this.#within(only) === undefined) chosen.push(this.#made(only, NONE));
      } else {
        const cluster: number[] = [];
        for (let i = from; i < to; i++) cluster.push(order[i]!);
        this.#cluster(cluster, NONE, chosen);
      }
      from = to;
    }
    return chosen;
  }

  /**
   * Fills the order: by start, the longest first. Hits that count only inside another
   * entry's, and have none of these around them, are left out. Returns how many there are.
   */
  #sorted(count: number): number {
    if (this.#order.length < count) this.#order = new Int32Array(2 * count);
    const order = this.#order;
    const hits = this.#hits;
    let inside = false;
    for (let i = 0; i < count; i++) {
      const at = i * HIT_SIZE;
      const start = hits[at]!;
      let to = i;
      for (; to > 0; to--) {
        const other = order[to - 1]!;
        if (hits[other]! < start) break;
        if (hits[other] === start) {
          const longer = hits[other + 1]! - hits[at + 1]!;
          if (longer > 0 || (longer === 0 && hits[other + 2]! < hits[at + 2]!)) break;
        }
        order[to] = other;
      }
      order[to] = at;
      inside ||= this.#within(at) !== undefined;
    }
    if (!inside) return count;
    const kept = order.slice(0, count).filter((_, i) => this.#hasPlace(i));
    order.set(kept);
    return kept.length;
  }

  /** Whether a hit may count at all: one that counts only inside another entry's needs one of that around it. */
  #hasPlace(index: number): boolean {
    const hits = this.#hits;
    const at = this.#order[index]!;
    const within = this.#within(at);
    if (within === undefined) return true;
    for (let i = index - 1; i >= 0; i--) {
      const other = this.#order[i]!;
      if (hits[other]! < hits[at]! - LONGEST) return false;
      if (hits[other + 1]! >= hits[at + 1]! && this.#entry(other) === within) return true;
    }
    return false;
  }

  /**
   * Chooses in hits that touch one another.
   *
   * @param cluster in order of their start, the longest first
   * @param around the entries of the mentions around them
   */
  #cluster(cluster: number[], around: readonly number[], chosen: T[]): void {
    const hits = this.#hits;
    const first = cluster[0]!;
    if (cluster.length === 1) {
      if (this.#counts(first, around)) chosen.push(this.#made(first, NONE));
      return;
    }
    const origin = hits[first]!;
    let end = 0;
    for (const at of cluster) end = Math.max(end, hits[at + 1]!);
    if (hits[first + 1] === end && this.#counts(first, around)) {
      // The commonest case: one that has all the others in it.
      const rest: number[] = [];
      for (let i = 1; i < cluster.length; i++) {
        if (this.#mayNest(cluster[i]!, first)) rest.push(cluster[i]!);
      }
      chosen.push(this.#made(first, this.#nested(rest, first, around)));
      return;
    }
    if (this.#owner.length < end - origin) this.#owner = new Int32Array(2 * (end - origin));
    /** By position: 1 + index of the chosen hit that covers it. */
    const owner = this.#owner.fill(0, 0, end - origin);
    const winners: number[] = [];
    const inside: (number[] | undefined)[] = [];
    for (const at of this.#byLength(cluster)) {
      const start = hits[at]! - origin;
      const last = hits[at + 1]! - 1 - origin;
      const owned = owner[start]!;
      if (owned !== owner[last]) continue; // overlaps a longer one partly
      if (owned === 0) {
        if (!this.#counts(at, around)) continue;
        winners.push(at);
        for (let i = start; i <= last; i++) owner[i] = winners.length;
        continue;
      }
      if (!this.#mayNest(at, winners[owned - 1]!)) continue;
      const list = inside[owned - 1];
      if (list === undefined) inside[owned - 1] = [at];
      else list.push(at);
    }
    const from = chosen.length;
    const starts: number[] = [];
    for (let i = 0; i < winners.length; i++) {
      const winner = winners[i]!;
      const list = inside[i];
      const nested = list === undefined ? NONE : this.#nested(this.#byStart(list), winner, around);
      const made = this.#made(winner, nested);
      let to = chosen.length;
      for (; to > from && starts[to - from - 1]! > hits[winner]!; to--) {
        chosen[to] = chosen[to - 1]!;
        starts[to - from] = starts[to - from - 1]!;
      }
      chosen[to] = made;
      starts[to - from] = hits[winner]!;
    }
  }

  /** Whether a hit that lies inside a chosen one says something of its own. */
  #mayNest(at: number, winner: number): boolean {
    const hits = this.#hits;
    if (hits[winner] === hits[at] && hits[winner + 1] === hits[at + 1]) return false;
    // An entry's shorter form inside its longer one says nothing new.
    return this.#entry(winner) !== this.#entry(at);
  }

  #nested(inside: number[], winner: number, around: readonly number[]): readonly T[] {
    if (inside.length === 0) return NONE;
    const nested: T[] = [];
    this.#cluster(inside, [...around, this.#entry(winner)], nested);
    return nested;
  }

  #byLength(cluster: readonly number[]): number[] {
    return sorted(cluster, this.#longerFirst);
  }

  #byStart(cluster: readonly number[]): number[] {
    return sorted(cluster, this.#earlierFirst);
  }

  readonly #longerFirst = (a: number, b: number): number => {
    const hits = this.#hits;
    return (
      hits[b + 1]! - hits[b]! - (hits[a + 1]! - hits[a]!) ||
      hits[a]! - hits[b]! ||
      hits[a + 2]! - hits[b + 2]!
    );
  };

  readonly #earlierFirst = (a: number, b: number): number => {
    const hits = this.#hits;
    return hits[a]! - hits[b]! || hits[b + 1]! - hits[a + 1]! || hits[a + 2]! - hits[b + 2]!;
  };

  #counts(at: number, around: readonly number[]): boolean {
    const within = this.#within(at);
    return within === undefined || around.includes(within);
  }

  #within(at: number): number | undefined {
    return this.#places.withinOf(this.#hits[at + 2]!);
  }

  #entry(at: number): number {
    return this.#places.entryOf(this.#hits[at + 2]!);
  }

  #made(at: number, nested: readonly T[]): T {
    const hits = this.#hits;
    return this.#make(hits[at]!, hits[at + 1]!, hits[at + 2]!, nested);
  }
}

function sorted(cluster: readonly number[], compare: (a: number, b: number) => number): number[] {
  const result = cluster.slice();
  if (result.length > FEW) return result.sort(compare);
  for (let i = 1; i < result.length; i++) {
    const at = result[i]!;
    let to = i;
    for (; to > 0 && compare(result[to - 1]!, at) > 0; to--) result[to] = result[to - 1]!;
    result[to] = at;
  }
  return result;
}
