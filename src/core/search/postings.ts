/**
 * Which notes have a character, two or three that follow one another, or a word of Latin letters.
 *
 * What is rare is listed by blocks of eight notes that follow one another: a list of blocks is
 * shorter than one of notes, and the text of a note says whether it is there. What is so common
 * that a bit a note takes less room than the list has a bit a note.
 */
import { addAll, addNote, blockOf, keepBoth, noteBits, type NoteBits } from './note-bits.ts';
import { Triples } from './triples.ts';

/** A list is kept as bits from so many blocks on, and where bits take no more room: four bytes a block. */
const LEAST_DENSE = 64;
/** Of many entries the rarest say where all of them can be. */
const MOST_ENTRIES = 3;

export const WORD = /[0-9a-z\u00df-\u00f6\u00f8-\u024f]+/gu;
const WORD_UNIT = /[0-9a-z\u00df-\u00f6\u00f8-\u024f]/u;

export function isWordUnit(unit: string): boolean {
  return WORD_UNIT.test(unit);
}

/** The number of what is known of a character, two or a word; 0 of what is nowhere. */
export type Entry = number;

export class Postings {
  /** By unit. */
  readonly #units = new Int32Array(0x10000);
  readonly #pairs = new PairTable();
  readonly #words = new Map<string, Entry>();
  #sorted: string[] | undefined = [];
  readonly #triples = new Triples();
  /** By entry: in how many notes, in which the last one, and in which blocks, ascending, or which notes. */
  #notes = new Int32Array(1024);
  #last = new Int32Array(1024);
  readonly #where: (number[] | NoteBits)[] = [[]];
  #count = 0;

  /** Adds a folded text under the next ordinal. Linear in its length, no object for each character. */
  add(ordinal: number, folded: string): void {
    this.#count = Math.max(this.#count, ordinal + 1);
    this.#walk(folded, ordinal, 1);
  }

  /** Takes a text that was added out of the counts; its block stays listed until all is numbered anew. */
  remove(ordinal: number, folded: string): void {
    // A mark of its own, so that each entry loses the note once.
    this.#walk(folded, -2 - ordinal, -1);
  }

