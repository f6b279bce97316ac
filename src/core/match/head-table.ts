import { SEPARATOR, SEPARATORS } from './separators.ts';

/** So many units of a pattern are its head, by which it is found; the rest is compared where the head stands. */
const HEAD = 4;

/** Bit in the tables for heads of a length. */
const lengthBit = (length: number): number => 1 << (length - 1);

/**
 * Finds the patterns that begin at a place of a text: tables of the heads' first
 * units and first pairs turn nearly every place away, and a hash table with open
 * addressing, keyed by the whole head, has the rest. Filling it takes one step a
 * pattern, so that a page need not wait for an automaton to be built.
 *
 * Patterns are stretches of one string; separators are written alike in them.
 */
export class HeadTable {
  /** By first unit, every separator for itself: bits of the lengths of the heads that begin with it. */
  readonly first = new Uint8Array(0x10000);
  /** By hash of the first pair: the same bits. */
  #pairs: Uint8Array;
  #shift: number;
  /** Pairs by hash of the head: 1 + the first pattern with it; the hash, so that others need no look at their text. */
  #slots: Int32Array;
  /** By pattern: 1 + the next pattern with the same head. */
  #next: Int32Array;
  #starts: Int32Array;
  #lengths: Int32Array;
  readonly #watched: string[] = [];
  #text = '';
  #count = 0;

  /** @param expected about how many patterns will come */
  constructor(expected: number) {
    const bits = Math.max(6, 33 - Math.clz32(expected));
    this.#shift = 32 - bits;
    this.#slots = new Int32Array(2 << bits);
    this.#pairs = new Uint8Array(1 << bits);
    this.#next = new Int32Array(expected);
    this.#starts = new Int32Array(expected);
    this.#lengths = new Int32Array(expected);
  }

  /** Has {@link findAt} tell where the first two units of a word stand, or look as if they did. */
  watch(word: string): void {
    this.#watched.push(word);
    this.first[word.charCodeAt(0)]! |= WATCHED;
    this.#pairs[pairHash(word) >>> this.#shift]! |= WATCHED;
  }

  get count(): number {
    return this.#count;
  }

  /** Patterns may be stretches of what is appended here. Gives where it begins. */
  append(text: string): number {
    const start = this.#text.length;
    this.#text += text;
    return start;
  }

  /** The words of a pattern. */
  form(pattern: number): string {
    const start = this.#starts[pattern]!;
    return this.#text.slice(start, start + this.#lengths[pattern]!);
  }

