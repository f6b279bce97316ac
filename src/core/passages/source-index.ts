import type { FoldTable } from '../text/fold-table.ts';
import { Ints } from './ints.ts';
import { Skeletons, type Skeleton } from './skeleton.ts';
import { StockPhrases } from './stock-phrases.ts';

/** A text that pages are compared with. */
export interface SourceText {
  readonly id: string;
  /** As precise as it is known: 2023-08 or 2023-07-15. Decides which source is the earliest. */
  readonly published: string;
  readonly text: string;
  /** Stretches that repeat the rest of the text, as a newspaper's summary does: never named. */
  readonly repeats?: readonly { readonly start: number; readonly end: number }[];
}

/** Stretches of a text that known formulations and names explain, in UTF-16 units, in order. */
export type KnownIn = (text: string) => readonly { readonly start: number; readonly end: number }[];

/** Length of a seed, in skeleton units. */
export const K = 5;
/** Every so many places of a source are indexed; a page is looked up at all of its places. */
const STRIDE = 2;

/**
 * The k-gram index of a set of sources. Typed arrays only, some 7 bytes a character:
 * the sources' skeletons one after another (2), where each unit comes from (about 1,
 * kept as irregularities), one bit for what formulations explain, the places of every
 * second k-gram by hash (2, with a few bits of the hash beside the place), and the
 * table of buckets (1 to 2).
 *
 * Sources are in order of date, so that the first place found is the earliest text's.
 */
export class SourceIndex {
  readonly sources: readonly SourceText[];
  readonly skeletons: Skeletons;
  /** All skeletons, each followed by a 0; index 0 is a 0 as well. */
  readonly units: Uint16Array;
  /** By source: where its skeleton begins in {@link units}; one more at the end. */
  readonly starts: Int32Array;
  readonly heads: Int32Array;
  readonly places: Uint32Array;
  readonly bucketShift: number;
  /** How many low bits of a place hold the place. */
  readonly placeBits: number;
  readonly #explained: Int32Array;
  readonly #breakAt: Int32Array;
  readonly #breakRaw: Int32Array;

  /** @param knownIn finds formulations and names; without it nothing is discounted but stock phrases */
  constructor(sources: readonly SourceText[], table: FoldTable, knownIn: KnownIn = () => []) {
    this.sources = [...sources].sort(byDate);
    this.skeletons = new Skeletons(table);
    const room = this.sources.reduce((sum, { text }) => sum + text.length + 1, 1);
    const units = new Uint16Array(room);
    const breakAt = new Ints();
    const breakRaw = new Ints();
    this.starts = new Int32Array(this.sources.length + 1);
    const explained = new Int32Array((room >> 5) + 2);
    const stock = new StockPhrases(this.skeletons);
    const repeated = new Ints();
    let n = 1;
    this.sources.forEach(({ text, repeats = [] }, i) => {
      this.starts[i] = n;
      const skeleton = this.skeletons.of(text);
      let expected = -1;
      for (let j = 1; j <= skeleton.length; j++) {
        const raw = skeleton.at[j]!;
        if (raw !== expected) {
          breakAt.push(n + j - 1);
          breakRaw.push(raw);
        }
        expected = raw + 1;
      }
      units.set(skeleton.units.subarray(1, skeleton.length + 1), n);
      const explain = (from: number, to: number): void => {
        for (let j = from; j < to; j++) explained[(n + j - 1) >> 5]! |= 1 << ((n + j - 1) & 31);
      };
      stock.find(skeleton, explain);
      for (const [from, to] of placesOf(knownIn(text), skeleton)) explain(from, to);
      for (const [from, to] of placesOf(repeats, skeleton)) {
        repeated.push(n + from - 1);
        repeated.push(n + to - 1);
      }
      n += skeleton.length + 1;
    });
    this.starts[this.sources.length] = n;
    this.units = units.slice(0, n);
    this.#explained = explained.slice(0, (n >> 5) + 2);
    this.#breakAt = breakAt.data.slice(0, breakAt.length);
    this.#breakRaw = breakRaw.data.slice(0, breakRaw.length);

    this.placeBits = Math.max(1, Math.ceil(Math.log2(n + 1)));
    const grams = Math.ceil(n / STRIDE);
    const bucketBits = Math.min(24, Math.max(8, Math.floor(Math.log2(grams))));
    this.bucketShift = 32 - bucketBits;
    this.heads = new Int32Array((1 << bucketBits) + 1);
    this.places = this.#fill(n, repeated.data.slice(0, repeated.length));
  }

