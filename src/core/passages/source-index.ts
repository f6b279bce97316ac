import type { FoldTable } from '../text/fold-table.ts';
import { Ints } from './ints.ts';
import { Origins } from './origins.ts';
import { SeedTable } from './seed-table.ts';
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

/** Units in a row of which the first tells where to look for their source, as a power of two. */
const NEAR_BITS = 9;

/**
 * The k-gram index of a set of sources. Typed arrays only, some 7 bytes a character:
 * the sources' skeletons one after another (2), where each unit comes from (about 1,
 * kept as breaks), one bit for what formulations explain, the places of every second
 * k-gram by hash (2, with a few bits of the hash beside the place) with what stands on
 * either side (1), and the table of buckets (1 to 2).
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
  readonly seeds: SeedTable;
  readonly #explained: Int32Array;
  readonly #sourceNear: Int32Array;
  readonly #origins = new Origins();

  /** @param knownIn finds formulations and names; without it nothing is discounted but stock phrases */
  constructor(sources: readonly SourceText[], table: FoldTable, knownIn: KnownIn = () => []) {
    this.sources = [...sources].sort(byDate);
    this.skeletons = new Skeletons(table);
    const room = this.sources.reduce((sum, { text }) => sum + text.length + 1, 1);
    const units = new Uint16Array(room);
    this.#origins.add(0, 0);
    this.starts = new Int32Array(this.sources.length + 1);
    const explained = new Int32Array((room >> 5) + 2);
    const stock = new StockPhrases(this.skeletons);
    const repeated = new Ints();
    let n = 1;
    this.sources.forEach(({ text, repeats = [] }, i) => {
      this.starts[i] = n;
      const skeleton = this.skeletons.of(text);
      this.#origins.addAll(skeleton.origins, skeleton.length, n);
      units.set(skeleton.units.subarray(1, skeleton.length + 1), n);
      const explain = (from: number, to: number): void => {
        for (let j = from; j < to; j++) explained[(n + j - 1) >> 5]! |= 1 << ((n + j - 1) & 31);
      };
      stock.find(skeleton, explain);
      eachRange(knownIn(text), skeleton, explain);
      eachRange(repeats, skeleton, (from, to) => {
        repeated.push(n + from - 1);
        repeated.push(n + to - 1);
      });
      n += skeleton.length + 1;
    });
    this.starts[this.sources.length] = n;
    this.units = units.slice(0, n);
    this.#explained = explained.slice(0, (n >> 5) + 2);
    this.#origins.end(n, true);

    this.#sourceNear = new Int32Array((n >> NEAR_BITS) + 1);
    for (let near = 0, source = 0; near < this.#sourceNear.length; near++) {
      while (source + 1 < this.sources.length && this.starts[source + 1]! <= near << NEAR_BITS) source++;
      this.#sourceNear[near] = source;
    }
    this.seeds = new SeedTable({
      units: this.units,
      starts: this.starts,
      repeated: repeated.data.slice(0, repeated.length),
      explained: (start, end) => this.explained(start, end),
    });
  }

  /** What the index takes, texts as received not counted. */
  get bytes(): number {
    return [this.units, this.starts, this.#explained, this.#sourceNear].reduce(
      (sum, { byteLength }) => sum + byteLength,
      this.#origins.bytes + this.seeds.bytes,
    );
  }

  /** Which source a place is in. Constant but for the sources within some hundred units. */
  sourceAt(place: number): number {
    const { starts } = this;
    let source = this.#sourceNear[place >> NEAR_BITS]!;
    while (starts[source + 1]! <= place) source++;
    return source;
  }

  /** The raw unit of its source that a place comes from. */
  rawAt(place: number): number {
    return this.#origins.rawAt(place);
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
}

/** Reports raw ranges, in order, as ranges of a skeleton's units. */
function eachRange(
  ranges: readonly { readonly start: number; readonly end: number }[],
  { origins }: Skeleton,
  report: (from: number, to: number) => void,
): void {
  const from = origins.unitsFrom(ranges.map(({ start }) => start));
  const to = origins.unitsFrom(ranges.map(({ end }) => end));
  for (let i = 0; i < ranges.length; i++) report(from[i]!, to[i]!);
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