  /** What is known of a unit, or of two that follow one another. */
  of(first: number, second?: number): Entry {
    return second === undefined ? (this.#units[first] ?? 0) : this.#pairs.get(pairKey(first, second));
  }

  /** In how many notes it is. */
  notes(entry: Entry): number {
    return entry === 0 ? 0 : (this.#notes[entry] ?? 0);
  }

  /** The words that begin so. */
  begun(start: string): readonly Entry[] {
    const sorted = (this.#sorted ??= [...this.#words.keys()].sort());
    let low = 0;
    let high = sorted.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((sorted[middle] ?? '') < start) low = middle + 1;
      else high = middle;
    }
    const found: Entry[] = [];
    for (let i = low; i < sorted.length; i++) {
      const word = sorted[i] ?? '';
      if (!word.startsWith(start)) break;
      found.push(this.#words.get(word) ?? 0);
    }
    return found;
  }

  /** The notes that may have any of some entries. Linear in the number of blocks. */
  any(entries: readonly Entry[]): NoteBits {
    const bits = noteBits(this.#count);
    for (const entry of entries) {
      const where = this.#where[entry] ?? [];
      if (where instanceof Uint8Array) addAll(bits, where);
      else for (const block of where) bits[block] = 0xff;
    }
    return bits;
  }

  /** The notes that may have all of some entries, and each three units that follow one another in a text. */
  all(entries: readonly Entry[], text: string): NoteBits {
    const [rarest = 0, ...others] = entries.toSorted((x, y) => this.notes(x) - this.notes(y));
    const bits = this.any([rarest]);
    for (const entry of others.slice(0, MOST_ENTRIES)) this.#keep(bits, entry);
    this.#triples.keep(bits, text);
    return bits;
  }

  #keep(bits: NoteBits, entry: Entry): void {
    const where = this.#where[entry] ?? [];
    if (where instanceof Uint8Array) {
      keepBoth(bits, where);
      return;
    }
    const kept = new Uint8Array(bits.length);
    for (const block of where) kept[block] = bits[block] ?? 0;
    bits.set(kept);
  }

  /**
   * Meets each unit and each two that follow one another. Those inside a word of Latin
   * letters are left out: every English text has most of them.
   */
  #walk(folded: string, mark: number, by: 1 | -1): void {
    let before = 0;
    let first = 0;
    let latins = false;
    for (let i = 0; i < folded.length; i++) {
      const unit = folded.charCodeAt(i);
      const latin = unit < 0x250 && (unit < 0x3a ? unit >= 0x30 : unit >= 0x61);
      if (latin || unit <= 0x20) {
        latins ||= latin;
        before = first = 0;
        continue;
      }
      let entry = this.#units[unit] ?? 0;
      if (entry === 0) this.#units[unit] = entry = this.#fresh();
      this.#meet(entry, mark, by);
      if (before !== 0) {
        const slot = this.#pairs.slot(pairKey(before, unit));
        entry = this.#pairs.entries[slot] ?? 0;
        if (entry === 0) this.#pairs.put(slot, pairKey(before, unit), (entry = this.#fresh()));
        this.#meet(entry, mark, by);
        if (first !== 0 && by > 0) this.#triples.add(mark, first, before, unit);
      }
      first = before;
      before = unit;
    }
    if (!latins) return;
    for (const word of folded.match(WORD) ?? []) {
      let entry = this.#words.get(word);
      if (entry === undefined) {
        this.#words.set(word, (entry = this.#fresh()));
        this.#sorted = undefined;
      }
      this.#meet(entry, mark, by);
    }
  }

  #meet(entry: Entry, mark: number, by: 1 | -1): void {
    if (this.#last[entry] === mark) return;
    this.#last[entry] = mark;
    this.#notes[entry] = (this.#notes[entry] ?? 0) + by;
    if (by < 0) return;
    const where = this.#where[entry] ?? [];
    if (where instanceof Uint8Array) {
      const bits = where.length * 8 > mark ? where : (this.#where[entry] = longer(where, mark));
      addNote(bits, mark);
      return;
    }
    const block = blockOf(mark);
    if (where[where.length - 1] === block) return;
    where.push(block);
    if (where.length >= LEAST_DENSE && where.length * 4 > blockOf(mark))
      this.#where[entry] = this.#dense(where);
  }

  /** The same as bits. Of the notes so far it is not known any more which of a block's it was. */
  #dense(blocks: readonly number[]): NoteBits {
    const bits = noteBits(this.#count * 2);
    for (const block of blocks) bits[block] = 0xff;
    return bits;
  }

  #fresh(): Entry {
    const entry = this.#where.push([]) - 1;
    if (entry >= this.#notes.length) {
      this.#notes = doubled(this.#notes);
      this.#last = doubled(this.#last);
    }
    // No text is the last one that it was met in; 0 is one's mark.
    this.#last[entry] = -1;
    return entry;
  }
}

/** Two units as one number of 32 bits. */
function pairKey(first: number, second: number): number {
  return (first << 16) | second;
}

/** Pairs to entries: open addressing over typed arrays, several times as quick as a Map of numbers. */
class PairTable {
  entries = new Int32Array(0x10000);
  #keys = new Int32Array(0x10000);
  #used = 0;

  get(key: number): Entry {
    return this.entries[this.slot(key)] ?? 0;
  }

  /** Where a key is, or would be. */
  slot(key: number): number {
    const mask = this.entries.length - 1;
    let slot = (Math.imul(key, 0x9e3779b1) >>> 8) & mask;
    while (this.entries[slot] !== 0 && this.#keys[slot] !== key) slot = (slot + 1) & mask;
    return slot;
  }

  /** @param slot a free one */
  put(slot: number, key: number, entry: Entry): void {
    this.entries[slot] = entry;
    this.#keys[slot] = key;
    if (++this.#used * 2 <= this.entries.length) return;
    const [keys, entries] = [this.#keys, this.entries];
    this.entries = new Int32Array(entries.length * 2);
    this.#keys = new Int32Array(entries.length * 2);
    for (let i = 0; i < entries.length; i++) {
      const moved = entries[i] ?? 0;
      if (moved === 0) continue;
      const at = this.slot(keys[i] ?? 0);
      this.entries[at] = moved;
      this.#keys[at] = keys[i] ?? 0;
    }
  }
}

function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(array.length * 2);
  longer.set(array);
  return longer;
}

/** With room for a note and as many again. */
function longer(bits: NoteBits, ordinal: number): NoteBits {
  const longer = noteBits((ordinal + 1) * 2);
  longer.set(bits);
  return longer;
}