  /** What the index takes, texts as received not counted. */
  get bytes(): number {
    return [
      this.units,
      this.starts,
      this.heads,
      this.places,
      this.#explained,
      this.#breakAt,
      this.#breakRaw,
    ].reduce((sum, { byteLength }) => sum + byteLength, 0);
  }

  /** Which source a place is in. O(log sources). */
  sourceAt(place: number): number {
    return lastAtOrBefore(this.starts, place);
  }

  /** The raw unit of its source that a place comes from. O(log irregularities). */
  rawAt(place: number): number {
    const i = lastAtOrBefore(this.#breakAt, place);
    return i < 0 ? 0 : this.#breakRaw[i]! + place - this.#breakAt[i]!;
  }

  /** How many of the units from `start` to `end` formulations and names explain. */
  explained(start: number, end: number): number {
    const bits = this.#explained;
    let count = 0;
    let i = start;
    while (i < end) {
      const word = i >> 5;
      const last = Math.min(end, (word + 1) << 5);
      let mask = bits[word]! >>> (i & 31);
      const width = last - i;
      if (width < 32) mask &= (1 << width) - 1;
      count += ones(mask);
      i = last;
    }
    return count;
  }

  /** Counting sort of every second k-gram by bucket: heads[b] to heads[b + 1] are its places. */
  #fill(n: number, repeated: Int32Array): Uint32Array {
    const { units, heads, bucketShift, placeBits, starts } = this;
    const each = (visit: (place: number, hash: number) => void): void => {
      let r = 0;
      for (let s = 0; s + 1 < starts.length; s++) {
        const last = starts[s + 1]! - 1 - K;
        for (let i = starts[s]!; i <= last; i += STRIDE) {
          while (r < repeated.length && repeated[r + 1]! <= i) r += 2;
          if (r >= repeated.length || repeated[r]! > i) visit(i, gramHash(units, i));
        }
      }
    };
    let total = 0;
    each((_, hash) => {
      heads[(hash >>> bucketShift) + 1]!++;
      total++;
    });
    for (let b = 1; b < heads.length; b++) heads[b]! += heads[b - 1]!;
    const next = heads.slice();
    const places = new Uint32Array(total);
    const tags = tagMask(placeBits);
    each((place, hash) => {
      places[next[hash >>> bucketShift]!++] = ((hash & tags) << placeBits) | place;
    });
    if (n >= 2 ** 31) throw new RangeError('too many sources for one index');
    return places;
  }
}

/** Raw ranges, in order, as ranges of a skeleton's units. */
function* placesOf(
  ranges: readonly { readonly start: number; readonly end: number }[],
  { at, length }: Skeleton,
): Iterable<[from: number, to: number]> {
  let from = 1;
  for (const { start, end } of ranges) {
    while (from <= length && at[from]! < start) from++;
    let to = from;
    while (to <= length && at[to]! < end) to++;
    yield [from, to];
  }
}

/** Which low bits of a hash fit beside a place. */
export function tagMask(placeBits: number): number {
  return placeBits >= 32 ? 0 : 2 ** (32 - placeBits) - 1;
}

const BASE = 0x01000193;
/** BASE to the power K, for taking the oldest unit out of the rolling sum. */
const OLDEST = Array.from({ length: K }).reduce<number>((power) => Math.imul(power, BASE), 1);

/** The rolling sum of the k-gram at `i`. */
export function gramSum(units: Uint16Array, i: number): number {
  let sum = 0;
  for (let j = i; j < i + K; j++) sum = (Math.imul(sum, BASE) + units[j]!) | 0;
  return sum;
}

/** The sum of the k-gram at `i + 1`, from that at `i`. */
export function rolled(sum: number, units: Uint16Array, i: number): number {
  return (Math.imul(sum, BASE) + units[i + K]! - Math.imul(units[i]!, OLDEST)) | 0;
}

/** Spreads a sum over 32 bits: the high ones choose the bucket, low ones are the tag. */
export function mixed(sum: number): number {
  let x = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d);
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
  return x ^ (x >>> 15);
}

function gramHash(units: Uint16Array, i: number): number {
  return mixed(gramSum(units, i));
}

function ones(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** The earliest first; of one date the lower id first. */
function byDate(a: SourceText, b: SourceText): number {
  const [x, y] = a.published === b.published ? [a.id, b.id] : [a.published, b.published];
  return x < y ? -1 : x > y ? 1 : 0;
}

/** The index of the last element that is at most `value`, or -1. */
function lastAtOrBefore(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
