import type { Hits } from './hits.ts';
import { JOIN } from './matcher-data.ts';
import { SEPARATOR, SEPARATORS } from './separators.ts';

/**
 * So many units of a pattern are its head, by which it is found; the rest is compared where
 * the head stands. Of many patterns more are alike in six units than in seven.
 */
const HEAD = 5;
const HEAD_OF_MANY = 7;
const MANY = 8192;

/** Bit in the table of pairs for heads of a length. */
const lengthBit = (length: number): number => 1 << (length - 1);

/**
 * Finds the patterns that begin at a place of a text: a table of the pairs of units
 * with which heads begin turns most places away, and a hash table with open
 * addressing, keyed by the whole head, has the rest. Filling both takes one step a
 * pattern, so that a page need not wait for an automaton to be built.
 *
 * Patterns are stretches of one string; separators are written alike in them.
 */
export class HeadTable {
  /** By hash of the first two units as a text has them: bits of the lengths of the heads that may begin so. */
  #pairs!: Uint8Array;
  #pairShift!: number;
  /** By hash of the first three units: bits of the lengths of the heads from three on that may begin so. */
  #triples!: Uint8Array;
  /** By hash of the whole head, as bits, so that most places need no look at the slots, which lie far apart. */
  #heads!: Int32Array;
  /** Whether a pattern is a single unit, after which anything may stand. */
  #single = false;
  #shift!: number;
  /** Pairs by hash of the head: 1 + the first pattern with it; the hash, so that others need no look at their text. */
  #slots!: Int32Array;
  /** By pattern: 1 + the next pattern with a head of the same hash. */
  #next!: Int32Array;
  #starts: Int32Array;
  #lengths: Uint16Array;
  /** By pattern: the unit after its head, or 0. */
  #tails: Uint16Array;
  readonly #head: number;
  readonly #watched: string[] = [];
  #text: string;
  #count: number;

