/**
 * Which notes have a character, two that follow one another, or a word of Latin letters.
 *
 * Notes are counted one by one but listed by blocks of some that follow one another: most of
 * what is common in a note is so in its neighbours too. A block says where to look, and the
 * text of a note says whether it is there.
 */

/** Notes of a block. */
const BLOCK = 8;

export function blockOf(ordinal: number): number {
  return Math.floor(ordinal / BLOCK);
}

/** The ordinals of a block's notes, in order, of `count` in all. */
export function ofBlock(block: number, count: number): { readonly from: number; readonly to: number } {
  return { from: block * BLOCK, to: Math.min(count, (block + 1) * BLOCK) };
}

export const WORD = /[0-9a-z\u00df-\u00f6\u00f8-\u024f]+/gu;
const WORD_UNIT = /[0-9a-z\u00df-\u00f6\u00f8-\u024f]/u;

export function isWordUnit(unit: string): boolean {
  return WORD_UNIT.test(unit);
}

/** The number of what is known of a character, two or a word; 0 of what is nowhere. */
export type Entry = number;

/** Blocks as bits; 32 of them in a number. */
export type Blocks = Uint32Array;

export class Postings {
  /** By unit. */
  readonly #units = new Int32Array(0x10000);
  readonly #pairs = new PairTable();
  readonly #words = new Map<string, Entry>();
  #sorted: string[] | undefined = [];
  /** By entry: in how many notes, in which the last one, and in which blocks, ascending. */
  #notes = new Int32Array(1024);
  #last = new Int32Array(1024);
  readonly #blocks: number[][] = [[]];
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

  /** The blocks that any of some entries has. Linear in their lists. */
  any(entries: readonly Entry[]): Blocks {
    const bits = new Uint32Array((blockOf(this.#count) >>> 5) + 1);
    for (const entry of entries) {
      for (const block of this.#blocks[entry] ?? []) {
        bits[block >>> 5] = (bits[block >>> 5] ?? 0) | (1 << (block & 31));
      }
    }
    return bits;
  }

  /**
   * Meets each unit and each two that follow one another. Those inside a word of Latin
   * letters are left out: every English text has most of them.
   */
  #walk(folded: string, mark: number, by: 1 | -1): void {
    let before = 0;
    let latins = false;
    for (let i = 0; i < folded.length; i++) {
      const unit = folded.charCodeAt(i);
      const latin = unit < 0x250 && (unit < 0x3a ? unit >= 0x30 : unit >= 0x61);
      if (latin || unit <= 0x20) {
        latins ||= latin;
        before = 0;
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
      }
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
    const block = blockOf(mark);
    const blocks = this.#blocks[entry];
    if (blocks !== undefined && blocks[blocks.length - 1] !== block) blocks.push(block);
  }

  #fresh(): Entry {
    const entry = this.#blocks.push([]) - 1;
    if (entry >= this.#notes.length) {
      this.#notes = longer(this.#notes);
      this.#last = longer(this.#last);
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

function longer(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(array.length * 2);
  longer.set(array);
  return longer;
}

/** What is in both; the first is changed. */
export function both(first: Blocks, second: Blocks): Blocks {
  for (let i = 0; i < first.length; i++) first[i] = (first[i] ?? 0) & (second[i] ?? 0);
  return first;
}

/** What is in either; the first is changed. */
export function either(first: Blocks, second: Blocks): Blocks {
  for (let i = 0; i < first.length; i++) first[i] = (first[i] ?? 0) | (second[i] ?? 0);
  return first;
}

export function hasBlock(blocks: Blocks, block: number): boolean {
  return ((blocks[block >>> 5] ?? 0) & (1 << (block & 31))) !== 0;
}

/** The blocks in order, at most `most` of them and one more. */
export function listed(blocks: Blocks, most: number): number[] {
  const list: number[] = [];
  for (let i = 0; i < blocks.length; i++) {
    for (let bits = blocks[i] ?? 0, at = 0; bits !== 0; bits >>>= 1, at++) {
      if ((bits & 1) === 0) continue;
      list.push(i * 32 + at);
      if (list.length > most) return list;
    }
  }
  return list;
}
