import { K, SIDE } from './grams.ts';
import { Ints } from './ints.ts';
import type { Skeleton } from './skeleton.ts';
import type { SourceIndex } from './source-index.ts';

/** Fields of an anchor in {@link Clusters.anchors}: an exact match of page and source. */
export const Anchor = { Page: 0, Place: 1, Length: 2, Next: 3, Size: 4 } as const;

/** Fields of a cluster in {@link Clusters.clusters}: anchors close to each other in page and source. */
export const Cluster = {
  PageStart: 0,
  PageEnd: 1,
  PlaceStart: 2,
  PlaceEnd: 3,
  /** End of the anchor added last, in the source. */
  LastPlace: 4,
  /** Page units that its anchors cover. */
  Covered: 5,
  FirstAnchor: 6,
  LastAnchor: 7,
  Source: 8,
  /** How many were opened before it. */
  Order: 9,
  Size: 10,
} as const;

/** How far apart anchors of one passage may be, in skeleton units. */
const Gap = {
  /** Own words on the page between two anchors, where the source leaves something out as well. */
  page: 40,
  /** What the page leaves out of the source. */
  source: 420,
  /** Own words on the page where the source goes on without a gap. */
  inserted: 120,
  /** How far back or forward a moved clause may come from. */
  moved: 160,
} as const;

const REGION_BITS = 9;
const REGION = 1 << REGION_BITS;
/** Fields of a region of the sources. */
const Region = {
  /** 1 + the cluster that was there last; 0 for none yet, -1 for a seed that nothing has joined. */
  Last: 0,
  /** Page unit and place of that seed, and how many clusters were opened before it. */
  Page: 1,
  Place: 2,
  Order: 3,
  Size: 4,
} as const;
const SEED = -1;
/** A seed is not extended further than this by itself, to the right from its beginning and to the left. */
const MOST_RIGHT = K + SIDE - 1;
const MOST_LEFT = SIDE - 1;

/**
 * Groups anchors, which come in the order of the page, by nearness in page and
 * source. Each anchor looks at the last cluster in its own region of the sources and
 * the two beside it: constant time, whatever their number.
 *
 * Most clusters are one short match that nothing ever joins. Such a one is kept as a
 * _seed_, as it was looked up and in its region only; it is extended and made a cluster
 * when an anchor comes near enough to ask how far away it is.
 */
export class Clusters {
  readonly anchors = new Ints();
  readonly clusters = new Ints();
  readonly #index: SourceIndex;
  readonly #page: Uint16Array;
  readonly #all: boolean;
  /** By region of the sources, the first one left free: see {@link Region}. */
  readonly #regions: Int32Array;
  /** How many were opened, those that are still seeds among them. */
  #opened = 0;

  /** @param all whether every anchor is wanted, those that nothing joins too */
  constructor(index: SourceIndex, page: Skeleton, all = false) {
    this.#index = index;
    this.#page = page.units;
    this.#all = all;
    this.#regions = new Int32Array(((index.units.length >> REGION_BITS) + 4) * Region.Size);
  }

  /** Adds an exact match. What formulations explain wholly may join a cluster; by itself it opens none. */
  add(page: number, place: number, length: number): void {
    const region = place >> REGION_BITS;
    let best = -1;
    let distance = Infinity;
    for (let r = region; r <= region + 2; r++) {
      const cluster = this.#lastIn(r * Region.Size, page);
      if (cluster < 0 || cluster === best) continue;
      const d = this.#distance(cluster, page, place, length);
      if (d < distance) {
        distance = d;
        best = cluster;
      }
    }
    if (best < 0) {
      if (this.#index.explained(place, place + length) === length) return;
      best = this.#open(page, place, this.#opened++);
    }
    this.#join(best, page, place, length);
    this.#regions[(region + 1) * Region.Size] = best + 1;
    this.#regions[(((place + length) >> REGION_BITS) + 1) * Region.Size] = best + 1;
  }

  /**
   * Adds an exact match that was found at `page` and `place` and has less than SIDE more
   * units on either side.
   *
   * @param explained whether formulations explain what was found wholly, not counting what is beside it
   */
  addSeed(page: number, place: number, explained: boolean): void {
    const within = place & (REGION - 1);
    const at = ((place >> REGION_BITS) + 1) * Region.Size;
    // Near another region's edge it could be of both.
    if (!this.#all && within >= MOST_LEFT && within < REGION - MOST_RIGHT && this.#isAlone(at, page)) {
      if (explained) {
        const left = this.#left(page, place);
        const size = left + this.#right(page, place);
        if (this.#index.explained(place - left, place - left + size) === size) return;
      }
      const regions = this.#regions;
      regions[at] = SEED;
      regions[at + Region.Page] = page;
      regions[at + Region.Place] = place;
      regions[at + Region.Order] = this.#opened++;
      return;
    }
    const left = this.#left(page, place);
    this.add(page - left, place - left, left + this.#right(page, place));
  }

  /** Whether all that was last in a region and beside it is too far back on the page for a seed. */
  #isAlone(region: number, page: number): boolean {
    const regions = this.#regions;
    for (let at = region - Region.Size; at <= region + Region.Size; at += Region.Size) {
      const last = regions[at]!;
      if (last === 0) continue;
      const end =
        last === SEED ? regions[at + Region.Page]! + MOST_RIGHT : this.clusters.data[last - 1 + Cluster.PageEnd]!;
      if (page - MOST_LEFT - end <= Gap.inserted) return false;
    }
    return true;
  }

  /** The cluster that was last in a region, or -1. A seed near enough is made one. */
  #lastIn(at: number, page: number): number {
    const regions = this.#regions;
    const last = regions[at]!;
    if (last !== SEED) return last - 1;
    const from = regions[at + Region.Page]!;
    if (page - from - MOST_RIGHT > Gap.inserted) return -1;
    const place = regions[at + Region.Place]!;
    const left = this.#left(from, place);
    const cluster = this.#open(from - left, place - left, regions[at + Region.Order]!);
    this.#join(cluster, from - left, place - left, left + this.#right(from, place));
    regions[at] = cluster + 1;
    return cluster;
  }

  /** How far the k-gram at `page` and `place` goes on to the left. */
  #left(page: number, place: number): number {
    const units = this.#page;
    const source = this.#index.units;
    let left = 0;
    while (units[page - left - 1] === source[place - left - 1]) left++;
    return left;
  }

