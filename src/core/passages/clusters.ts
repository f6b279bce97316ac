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
  /** Own words on the page where the source goes on without a gap … */
  inserted: 120,
  /** … or with one of no more than this. */
  without: 12,
  /** How far back or forward a moved clause may come from. */
  moved: 160,
  /** Own words on the page before a moved clause. */
  beside: 24,
} as const;

const REGION_BITS = 9;
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
const EVER = 0x3fffffff;
/** How far a seed goes at most from where it was looked up, to the left and, from its beginning, to the right. */
const MOST_LEFT = SIDE - 1;
const MOST_RIGHT = K + 2 * (SIDE - 1);

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
  readonly anchors: Ints;
  readonly clusters: Ints;
  readonly #index: SourceIndex;
  readonly #page: Uint16Array;
  readonly #all: boolean;
  /** By region of the sources, the first one left free: see {@link Region}. */
  readonly #regions: Int32Array;
  /**
   * By region, the first one left free: no anchor that begins after this page unit joins what was
   * last there. Most are told to be alone by this, without looking at the region.
   */
  readonly #until: Int32Array;
  /** How many were opened, those that are still seeds among them. */
  #opened = 0;

  /** @param all whether every anchor is wanted, those that nothing joins too */
  constructor(index: SourceIndex, page: Skeleton, all = false) {
    // A page that is all passages has an anchor every dozen units, and two anchors a cluster.
    this.anchors = new Ints(256 + (page.length >> 1));
    this.clusters = new Ints(256 + (page.length >> 1));
    this.#index = index;
    this.#page = page.units;
    this.#all = all;
    const regions = (index.units.length >> REGION_BITS) + 4;
    this.#regions = new Int32Array(regions * Region.Size);
    this.#until = new Int32Array(regions);
  }

  /** Adds an exact match. What formulations explain wholly may join a cluster; by itself it opens none. */
  add(page: number, place: number, length: number): void {
    const region = (place >> REGION_BITS) + 1;
    const best = this.#nearest(region, page, place, length);
    if (best >= 0) {
      this.#leave(best);
      this.#join(best, page, place, length);
      this.#stay(best, region, place, length);
      return;
    }
    if (this.#index.explained(place, place + length) === length) return;
    if (length <= MOST_RIGHT && !this.#all && isWithin(place, length)) this.#keepSeed(region, page, place);
    else {
      const opened = this.#open(page, place, this.#opened++);
      this.#join(opened, page, place, length);
      this.#stay(opened, region, place, length);
    }
  }

  /** The cluster that an anchor belongs to, among those that were last in its region and beside it; or -1. */
  #nearest(region: number, page: number, place: number, length: number): number {
    const until = this.#until;
    const { starts } = this.#index;
    let best = -1;
    let distance = EVER;
    for (let r = region - 1; r <= region + 1; r++) {
      if (page > until[r]!) continue;
      const cluster = this.#lastIn(r, page, place, length);
      if (cluster < 0) continue;
      const c = this.clusters.data;
      const pageGap = page - c[cluster + Cluster.PageEnd]!;
      if (pageGap > Gap.inserted) continue;
      const gap = place - c[cluster + Cluster.LastPlace]!;
      const follows = gap >= -length && gap <= (pageGap <= Gap.page ? Gap.source : Gap.without);
      if (
        !follows &&
        (pageGap > Gap.beside ||
          place < c[cluster + Cluster.PlaceStart]! - Gap.moved ||
          place > c[cluster + Cluster.PlaceEnd]! + Gap.moved)
      ) {
        continue;
      }
      const d = Math.max(0, pageGap) + (follows ? Math.max(0, gap) : Math.abs(gap));
      if (d >= distance) continue;
      const source = c[cluster + Cluster.Source]!;
      if (place < starts[source]! || place >= starts[source + 1]!) continue;
      distance = d;
      best = cluster;
    }
    return best;
  }

  /** Before a cluster goes on elsewhere: in the regions where it was last it now ends nobody knows where. */
  #leave(cluster: number): void {
    const last = this.clusters.data[cluster + Cluster.LastAnchor]!;
    const place = this.anchors.data[last + Anchor.Place]!;
    const region = (place >> REGION_BITS) + 1;
    if (this.#regions[region * Region.Size] === cluster + 1) this.#until[region] = EVER;
    const end = ((place + this.anchors.data[last + Anchor.Length]!) >> REGION_BITS) + 1;
    if (this.#regions[end * Region.Size] === cluster + 1) this.#until[end] = EVER;
  }

  /** Makes a cluster the last where its last anchor begins and ends. */
  #stay(cluster: number, region: number, place: number, length: number): void {
    const until = this.clusters.data[cluster + Cluster.PageEnd]! + Gap.inserted;
    this.#regions[region * Region.Size] = cluster + 1;
    this.#until[region] = until;
    const end = ((place + length) >> REGION_BITS) + 1;
    if (end === region) return;
    this.#regions[end * Region.Size] = cluster + 1;
    this.#until[end] = until;
  }

  /**
   * Adds an exact match that was found at `page` and `place` and has less than SIDE more
   * units on either side.
   *
   * @param explained whether formulations explain what was found wholly, not counting what is beside it
   */
  addSeed(page: number, place: number, explained: boolean): void {
    const region = (place >> REGION_BITS) + 1;
    if (
      this.#all ||
      !isWithin(place - MOST_LEFT, MOST_LEFT + MOST_RIGHT) ||
      this.#mayJoin(region - 1, page, place, MOST_LEFT, MOST_RIGHT) ||
      this.#mayJoin(region, page, place, MOST_LEFT, MOST_RIGHT) ||
      this.#mayJoin(region + 1, page, place, MOST_LEFT, MOST_RIGHT)
    ) {
      const left = this.#left(page, place);
      this.add(page - left, place - left, left + this.#right(page, place));
      return;
    }
    if (explained) {
      const left = this.#left(page, place);
      const size = left + this.#right(page, place);
      if (this.#index.explained(place - left, place - left + size) === size) return;
    }
    this.#keepSeed(region, page, place);
  }

  #keepSeed(region: number, page: number, place: number): void {
    const regions = this.#regions;
    const at = region * Region.Size;
    regions[at] = SEED;
    regions[at + Region.Page] = page;
    regions[at + Region.Place] = place;
    regions[at + Region.Order] = this.#opened++;
    this.#until[region] = page + MOST_RIGHT + Gap.inserted;
  }

  /**
   * Whether an anchor of at most `length` units, which begins up to `left` units before `page`
   * and `place`, may be near enough to what was last in a region. False only where
   * {@link #nearest} would pass it over, whatever a seed extends to.
   */
  #mayJoin(region: number, page: number, place: number, left: number, length: number): boolean {
    if (page - left > this.#until[region]!) return false;
    const regions = this.#regions;
    const at = region * Region.Size;
    const last = regions[at]!;
    let pageEnd: number;
    let start: number;
    let end: number;
    let least: number;
    let most: number;
    if (last === SEED) {
      const from = regions[at + Region.Place]!;
      pageEnd = regions[at + Region.Page]! + MOST_RIGHT;
      start = from - MOST_LEFT;
      least = from + K;
      end = most = from + MOST_RIGHT;
    } else {
      const c = this.clusters.data;
      const cluster = last - 1;
      pageEnd = c[cluster + Cluster.PageEnd]!;
      start = c[cluster + Cluster.PlaceStart]!;
      end = c[cluster + Cluster.PlaceEnd]!;
      least = most = c[cluster + Cluster.LastPlace]!;
    }
    const pageGap = page - left - pageEnd;
    if (pageGap > Gap.inserted) return false;
    if (place - least >= -length && place - left - most <= (pageGap <= Gap.page ? Gap.source : Gap.without)) {
      return true;
    }
    return pageGap <= Gap.beside && place >= start - Gap.moved && place - left <= end + Gap.moved;
  }

  /** The cluster that was last in a region, or -1. A seed that an anchor may join is made one. */
  #lastIn(region: number, page: number, place: number, length: number): number {
    const regions = this.#regions;
    const at = region * Region.Size;
    const last = regions[at]!;
    if (last !== SEED) return last - 1;
    if (!this.#mayJoin(region, page, place, 0, length)) return -1;
    const seedPage = regions[at + Region.Page]!;
    const seedPlace = regions[at + Region.Place]!;
    const left = this.#left(seedPage, seedPlace);
    const cluster = this.#open(seedPage - left, seedPlace - left, regions[at + Region.Order]!);
    this.#join(cluster, seedPage - left, seedPlace - left, left + this.#right(seedPage, seedPlace));
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

/** Whether an anchor is in one region from beginning to end. */
function isWithin(place: number, length: number): boolean {
  return place >> REGION_BITS === (place + length) >> REGION_BITS;
}
