import { gramSum, K, mixed, sameGram, sidesOf } from './grams.ts';

/** Every so many places of a source are indexed; a page is looked up at all of its places. */
const STRIDE = 2;
/** Of a k-gram that stands in more places than this, only the earliest are kept. */
export const MOST_PLACES = 24;

/** Marks, in {@link SeedTable.heads}, a bucket with two k-grams that have the same tag. */
const MIXED = -0x80000000;
/** What is left of a head without the mark. */
export const HEAD = 0x7fffffff;
/** Marks, in {@link SeedTable.sides}, a k-gram that formulations explain wholly. */
export const EXPLAINED = 0x8000;

/** The sources as the table is made of them. */
export interface SeedTexts {
  readonly units: Uint16Array;
  /** Where each source begins in {@link units}; one more at the end. */
  readonly starts: Int32Array;
  /** Stretches of units that are left out: start and end in turns, in order. */
  readonly repeated: Int32Array;
  /** How many of the units from `start` to `end` formulations explain. */
  readonly explained: (start: number, end: number) => number;
}

/**
 * Where every second k-gram of the sources stands, by hash.
 *
 * A place has, in what is left of its 32 bits, bits of the hash beside it, its tag. A bucket holds
 * the {@link MOST_PLACES} earliest places of each tag, in order. What stands on either side of a
 * k-gram lies beside the places too ({@link sidesOf}), so that a match that does not go on is told
 * from the table alone: among many sources each look at a source's text waits for memory.
 */
export class SeedTable {
  /** By bucket: where its places begin; the highest bit is {@link MIXED}. One more at the end. */
  readonly heads: Int32Array;
  readonly places: Uint32Array;
  readonly sides: Uint16Array;
  readonly bucketShift: number;
  /** How many low bits of a place hold the place. */
  readonly placeBits: number;

  constructor(texts: SeedTexts) {
    const { length } = texts.units;
    if (length >= 2 ** 31) throw new RangeError('too many sources for one index');
    this.placeBits = Math.max(1, Math.ceil(Math.log2(length + 1)));
    const grams = Math.ceil(length / STRIDE);
    const bucketBits = Math.min(24, Math.max(8, Math.floor(Math.log2(grams))));
    this.bucketShift = 32 - bucketBits;
    this.heads = new Int32Array((1 << bucketBits) + 1);
    const all = this.#fill(texts, grams);
    const kept = this.#keepEarliest(texts.units, all.places, all.sides);
    this.places = all.places.slice(0, kept);
    this.sides = all.sides.slice(0, kept);
  }

  get bytes(): number {
    return this.heads.byteLength + this.places.byteLength + this.sides.byteLength;
  }

  /** Counting sort of every second k-gram by bucket. */
  #fill({ units, starts, repeated, explained }: SeedTexts, most: number) {
    const { heads, bucketShift, placeBits } = this;
    const hashes = new Int32Array(most);
    const from = new Int32Array(most);
    let total = 0;
    let r = 0;
    for (let s = 0; s + 1 < starts.length; s++) {
      const last = starts[s + 1]! - 1 - K;
      for (let i = starts[s]!; i <= last; i += STRIDE) {
        while (r < repeated.length && repeated[r + 1]! <= i) r += 2;
        if (r < repeated.length && repeated[r]! <= i) continue;
        const hash = mixed(gramSum(units, i));
        heads[(hash >>> bucketShift) + 1]!++;
        hashes[total] = hash;
        from[total++] = i;
      }
    }
    for (let b = 1; b < heads.length; b++) heads[b]! += heads[b - 1]!;
    const next = heads.slice();
    const places = new Uint32Array(total);
    const sides = new Uint16Array(total);
    const tags = tagMask(placeBits);
    for (let n = 0; n < total; n++) {
      const hash = hashes[n]!;
      const i = from[n]!;
      const at = next[hash >>> bucketShift]!++;
      places[at] = ((hash & tags) << placeBits) | i;
      sides[at] = sidesOf(units, i) | (explained(i, i + K) === K ? EXPLAINED : 0);
    }
    return { places, sides };
  }

  /** Moves together what is kept, and marks the buckets in which a tag does not tell k-grams apart. */
  #keepEarliest(units: Uint16Array, places: Uint32Array, sides: Uint16Array): number {
    const { heads } = this;
    let kept = 0;
    let from = 0;
    for (let b = 0; b + 1 < heads.length; b++) {
      const end = heads[b + 1]!;
      heads[b] = kept;
      if (end - from > 1) kept = this.#keepOfBucket(b, from, end, units, places, sides);
      else if (end > from) {
        places[kept] = places[from]!;
        sides[kept++] = sides[from]!;
      }
      from = end;
    }
    heads[heads.length - 1] = kept;
    return kept;
  }

  /** The same for one bucket, whose places come to where its head says; returns where they end then. */
  #keepOfBucket(
    bucket: number,
    from: number,
    end: number,
    units: Uint16Array,
    places: Uint32Array,
    sides: Uint16Array,
  ): number {
    const { placeBits } = this;
    const mask = 2 ** placeBits - 1;
    const start = this.heads[bucket]!;
    let kept = start;
    for (let i = from; i < end; i++) {
      const tag = places[i]! >>> placeBits;
      let first = -1;
      let same = 0;
      for (let j = start; j < kept; j++) {
        if (places[j]! >>> placeBits !== tag) continue;
        if (same++ === 0) first = j;
      }
      if (same === MOST_PLACES) continue;
      if (same > 0 && !sameGram(units, places[first]! & mask, units, places[i]! & mask)) {
        this.heads[bucket] = start | MIXED;
      }
      places[kept] = places[i]!;
      sides[kept++] = sides[i]!;
    }
    return kept;
  }
}

/** Which low bits of a hash fit beside a place. */
export function tagMask(placeBits: number): number {
  return placeBits >= 32 ? 0 : 2 ** (32 - placeBits) - 1;
}
