/**
 * Which units, and which pairs of units, contexts have at a mention's edge, as bits: Bloom filters with
 * one hash function (Bloom 1970), at least 32 bits a member. What it does not know does not stand there; what it
 * knows may.
 */
export class EdgeFilter {
  /** Of contexts of one unit. */
  readonly #units: Int32Array;
  readonly #mask: number;
  /** Of the others: the unit at the edge and the one beyond it. */
  readonly #pairs: Int32Array;
  readonly #shift: number;

  /**
   * @param units how many will be added
   * @param pairs the same
   */
  constructor(units: number, pairs: number) {
    const bits = 32 - Math.clz32(pairs);
    this.#pairs = new Int32Array(1 << bits);
    this.#shift = 27 - bits;
    this.#units = new Int32Array(1 << (32 - Math.clz32(units)));
    this.#mask = this.#units.length - 1;
  }

  addUnit(unit: number): void {
    this.#units[(unit >>> 5) & this.#mask]! |= 1 << (unit & 31);
  }

  addPair(unit: number, next: number): void {
    const hash = pairHash(unit, next);
    this.#pairs[(hash >>> this.#shift) >>> 5]! |= 1 << ((hash >>> this.#shift) & 31);
  }

  /** 1 where a context may have these two, the first at the edge, else 0. */
  has(unit: number, next: number): number {
    const bit = pairHash(unit, next) >>> this.#shift;
    const pair = this.#pairs[bit >>> 5]! >>> (bit & 31);
    // Without a branch between the two: each would often be guessed wrong.
    return (pair | (this.#units[(unit >>> 5) & this.#mask]! >>> (unit & 31))) & 1;
  }

  /**
   * Puts into `found`, from `count` on, the places from `from` to `to` of a text where it may have what
   * stands there and what comes next: the same as {@link has}, without a call for each. Gives how many numbers there
   * are in it then.
   */
  placesIn(
    units: Uint16Array,
    length: number,
    from: number,
    to: number,
    found: Int32Array,
    count: number,
  ): number {
    const known = this.#units;
    const mask = this.#mask;
    const pairs = this.#pairs;
    const shift = this.#shift;
    let unit = units[from]!;
    for (let at = from; at < to; at++) {
      const next = at + 1 < length ? units[at + 1]! : 0;
      const bit = pairHash(unit, next) >>> shift;
      found[count] = at;
      count += ((pairs[bit >>> 5]! >>> (bit & 31)) | (known[(unit >>> 5) & mask]! >>> (unit & 31))) & 1;
      unit = next;
    }
    return count;
  }
}

/** By Fibonacci hashing (Knuth, TAOCP 3, 6.4), of which the high bits are used. */
function pairHash(unit: number, next: number): number {
  return Math.imul((unit << 16) | next, 0x9e3779b1);
}
