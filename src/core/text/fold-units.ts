/** Units of a page share all but so many low bits. */
const BITS = 5;
const PAGE = 1 << BITS;
/** The low bits, by which a unit is found in its page. */
const LOW = PAGE - 1;
/** So many units of the array say where each page begins. */
const INDEX = 0x10000 >>> BITS;

/**
 * A number for each UTF-16 unit, most of them 0: a bit for each that has one, and pages of 32 units
 * each, of which those without anything, and those filled with one value, are there once. All units
 * one after another would take 128 KB in every page that is read; what a matcher's folding needs
 * takes 44 KB, and as most units have a bit looked at and no more, it is faster (docs/decisions/0204).
 */
export class FoldUnits {
  /** A bit by unit: whether it has a number. Most loops over a text end here: {@link hasFold}. */
  readonly bits = new Int32Array(INDEX);
  /** Where the page of each unit begins, and the pages: {@link foldOf}. Another one after {@link set}, which makes room. */
  array = new Uint16Array(INDEX + 512 * PAGE).fill(INDEX, 0, INDEX);
  #used = INDEX + PAGE;

  get(unit: number): number {
    return foldOf(this.array, unit);
  }

  /** @throws RangeError where more than 1,983 pages have units with numbers; those of all that is folded are 628 */
  set(unit: number, value: number): void {
    const page = unit >>> BITS;
    let start = this.array[page]!;
    if (start === INDEX) {
      start = this.#newPage();
      this.array[page] = start;
    }
    this.array[start + (unit & LOW)] = value;
    this.bits[page]! |= 1 << unit;
  }

  /** Gives whole pages, from the unit `first` up to `end`, one value, which cannot be changed after. */
  fill(value: number, first: number, end: number): void {
    const page = this.#newPage();
    this.bits.fill(-1, first >>> BITS, end >>> BITS);
    this.array.fill(value, page, page + PAGE).fill(page, first >>> BITS, end >>> BITS);
  }

  #newPage(): number {
    const page = this.#used;
    if (page > 0xffff) throw new RangeError('too many units to fold');
    this.#used += PAGE;
    if (this.#used > this.array.length) {
      const larger = new Uint16Array(2 * this.array.length);
      larger.set(this.array);
      this.array = larger;
    }
    return page;
  }
}

/** Whether a unit has a number. (The constants are written out: engines make faster code of it.) */
export function hasFold(bits: Int32Array, unit: number): boolean {
  return ((bits[unit >>> 5]! >>> unit) & 1) !== 0;
}

/** The number of a unit. */
export function foldOf(array: Uint16Array, unit: number): number {
  return array[array[unit >>> 5]! + (unit & 31)]!;
}
