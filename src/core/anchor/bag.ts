/**
 * The units of some words, however they are ordered. A text that the words can be edited into
 * with few edits has nearly all of them: what has not is told by one walk over it, several
 * times as quick as a search for edits, and none is lost by it.
 */
export class Bag {
  readonly #length: number;
  /** By class of units: how many of the words' are left, while a text is walked over. */
  readonly #left = new Int16Array(CLASSES);
  readonly #met: Uint16Array;

  constructor(words: string) {
    this.#length = words.length;
    this.#met = new Uint16Array(words.length);
    for (let i = 0; i < words.length; i++) this.#put(classOf(words.charCodeAt(i)));
  }

  /** Whether all of the words' units but `missing` of them can be in a part of a text. */
  isIn(text: string, start: number, end: number, missing: number): boolean {
    const left = this.#left;
    const met = this.#met;
    const last = Math.min(end, text.length);
    let wanted = this.#length - missing;
    let count = 0;
    for (let i = Math.max(0, start); i < last && wanted > 0 && wanted <= last - i; i++) {
      const unit = classOf(text.charCodeAt(i));
      const there = left[unit] ?? 0;
      if (there === 0) continue;
      left[unit] = there - 1;
      met[count++] = unit;
      wanted--;
    }
    for (let i = 0; i < count; i++) this.#put(met[i] ?? 0);
    return wanted <= 0;
  }

  #put(unit: number): void {
    this.#left[unit] = (this.#left[unit] ?? 0) + 1;
  }
}

/** Units that share a class make it a little less telling. */
const CLASSES = 4096;

function classOf(unit: number): number {
  return unit & (CLASSES - 1);
}
