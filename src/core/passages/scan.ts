import type { Clusters } from './clusters.ts';
import { gramSum, K, mixed, rightBound, sameGram, SIDE, Sides, sidesOf } from './grams.ts';
import { EXPLAINED, HEAD, MOST_PLACES, tagMask, type SeedTable } from './seed-table.ts';
import type { Skeleton } from './skeleton.ts';
import type { SourceIndex } from './source-index.ts';

/** How far a match is passed over before the page is looked up again, for other sources. */
const MOST_SKIPPED = 32;
/** Beside a match of at least {@link LONG} units, shorter ones than this are commonplaces. */
const SHORT = 12;
const LONG = 16;
/** Slots for the latest matches by diagonal, so that none is found twice; a power of two. */
const SLOTS = 1024;
/** A match of which neither side has {@link SIDE} units is no longer than this after where it was found. */
const MOST_RIGHT = K + SIDE - 1;

/**
 * Finds exact matches of a page in the index: each k-gram of the page is looked up,
 * and what is found is extended both ways. Text inside a match is looked up at a few
 * places only: there another source can begin that goes on longer.
 *
 * A source's text is read only where the table's bits say that a match goes on for
 * {@link SIDE} units on either side, and where a short one counts. That changes nothing
 * of what is found: less than SIDE on both sides make {@link SHORT} - 1 at most.
 *
 * O(page + matches); {@link run} does it in pieces.
 */
export class Scan {
  readonly #source: Uint16Array;
  readonly #seeds: SeedTable;
  readonly #page: Skeleton;
  readonly #clusters: Clusters;
  /** What is found of one k-gram: its place, and in what its bits in the table differ from the page's. */
  readonly #places = new Int32Array(MOST_PLACES);
  readonly #bits = new Int32Array(MOST_PLACES);
  #found = 0;
  /** Which of these go on for some units, in order, and how far. */
  readonly #long = new Int32Array(MOST_PLACES);
  readonly #lefts = new Int32Array(MOST_PLACES);
  readonly #rights = new Int32Array(MOST_PLACES);
  #longs = 0;
  /** By slot: diagonal (place minus page unit) and page end of the latest match there. */
  readonly #diagonals = new Int32Array(SLOTS);
  readonly #ends = new Int32Array(SLOTS);
  readonly #tags: number;
  readonly #placeMask: number;
  #at = 1;
  /** Where the furthest match so far ends. */
  #furthest = 0;

  constructor(index: SourceIndex, page: Skeleton, clusters: Clusters) {
    this.#source = index.units;
    this.#seeds = index.seeds;
    this.#page = page;
    this.#clusters = clusters;
    this.#tags = tagMask(index.seeds.placeBits);
    this.#placeMask = 2 ** index.seeds.placeBits - 1;
  }

  /** Goes on to page unit `until`. Returns whether the page is done. */
  run(until: number): boolean {
    const end = this.#page.length - K + 1;
    const last = Math.min(end, until);
    let p = this.#at;
    while (p <= last) {
      this.#lookUp(p);
      // Every second place of a source is indexed, so places are tried in pairs.
      const inside = this.#furthest - p - K;
      if (inside <= 1 || (p & 1) === 1) p++;
      else p += Math.min(inside, MOST_SKIPPED) | 1;
    }
    this.#at = p;
    return p > end;
  }

