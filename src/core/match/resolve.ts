import { HIT_SIZE, type Hits } from './hits.ts';

/** What a pattern stands for, and inside which entry's mentions alone it counts, if it is one of those. */
export interface Places {
  entryOf(pattern: number): number;
  withinOf(pattern: number): number | undefined;
}

/** Numbers that a chosen hit takes in {@link Resolver.rows}. */
export const ROW_SIZE = 4;

/** No mention is longer, in folded units. */
const LONGEST = 300;

/**
 * Decides between overlapping hits: the longest wins, of equally long ones the
 * first; what lies wholly inside a chosen hit is nested in it, by the same rule,
 * unless it is the same entry; what overlaps one partly is dropped.
 *
 * O(h × lengths of hits that overlap + total length) for each level of nesting where hits come
 * by their start.
 * Keeps its working memory from text to text, and makes no objects.
 */
export class Resolver {
  /**
   * The chosen hits by start: start and end (folded units, end exclusive), pattern, and
   * how many of the numbers that follow are those of the hits chosen inside it. Only as many
   * as {@link resolve} says are valid, and until it is called again.
   */
  readonly rows: number[] = [];
  readonly #places: Places;
  #length = 0;
  /** Places of hits: all by start, the longest first, and from {@link #top} down those of clusters inside others. */
  #order = new Int32Array(128);
  #top = 0;
  /** By position in a cluster: 1 + the place of the chosen hit that covers it. */
  #owner = new Int32Array(LONGEST);
  /** The entries of the mentions around what is decided now. */
  readonly #around: number[] = [];
  #hits: Int32Array = this.#order;

  constructor(places: Places) {
    this.#places = places;
  }

  /** How many numbers of {@link rows} tell of the chosen hits. The hits are not changed. */
  resolve({ data, length }: Hits): number {
    this.#hits = data;
    this.#length = 0;
    const count = this.#sorted(length / HIT_SIZE);
    this.#top = count;
    // Hits that do not touch one another are decided apart, so that a page costs as
    // much as its clusters, which are small.
    for (let from = 0; from < count;) {
      const order = this.#order;
      let to = from + 1;
      let reach = data[order[from]! + 1]!;
      for (; to < count && data[order[to]!]! < reach; to++) {
        reach = Math.max(reach, data[order[to]! + 1]!);
      }
      this.#cluster(from, to);
      from = to;
    }
    return this.#length;
  }

  /**
   * Fills the order. Hits that count only inside another entry's, and have none of these
   * around them, are left out. Returns how many there are.
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

  /** Chooses in hits that touch one another: those of the order from `from` to before `to`. */
  #cluster(from: number, to: number): void {
    const hits = this.#hits;
    const base = this.#top;
    let order = this.#order;
    const first = order[from]!;
    let end = 0;
    for (let i = from; i < to; i++) end = Math.max(end, hits[order[i]! + 1]!);
    if (base + to - from > order.length) {
      this.#order = new Int32Array(2 * (base + to - from));
      this.#order.set(order);
      order = this.#order;
    }
    if (hits[first + 1] === end && this.#counts(first)) {
      // The commonest case: one that has all the others in it.
      for (let i = from + 1; i < to; i++) if (this.#mayNest(order[i]!, first)) order[this.#top++] = order[i]!;
      this.#take(first, base, this.#top);
    } else {
      this.#decide(from, to, end);
      const top = this.#top;
      for (let i = base; i < top;) {
        const winner = ~this.#order[i]!;
        const inside = ++i;
        while (i < top && this.#order[i]! >= 0) i++;
        this.#take(winner, inside, i);
      }
    }
    this.#top = base;
  }

  /**
   * Writes after the end of the order who wins in a cluster, by start: of each winner the complement,
   * and then what may count inside it.
   */
  #decide(from: number, to: number, end: number): void {
    const hits = this.#hits;
    const order = this.#order;
    const origin = hits[order[from]!]!;
    if (this.#owner.length < end - origin) this.#owner = new Int32Array(2 * (end - origin));
    const owner = this.#owner.fill(0, 0, end - origin);
    // Of each length that there is, the longest first.
    for (let length = end - origin, shorter = 0; length > 0; length = shorter, shorter = 0) {
      for (let i = from; i < to; i++) {
        const at = order[i]!;
        const start = hits[at]! - origin;
        const last = hits[at + 1]! - 1 - origin;
        if (last - start + 1 < length) shorter = Math.max(shorter, last - start + 1);
        else if (last - start + 1 > length) continue;
        // What has a longer one over either end is in that, or overlaps it.
        else if (owner[start] === 0 && owner[last] === 0 && this.#counts(at))
          owner.fill(at + 1, start, last + 1);
      }
    }
    for (let i = from; i < to; i++) {
      const at = order[i]!;
      const winner = owner[hits[at]! - origin]! - 1;
      if (winner < 0 || winner !== owner[hits[at + 1]! - 1 - origin]! - 1) continue;
      if (winner === at) order[this.#top++] = ~at;
      else if (this.#mayNest(at, winner)) order[this.#top++] = at;
    }
  }

  /** Chooses a hit, and in those of the order from `from` to before `to`, which lie inside it. */
  #take(at: number, from: number, to: number): void {
    const { rows } = this;
    const row = this.#length;
    const hits = this.#hits;
    rows[row] = hits[at]!;
    rows[row + 1] = hits[at + 1]!;
    rows[row + 2] = hits[at + 2]!;
    rows[row + 3] = 0;
    this.#length = row + ROW_SIZE;
    if (from === to) return;
    this.#around.push(this.#entry(at));
    this.#cluster(from, to);
    this.#around.pop();
    rows[row + 3] = this.#length - row - ROW_SIZE;
  }

  /** Whether a hit that lies inside a chosen one says something of its own. */
  #mayNest(at: number, winner: number): boolean {
    const hits = this.#hits;
    if (hits[winner] === hits[at] && hits[winner + 1] === hits[at + 1]) return false;
    // An entry's shorter form inside its longer one says nothing new.
    return this.#entry(winner) !== this.#entry(at);
  }

  #counts(at: number): boolean {
    const within = this.#within(at);
    return within === undefined || this.#around.includes(within);
  }

  #within(at: number): number | undefined {
    return this.#places.withinOf(this.#hits[at + 2]!);
  }

  #entry(at: number): number {
    return this.#places.entryOf(this.#hits[at + 2]!);
  }
}
