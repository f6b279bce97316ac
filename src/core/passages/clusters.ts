import { Ints } from './ints.ts';
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
  Size: 9,
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

/**
 * Groups anchors, which come in the order of the page, by nearness in page and
 * source. Each anchor looks at the last cluster in its own region of the sources and
 * the two beside it: constant time, whatever their number.
 */
export class Clusters {
  readonly anchors = new Ints();
  readonly clusters = new Ints();
  readonly #index: SourceIndex;
  /** By region of the sources: 1 + the cluster that was there last. */
  readonly #lastIn: Int32Array;

  constructor(index: SourceIndex) {
    this.#index = index;
    this.#lastIn = new Int32Array((index.units.length >> REGION_BITS) + 3);
  }

  /** @param opens whether the anchor may be the first of a cluster */
  add(page: number, place: number, length: number, opens: boolean): void {
    const region = place >> REGION_BITS;
    let best = -1;
    let distance = Infinity;
    for (let r = Math.max(0, region - 1); r <= region + 1; r++) {
      const cluster = this.#lastIn[r]! - 1;
      if (cluster < 0 || cluster === best) continue;
      const d = this.#distance(cluster, page, place, length);
      if (d < distance) {
        distance = d;
        best = cluster;
      }
    }
    if (best < 0 && !opens) return;
    const anchor = this.anchors.reserve(Anchor.Size);
    const a = this.anchors.data;
    a[anchor] = page;
    a[anchor + 1] = place;
    a[anchor + 2] = length;
    a[anchor + 3] = -1;
    if (best < 0) best = this.#open(page, place, anchor);
    this.#join(best, anchor, page, place, length);
    this.#lastIn[region] = best + 1;
    this.#lastIn[(place + length) >> REGION_BITS] = best + 1;
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

  #open(page: number, place: number, anchor: number): number {
    const cluster = this.clusters.reserve(Cluster.Size);
    const c = this.clusters.data;
    c[cluster + Cluster.PageStart] = page;
    c[cluster + Cluster.PageEnd] = page;
    c[cluster + Cluster.PlaceStart] = place;
    c[cluster + Cluster.PlaceEnd] = place;
    c[cluster + Cluster.FirstAnchor] = anchor;
    c[cluster + Cluster.LastAnchor] = -1;
    c[cluster + Cluster.Source] = this.#index.sourceAt(place);
    return cluster;
  }

  #join(cluster: number, anchor: number, page: number, place: number, length: number): void {
    const c = this.clusters.data;
    const last = c[cluster + Cluster.LastAnchor]!;
    if (last >= 0) this.anchors.data[last + Anchor.Next] = anchor;
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