  /** The pattern, of the first `count`, in whose words a place of the text lies. They are in its order. */
  patternAt(place: number, count: number): number {
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.#starts[middle]! <= place) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** Takes the stretch of the text from `start` on as a pattern. False where it has that pattern already. */
  add(start: number, length: number): boolean {
    if (this.#count === this.#next.length || 4 * this.#count > this.#slots.length) this.#grow();
    const pattern = this.#count;
    this.#starts[pattern] = start;
    this.#lengths[pattern] = length;
    if (!this.#insert(pattern)) return false;
    this.#count++;
    return true;
  }

  #insert(pattern: number): boolean {
    const text = this.#text;
    const start = this.#starts[pattern]!;
    const length = this.#lengths[pattern]!;
    const head = length < HEAD ? length : HEAD;
    const bit = lengthBit(head);
    const unit = text.charCodeAt(start);
    this.first[unit]! |= bit;
    if (unit === SEPARATOR_UNIT) for (const each of SEPARATOR_UNITS) this.first[each]! |= bit;
    let hash = mix(0, unit);
    for (let i = 1; i < head; i++) {
      hash = mix(hash, text.charCodeAt(start + i));
      if (i === 1) this.#pairs[hash >>> this.#shift]! |= bit;
    }
    const last = this.#slots.length - 2;
    let slot = 2 * (hash >>> this.#shift);
    for (let known = this.#slots[slot]!; known !== 0; known = this.#slots[slot]!) {
      if (this.#slots[slot + 1] === hash && this.#sameHead(known - 1, start, head)) {
        for (let other = known; other !== 0; other = this.#next[other - 1]!) {
          if (this.#lengths[other - 1] === length && this.#same(this.#starts[other - 1]!, start, length))
            return false;
        }
        this.#next[pattern] = this.#next[known - 1]!;
        this.#next[known - 1] = pattern + 1;
        return true;
      }
      slot = (slot + 2) & last;
    }
    this.#slots[slot] = pattern + 1;
    this.#slots[slot + 1] = hash;
    this.#next[pattern] = 0;
    return true;
  }

  #sameHead(pattern: number, start: number, head: number): boolean {
    const length = this.#lengths[pattern]!;
    return (length < HEAD ? length : HEAD) === head && this.#same(this.#starts[pattern]!, start, head);
  }

  #same(a: number, b: number, length: number): boolean {
    const text = this.#text;
    for (let i = 0; i < length; i++) if (text.charCodeAt(a + i) !== text.charCodeAt(b + i)) return false;
    return true;
  }

  #grow(): void {
    const size = this.#slots.length;
    this.#shift--;
    this.#slots = new Int32Array(2 * size);
    this.#pairs = new Uint8Array(size);
    const longer = (array: Int32Array): Int32Array => {
      const made = new Int32Array(size);
      made.set(array);
      return made;
    };
    this.#next = longer(this.#next).fill(0);
    this.#starts = longer(this.#starts);
    this.#lengths = longer(this.#lengths);
    for (let pattern = 0; pattern < this.#count; pattern++) this.#insert(pattern);
    for (const word of this.#watched) this.#pairs[pairHash(word) >>> this.#shift]! |= WATCHED;
  }

  /**
   * Appends to `found` the end and the number of every pattern that begins at `at`,
   * whose first unit must be in {@link first}. True where a watched word may begin.
   */
  findAt(units: Uint16Array, at: number, length: number, found: number[]): boolean {
    let unit = separated(units[at]!);
    const bits = this.first[unit]!;
    let hash = mix(0, unit);
    if ((bits & 1) !== 0) this.#look(hash, 1, units, at, length, found);
    if (at + 1 >= length || bits === 1) return false;
    unit = separated(units[at + 1]!);
    hash = mix(hash, unit);
    const pair = this.#pairs[hash >>> this.#shift]!;
    if (pair === 0) return false;
    if ((pair & 2) !== 0) this.#look(hash, 2, units, at, length, found);
    for (let head = 3; head <= HEAD && at + head <= length; head++) {
      hash = mix(hash, separated(units[at + head - 1]!));
      if ((pair & lengthBit(head)) !== 0) this.#look(hash, head, units, at, length, found);
    }
    return (pair & WATCHED) !== 0;
  }

  #look(hash: number, head: number, units: Uint16Array, at: number, length: number, found: number[]): void {
    const slots = this.#slots;
    const last = slots.length - 2;
    for (let slot = 2 * (hash >>> this.#shift); ; slot = (slot + 2) & last) {
      const known = slots[slot]!;
      if (known === 0) return;
      if (slots[slot + 1] !== hash) continue;
      const first = known - 1;
      const own = this.#lengths[first]!;
      if ((own < HEAD ? own : HEAD) !== head || !this.#stands(this.#starts[first]!, units, at, 0, head))
        continue;
      for (let pattern = first; pattern >= 0; pattern = this.#next[pattern]! - 1) {
        const whole = this.#lengths[pattern]!;
        if (at + whole <= length && this.#stands(this.#starts[pattern]!, units, at, head, whole))
          found.push(at + whole, pattern);
      }
      return;
    }
  }

  #stands(start: number, units: Uint16Array, at: number, from: number, to: number): boolean {
    const text = this.#text;
    for (let i = from; i < to; i++) {
      const unit = units[at + i]!;
      if (text.charCodeAt(start + i) !== unit && text.charCodeAt(start + i) !== separated(unit)) return false;
    }
    return true;
  }
}

/** Bit in the tables beside those of lengths: a watched word begins so. */
const WATCHED = 0x80;

function pairHash(word: string): number {
  return mix(mix(0, word.charCodeAt(0)), word.charCodeAt(1));
}

/** Hash of a sequence with one more unit: Fibonacci hashing, of which the high bits are used. */
function mix(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x9e3779b1) ^ (hash >>> 15);
}

const SEPARATOR_UNIT = SEPARATOR.charCodeAt(0);
const SEPARATOR_UNITS = Array.from(SEPARATORS, (character) => character.charCodeAt(0));
const [COMMA, PAUSE, SEMICOLON, SPACE] = SEPARATOR_UNITS;

/** A unit as patterns write it: separators alike. */
function separated(unit: number): number {
  return unit === PAUSE || unit === SPACE || unit === COMMA || unit === SEMICOLON ? SEPARATOR_UNIT : unit;
}