  #lookUp(p: number): void {
    const { heads, bucketShift } = this.#seeds;
    const hash = mixed(gramSum(this.#page.units, p));
    const bucket = hash >>> bucketShift;
    const head = heads[bucket]!;
    const first = head & HEAD;
    const end = heads[bucket + 1]! & HEAD;
    if (first === end) return;
    const tag = hash & this.#tags;
    if (head < 0) this.#readAll(p, tag, first, end);
    else this.#readSome(p, tag, first, end);
    if (this.#found > 0) this.#add(p);
  }

  /** What has a tag in a bucket, each extended, for the rare bucket in which a tag says little. */
  #readAll(p: number, tag: number, first: number, end: number): void {
    const { places, placeBits } = this.#seeds;
    const diagonals = this.#diagonals;
    let found = 0;
    for (let i = first; i < end; i++) {
      const entry = places[i]!;
      if (entry >>> placeBits !== tag) continue;
      const place = entry & this.#placeMask;
      const diagonal = place - p;
      const slot = diagonal & (SLOTS - 1);
      if (diagonals[slot] === diagonal && this.#ends[slot]! > p) continue;
      if (!sameGram(this.#page.units, p, this.#source, place)) continue;
      this.#places[found] = place;
      this.#long[found] = found;
      diagonals[slot] = diagonal;
      this.#extend(p, found++);
    }
    this.#found = this.#longs = found;
  }

  /** The same, but only what goes on for some units is extended. */
  #readSome(p: number, tag: number, first: number, end: number): void {
    const { places, sides, placeBits } = this.#seeds;
    const source = this.#source;
    const placeMask = this.#placeMask;
    const diagonals = this.#diagonals;
    const ends = this.#ends;
    let found = 0;
    let longs = 0;
    let own = -1;
    let touched = 0;
    for (let i = first; i < end; i++) {
      const entry = places[i]!;
      if (entry >>> placeBits !== tag) continue;
      const place = entry & placeMask;
      const diagonal = place - p;
      const slot = diagonal & (SLOTS - 1);
      if (diagonals[slot] === diagonal && ends[slot]! > p) continue;
      if (own < 0) {
        // What has one tag in this bucket is one k-gram, so that looking at one of them is enough.
        if (!sameGram(this.#page.units, p, source, place)) break;
        own = sidesOf(this.#page.units, p);
      }
      const bits = sides[i]! ^ own;
      this.#places[found] = place;
      this.#bits[found] = bits;
      if ((bits & Sides.right) === 0 || (bits & Sides.left) === 0) {
        // Read at once with no decision between, so that the memory's answers come together.
        touched ^= source[place]!;
        this.#long[longs++] = found;
      }
      diagonals[slot] = diagonal;
      // Whether it is longer is asked below, or does not matter: where it is found again inside
      // itself at its second or third place it is known by this, and further on it has no place.
      ends[slot] = p + K;
      found++;
    }
    this.#found = found;
    // Never so; without it the engine would leave the reading out.
    this.#longs = touched < 0 ? 0 : longs;
    for (let n = 0; n < longs; n++) this.#extend(p, n);
  }

  /** Takes a match that goes on both ways as far as it goes. */
  #extend(p: number, n: number): void {
    const { units } = this.#page;
    const source = this.#source;
    const place = this.#places[this.#long[n]!]!;
    let right = K;
    while (units[p + right] === source[place + right]) right++;
    let left = 0;
    while (units[p - left - 1] === source[place - left - 1]) left++;
    this.#lefts[n] = left;
    this.#rights[n] = right;
    const diagonal = place - p;
    const slot = diagonal & (SLOTS - 1);
    // Another found of the same k-gram may have taken the slot.
    if (this.#diagonals[slot] === diagonal) this.#ends[slot] = p + right;
  }

  /** Gives the clusters what was found of one k-gram, but for commonplaces. */
  #add(p: number): void {
    const found = this.#found;
    const longs = this.#longs;
    const before = this.#furthest - p;
    let longest = 0;
    let furthest = before;
    for (let n = 0; n < longs; n++) {
      const right = this.#rights[n]!;
      longest = Math.max(longest, this.#lefts[n]! + right);
      furthest = Math.max(furthest, right);
    }
    if (furthest < MOST_RIGHT && longs < found) furthest = this.#furthestShort(p, furthest);
    this.#furthest = p + furthest;
    const clusters = this.#clusters;
    const commonplace = longest >= LONG || before >= LONG;
    let next = 0;
    for (let n = 0; n < longs; n++) {
      const at = this.#long[n]!;
      if (!commonplace) for (; next < at; next++) this.#addShort(p, next);
      next = at + 1;
      const left = this.#lefts[n]!;
      const length = left + this.#rights[n]!;
      if (!commonplace || length >= SHORT) clusters.add(p - left, this.#places[at]! - left, length);
    }
    if (!commonplace) for (; next < found; next++) this.#addShort(p, next);
  }

  #addShort(p: number, n: number): void {
    this.#clusters.addSeed(p, this.#places[n]!, (this.#bits[n]! & EXPLAINED) !== 0);
  }

  /** How far the matches go to the right that do not go on for long, where that is further than `furthest`. */
  #furthestShort(p: number, furthest: number): number {
    const { units } = this.#page;
    const source = this.#source;
    let right = furthest;
    let long = 0;
    for (let n = 0; n < this.#found; n++) {
      if (long < this.#longs && this.#long[long] === n) {
        long++;
        continue;
      }
      if (K + rightBound(this.#bits[n]!) <= right) continue;
      const place = this.#places[n]!;
      let own = K;
      while (units[p + own] === source[place + own]) own++;
      if (own > right) right = own;
    }
    return right;
  }
}
