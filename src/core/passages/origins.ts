/** Units in a row that share one hint where to begin to look, as a power of two. */
const HINT_BITS = 4;

/**
 * Where each unit of a skeleton comes from, kept as the places at which the raw text does
 * not simply go on: some 8 bytes a punctuation mark instead of 4 a character.
 *
 * Breaks are added in order; {@link end} closes the list, then {@link rawAt} can be asked.
 */
export class Origins {
  #unit = new Int32Array(64);
  #raw = new Int32Array(64);
  #count = 0;
  #last = 0;
  /** By {@link HINT_BITS} units: the last break at or before the first of them. */
  #hints = new Int32Array(0);

  /** From `unit` on, units come from raw units `raw`, `raw + 1` … */
  add(unit: number, raw: number): void {
    // One is kept free for the end.
    if (this.#count + 1 === this.#unit.length) this.#resize(this.#unit.length * 2);
    this.#unit[this.#count] = unit;
    this.#raw[this.#count++] = raw;
  }

  /** Adds the breaks of another list in its units from 1 to `length`, counted from `unit` on. */
  addAll(other: Origins, length: number, unit: number): void {
    for (let i = 0; i < other.#count; i++) {
      const own = other.#unit[i]!;
      if (own >= 1 && own <= length) this.add(unit + own - 1, other.#raw[i]!);
    }
  }

  /** Closes the list, for units up to `last`; `exact` leaves no room to add more. */
  end(last: number, exact: boolean): void {
    this.#last = last;
    if (exact) this.#resize(this.#count + 1);
    const units = this.#unit;
    units[this.#count] = 0x7fffffff;
    const hints = new Int32Array((last >> HINT_BITS) + 1);
    let i = 0;
    for (let h = 0; h < hints.length; h++) {
      while (units[i + 1]! <= h << HINT_BITS) i++;
      hints[h] = i;
    }
    this.#hints = hints;
  }

  /** The raw unit that a unit comes from. Constant but for the breaks within some units. */
  rawAt(unit: number): number {
    const units = this.#unit;
    let i = this.#hints[unit >> HINT_BITS]!;
    while (units[i + 1]! <= unit) i++;
    return this.#raw[i]! + unit - units[i]!;
  }

  /** The first unit from 1 on that comes from raw unit `raw` or later, for each of some in order. Linear in all. */
  unitsFrom(raws: readonly number[]): Int32Array {
    const [units, from] = [this.#unit, this.#raw];
    let i = 0;
    return Int32Array.from(raws, (raw) => {
      while (i + 1 < this.#count && from[i + 1]! <= raw) i++;
      return Math.max(1, Math.min(units[i]! + Math.max(0, raw - from[i]!), units[i + 1]!, this.#last));
    });
  }

  get bytes(): number {
    return this.#unit.byteLength + this.#raw.byteLength + this.#hints.byteLength;
  }

  #resize(size: number): void {
    const [unit, raw] = [new Int32Array(size), new Int32Array(size)];
    unit.set(this.#unit.subarray(0, this.#count));
    raw.set(this.#raw.subarray(0, this.#count));
    this.#unit = unit;
    this.#raw = raw;
  }
}
