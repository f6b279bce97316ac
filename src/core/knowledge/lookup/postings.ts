/**
 * An inverted index: for each key the entries that have it, ascending. Keys are
 * hashed into a fixed number of buckets, so a bucket may hold entries of another
 * key too: whoever reads one checks what it finds. Two flat arrays, four bytes an
 * entry and key.
 */
export class Postings {
  readonly #bits: number;
  readonly #starts: Uint32Array;
  readonly #entries: Uint32Array;

  /**
   * @param bits the number of buckets is two to the power of this.
   * @param emit gives every key of every entry, entries ascending; called twice,
   * so that the arrays need not grow.
   */
  constructor(bits: number, emit: (add: (hash: number, entry: number) => void) => void) {
    this.#bits = bits;
    const shift = 32 - bits;
    const starts = new Uint32Array((1 << bits) + 2);
    const last = new Int32Array(1 << bits).fill(-1);
    emit((hash, entry) => {
      const bucket = spread(hash) >>> shift;
      if (last[bucket] === entry) return;
      last[bucket] = entry;
      starts[bucket + 2] = (starts[bucket + 2] ?? 0) + 1;
    });
    for (let i = 2; i < starts.length; i++) starts[i] = (starts[i] ?? 0) + (starts[i - 1] ?? 0);
    const entries = new Uint32Array(starts.at(-1) ?? 0);
    last.fill(-1);
    emit((hash, entry) => {
      const bucket = spread(hash) >>> shift;
      if (last[bucket] === entry) return;
      last[bucket] = entry;
      const at = starts[bucket + 1] ?? 0;
      entries[at] = entry;
      starts[bucket + 1] = at + 1;
    });
    this.#starts = starts;
    this.#entries = entries;
  }

  /** The entries of a key, and perhaps some others. Constant time. */
  get(hash: number): Uint32Array {
    const bucket = spread(hash) >>> (32 - this.#bits);
    return this.#entries.subarray(this.#starts[bucket], this.#starts[bucket + 1]);
  }
}

/** Mixes a key's bits (the finaliser of MurmurHash3, by Austin Appleby, public domain). */
function spread(key: number): number {
  let h = key | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

/** A key of several numbers. */
export function keyOf(a: number, b: number, c = 0, d = 0): number {
  let key = Math.imul(a + 0x9e37, 0x01000193) ^ b;
  key = Math.imul(key, 0x01000193) ^ c;
  key = Math.imul(key ^ (key >>> 15), 0x01000193) ^ d;
  return Math.imul(key, 0x9e3779b1);
}
