import type { Clusters } from './clusters.ts';
import type { Skeleton } from './skeleton.ts';
import { gramSum, K, mixed, rolled, tagMask, type SourceIndex } from './source-index.ts';

/** Of a k-gram that stands in more places than this, only the earliest are looked at. */
const MOST_PLACES = 24;
/** How far a match is passed over before the page is looked up again, for other sources. */
const MOST_SKIPPED = 32;
/** Beside a match of at least {@link LONG} units, shorter ones than this are commonplaces. */
const SHORT = 12;
const LONG = 16;
/** Slots for the latest matches by diagonal, so that none is found twice; a power of two. */
const SLOTS = 1024;

/**
 * Finds exact matches of a page in the index: each k-gram of the page is looked up,
 * and what is found is extended both ways. Text inside a match is looked up at a few
 * places only: there another source can begin that goes on longer.
 *
 * O(page + matches); {@link run} does it in pieces.
 */
export class Scan {
  readonly #index: SourceIndex;
  readonly #page: Skeleton;
  readonly #clusters: Clusters;
  readonly #lefts = new Int32Array(MOST_PLACES);
  readonly #rights = new Int32Array(MOST_PLACES);
  readonly #places = new Int32Array(MOST_PLACES);
  /** By slot: diagonal (place minus page unit) and page end of the latest match there. */
  readonly #diagonals = new Int32Array(SLOTS);
  readonly #ends = new Int32Array(SLOTS);
  readonly #tags: number;
  readonly #placeMask: number;
  #at = 1;
  /** Where the furthest match so far ends. */
  #furthest = 0;

  constructor(index: SourceIndex, page: Skeleton, clusters: Clusters) {
    this.#index = index;
    this.#page = page;
    this.#clusters = clusters;
    this.#tags = tagMask(index.placeBits);
    this.#placeMask = 2 ** index.placeBits - 1;
  }

  /** Goes on to page unit `until`. Returns whether the page is done. */
  run(until: number): boolean {
    const { heads, bucketShift } = this.#index;
    const { units, length } = this.#page;
    const last = Math.min(length - K + 1, until);
    let p = this.#at;
    let summed = -2;
    let sum = 0;
    while (p <= last) {
      sum = p === summed + 1 ? rolled(sum, units, summed) : gramSum(units, p);
      summed = p;
      const hash = mixed(sum);
      const bucket = hash >>> bucketShift;
      const first = heads[bucket]!;
      const end = heads[bucket + 1]!;
      if (first !== end) this.#lookUp(p, hash, first, end);
      // Every second place of a source is indexed, so places are tried in pairs.
      const inside = this.#furthest - p - K;
      if (inside <= 1 || (p & 1) === 1) p++;
      else p += Math.min(inside, MOST_SKIPPED) | 1;
    }
    this.#at = p;
    return p > length - K + 1;
  }

  /** Extends what stands in a bucket to whole matches. */
  #lookUp(p: number, hash: number, first: number, end: number): void {
    const { places, units: source, placeBits } = this.#index;
    const { units } = this.#page;
    const diagonals = this.#diagonals;
    const ends = this.#ends;
    const tag = hash & this.#tags;
    const placeMask = this.#placeMask;
    let found = 0;
    let longest = 0;
    // All are read once with no decision between them, so that the memory's answers come together.
    const last = Math.min(end, first + 2 * MOST_PLACES);
    let touched = 0;
    for (let i = first; i < last; i++) touched ^= source[places[i]! & placeMask]!;
    // Never so; without it the engine would leave the reading out.
    if (touched < 0) return;
    for (let i = first, looked = 0; i < end && looked < MOST_PLACES; i++) {
      const entry = places[i]!;
      if (entry >>> placeBits !== tag) continue;
      looked++;
      const place = entry & placeMask;
      const diagonal = place - p;
      const slot = diagonal & (SLOTS - 1);
      if (diagonals[slot] === diagonal && ends[slot]! > p) continue;
      let right = 0;
      while (units[p + right] === source[place + right]) right++;
      if (right < K) continue;
      let left = 0;
      while (units[p - left - 1] === source[place - left - 1]) left++;
      this.#places[found] = place;
      this.#lefts[found] = left;
      this.#rights[found] = right;
      if (left + right > longest) longest = left + right;
      diagonals[slot] = diagonal;
      ends[slot] = p + right;
      found++;
    }
    if (found === 0) return;
    const enough = longest >= LONG || this.#furthest - p >= LONG ? SHORT : 0;
    for (let i = 0; i < found; i++) {
      const left = this.#lefts[i]!;
      const right = this.#rights[i]!;
      if (p + right > this.#furthest) this.#furthest = p + right;
      const size = left + right;
      const place = this.#places[i]! - left;
      // What formulations explain wholly may join a cluster; by itself it opens none.
      if (size >= enough) {
        const opens = this.#index.explained(place, place + size) < size;
        this.#clusters.add(p - left, place, size, opens);
      }
    }
  }
}