  /** How far the k-gram at `page` and `place` goes on to the right, from its beginning. */
  #right(page: number, place: number): number {
    const units = this.#page;
    const source = this.#index.units;
    let right = K;
    while (units[page + right] === source[place + right]) right++;
    return right;
  }

  /** How far an anchor is from a cluster, or Infinity where it does not belong to it. */
  #distance(cluster: number, page: number, place: number, length: number): number {
    const c = this.clusters.data;
    const pageGap = page - c[cluster + Cluster.PageEnd]!;
    if (pageGap > Gap.inserted) return Infinity;
    const source = c[cluster + Cluster.Source]!;
    const { starts } = this.#index;
    if (place < starts[source]! || place >= starts[source + 1]!) return Infinity;
    const gap = place - c[cluster + Cluster.LastPlace]!;
    if (gap >= -length) {
      if (pageGap <= Gap.page ? gap <= Gap.source : gap <= 12) return Math.max(0, pageGap) + Math.max(0, gap);
    }
    if (
      pageGap <= 24 &&
      place >= c[cluster + Cluster.PlaceStart]! - Gap.moved &&
      place <= c[cluster + Cluster.PlaceEnd]! + Gap.moved
    ) {
      return Math.max(0, pageGap) + Math.abs(gap);
    }
    return Infinity;
  }

  #open(page: number, place: number, order: number): number {
    const cluster = this.clusters.reserve(Cluster.Size);
    const c = this.clusters.data;
    c[cluster + Cluster.PageStart] = page;
    c[cluster + Cluster.PageEnd] = page;
    c[cluster + Cluster.PlaceStart] = place;
    c[cluster + Cluster.PlaceEnd] = place;
    c[cluster + Cluster.LastPlace] = place;
    c[cluster + Cluster.Covered] = 0;
    c[cluster + Cluster.FirstAnchor] = -1;
    c[cluster + Cluster.LastAnchor] = -1;
    c[cluster + Cluster.Source] = this.#index.sourceAt(place);
    c[cluster + Cluster.Order] = order;
    return cluster;
  }

  #join(cluster: number, page: number, place: number, length: number): void {
    const anchor = this.anchors.reserve(Anchor.Size);
    const a = this.anchors.data;
    a[anchor] = page;
    a[anchor + Anchor.Place] = place;
    a[anchor + Anchor.Length] = length;
    a[anchor + Anchor.Next] = -1;
    const c = this.clusters.data;
    const last = c[cluster + Cluster.LastAnchor]!;
    if (last < 0) c[cluster + Cluster.FirstAnchor] = anchor;
    else a[last + Anchor.Next] = anchor;
    c[cluster + Cluster.LastAnchor] = anchor;
    const end = page + length;
    const pageEnd = c[cluster + Cluster.PageEnd]!;
    if (end > pageEnd) {
      c[cluster + Cluster.Covered]! += end - Math.max(pageEnd, page);
      c[cluster + Cluster.PageEnd] = end;
    }
    if (page < c[cluster + Cluster.PageStart]!) c[cluster + Cluster.PageStart] = page;
    if (place < c[cluster + Cluster.PlaceStart]!) c[cluster + Cluster.PlaceStart] = place;
    if (place + length > c[cluster + Cluster.PlaceEnd]!) c[cluster + Cluster.PlaceEnd] = place + length;
    c[cluster + Cluster.LastPlace] = place + length;
  }
}