  /**
   * @param text patterns, no two alike, each ended by {@link JOIN}
   * @param count how many there are
   */
  constructor(text: string, count: number) {
    this.#text = text;
    this.#count = count;
    this.#head = count > MANY ? HEAD_OF_MANY : HEAD;
    const bits = Math.max(6, 33 - Math.clz32(count));
    const room = 1 << (bits - 1);
    const starts = (this.#starts = new Int32Array(room));
    const lengths = (this.#lengths = new Uint16Array(room));
    this.#tails = new Uint16Array(room);
    for (let pattern = 0, start = 0; pattern < count; pattern++) {
      const end = text.indexOf(JOIN, start);
      starts[pattern] = start;
      lengths[pattern] = end - start;
      start = end + 1;
    }
    this.#fill(bits);
  }

  /** Has {@link findAt} tell where the first two units of a word stand, or look as if they did. */
  watch(word: string): void {
    this.#watched.push(word);
    this.#mark(word.charCodeAt(0), word.charCodeAt(1), WATCHED);
  }

  get count(): number {
    return this.#count;
  }

  /** How many units a pattern has, separators not counted. */
  lengthOf(pattern: number): number {
    const start = this.#starts[pattern]!;
    let length = this.#lengths[pattern]!;
    for (let at = start + length - 1; at >= start; at--)
      if (this.#text.charCodeAt(at) === SEPARATOR_UNIT) length--;
    return length;
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

  /** Further patterns may be stretches of what is appended here. Gives where it begins. */
  append(text: string): number {
    const start = this.#text.length;
    this.#text += text;
    return start;
  }

  /** Takes the stretch of the text from `start` on as a pattern. False where it has that pattern already. */
  add(start: number, length: number): boolean {
    if (this.#count === this.#starts.length) this.#grow();
    const pattern = this.#count;
    this.#starts[pattern] = start;
    this.#lengths[pattern] = length;
    if (!this.#insert(pattern, true)) return false;
    this.#count++;
    return true;
  }

  /** Makes the tables, with two to the power of `bits` slots. */
  #fill(bits: number): void {
    this.#shift = 32 - bits;
    this.#slots = new Int32Array(2 << bits);
    this.#next = new Int32Array(this.#starts.length);
    // Four bytes a slot, but no more than fit into a near cache.
    this.#pairShift = Math.max(15, this.#shift - 2);
    this.#pairs = new Uint8Array(2 ** (32 - this.#pairShift));
    this.#triples = new Uint8Array(this.#pairs.length);
    this.#heads = new Int32Array(1 << Math.max(0, bits + MORE_BITS - 5));
    this.#single = false;
    for (let pattern = 0; pattern < this.#count; pattern++) this.#insert(pattern, false);
    for (const word of this.#watched) this.#mark(word.charCodeAt(0), word.charCodeAt(1), WATCHED);
  }

  /** @param unsure whether there may be a pattern with the same words: then nothing is done, and it is false */
  #insert(pattern: number, unsure: boolean): boolean {
    const text = this.#text;
    const start = this.#starts[pattern]!;
    const length = this.#lengths[pattern]!;
    const head = Math.min(length, this.#head);
    const first = text.charCodeAt(start);
    let hash = mix(0, first);
    let third = 0;
    if (head > 1) {
      const second = text.charCodeAt(start + 1);
      hash = mix(hash, second);
      for (let i = 2; i < head; i++) {
        hash = mix(hash, text.charCodeAt(start + i));
        if (i === 2) third = hash;
      }
      if (first === SEPARATOR_UNIT || second === SEPARATOR_UNIT) this.#mark(first, second, lengthBit(head));
      else this.#pairs[pairHash(first, second) >>> this.#pairShift]! |= lengthBit(head);
      if (head > 2) this.#triples[third >>> this.#pairShift]! |= lengthBit(head - 2);
    } else this.#markAll();
    this.#tails[pattern] = length > head ? text.charCodeAt(start + head) : 0;
    const bit = hash >>> (this.#shift - MORE_BITS);
    this.#heads[bit >>> 5]! |= 1 << (bit & 31);
    const slots = this.#slots;
    const last = slots.length - 2;
    let slot = 2 * (hash >>> this.#shift);
    for (let known = slots[slot]!; known !== 0; known = slots[slot]!) {
      if (slots[slot + 1] === hash) {
        for (let other = known; unsure && other !== 0; other = this.#next[other - 1]!)
          if (this.form(other - 1) === this.form(pattern)) return false;
        this.#next[pattern] = this.#next[known - 1]!;
        this.#next[known - 1] = pattern + 1;
        return true;
      }
      slot = (slot + 2) & last;
    }
    slots[slot] = pattern + 1;
    slots[slot + 1] = hash;
    return true;
  }

  /** A text may have any separator where a pattern has one. */
  #mark(first: number, second: number, bit: number): void {
    if (first !== SEPARATOR_UNIT && second !== SEPARATOR_UNIT) {
      this.#pairs[pairHash(first, second) >>> this.#pairShift]! |= bit;
      return;
    }
    for (const a of first === SEPARATOR_UNIT ? SEPARATOR_UNITS : [first])
      for (const b of second === SEPARATOR_UNIT ? SEPARATOR_UNITS : [second])
        this.#pairs[pairHash(a, b) >>> this.#pairShift]! |= bit;
  }

  #markAll(): void {
    if (this.#single) return;
    this.#single = true;
    for (let i = 0; i < this.#pairs.length; i++) this.#pairs[i]! |= 1;
  }

  #grow(): void {
    const room = 2 * this.#starts.length;
    const [starts, lengths, tails] = [this.#starts, this.#lengths, this.#tails];
    this.#starts = new Int32Array(room);
    this.#starts.set(starts);
    this.#lengths = new Uint16Array(room);
    this.#lengths.set(lengths);
    this.#tails = new Uint16Array(room);
    this.#tails.set(tails);
    this.#fill(33 - this.#shift);
  }

  /**
   * Puts into `places` where in a text, from `from` on, patterns or watched words may
   * begin, looking at no more units than fit. Gives how many there are.
   */
  placesIn(units: Uint16Array, from: number, length: number, places: Int32Array): number {
    const pairs = this.#pairs;
    const shift = this.#pairShift;
    const until = Math.min(from + places.length, length);
    let count = 0;
    let unit = units[from]!;
    for (let at = from; at < until; at++) {
      const next = at + 1 < length ? units[at + 1]! : 0;
      // Without a branch, since there is no telling which way it would go.
      places[count] = at;
      count += (pairs[pairHash(unit, next) >>> shift]! + 0xff) >>> 8;
      unit = next;
    }
    return count;
  }

  /** Adds every pattern that begins at `at` to `hits`. True where a watched word may begin. */
  findAt(units: Uint16Array, at: number, length: number, hits: Hits): boolean {
    const next = at + 1 < length ? units[at + 1]! : 0;
    const bits = this.#pairs[pairHash(units[at]!, next) >>> this.#pairShift]!;
    /** Lengths of the heads that may stand here. */
    let lengths = bits & ~WATCHED;
    let hash = 0;
    for (let head = 1; lengths !== 0 && at + head <= length; head++) {
      hash = mix(hash, separated(units[at + head - 1]!));
      if (head === 3) lengths &= this.#triples[hash >>> this.#pairShift]!;
      if ((lengths & 1) !== 0 && this.#hasHead(hash)) this.#look(hash, head, units, at, length, hits);
      lengths >>>= 1;
    }
    return (bits & WATCHED) !== 0;
  }

  #hasHead(hash: number): boolean {
    const bit = hash >>> (this.#shift - MORE_BITS);
    return ((this.#heads[bit >>> 5]! >>> (bit & 31)) & 1) !== 0;
  }

  #look(hash: number, head: number, units: Uint16Array, at: number, length: number, hits: Hits): void {
    const slots = this.#slots;
    const last = slots.length - 2;
    for (let slot = 2 * (hash >>> this.#shift); ; slot = (slot + 2) & last) {
      const known = slots[slot]!;
      if (known === 0) return;
      if (slots[slot + 1] !== hash) continue;
      const after = at + head < length ? separated(units[at + head]!) : 0;
      for (let pattern = known - 1; pattern >= 0; pattern = this.#next[pattern]! - 1) {
        const tail = this.#tails[pattern]!;
        if (tail !== 0 && tail !== after) continue;
        const whole = this.#lengths[pattern]!;
        // Heads of other lengths may have the same hash.
        if (whole < head || (whole > head && head < this.#head)) continue;
        if (at + whole <= length && this.#stands(this.#starts[pattern]!, units, at, whole))
          hits.add(at, at + whole, pattern);
      }
      // Another head may have the same hash.
    }
  }

  #stands(start: number, units: Uint16Array, at: number, length: number): boolean {
    const text = this.#text;
    // From the end, where patterns with the same head differ.
    for (let i = length - 1; i >= 0; i--) {
      if (text.charCodeAt(start + i) !== separated(units[at + i]!)) return false;
    }
    return true;
  }
}

/** Two to the power of this is how many bits of {@link HeadTable.#heads} there are for a slot. */
const MORE_BITS = 3;

/** Bit in the table of pairs beside those of lengths: a watched word begins so. */
const WATCHED = 0x80;

/** 2³² over the golden ratio, odd: Fibonacci hashing (Knuth, TAOCP 3, 6.4), of which the high bits are used. */
const GOLDEN = 0x9e3779b1;

function pairHash(first: number, second: number): number {
  return Math.imul((first << 16) | second, GOLDEN);
}

/** Hash of a sequence with one more unit. */
function mix(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, GOLDEN) ^ (hash >>> 15);
}

const SEPARATOR_UNIT = SEPARATOR.charCodeAt(0);
const SEPARATOR_UNITS = Array.from(SEPARATORS, (character) => character.charCodeAt(0));
const LAST_SEPARATOR = Math.max(...SEPARATOR_UNITS);
const [COMMA, PAUSE, SEMICOLON, SPACE] = SEPARATOR_UNITS;

/** A unit as patterns write it: separators alike. */
export function separated(unit: number): number {
  if (unit > LAST_SEPARATOR) return unit;
  return unit === PAUSE || unit === SPACE || unit === COMMA || unit === SEMICOLON ? SEPARATOR_UNIT : unit;
}
