import { wordsOf, type NoteBits } from './note-bits.ts';

/** A power of two. A note of 300 characters sets an eighth of them. */
const SLICES = 2048;
/**
 * Bytes that a slice has in a chunk, for 4,608 notes: long enough to be read in one go, and no
 * power of two, with which all slices' bytes would fall on the same few lines of the cache.
 */
const WIDE = 576;
/** Of a long word's triples so many are looked at: they tell enough. */
const MOST = 6;

/**
 * In which notes three units may follow one another: for each of 2,048 classes of triples, a
 * bit a note (bit-sliced signatures). Words of which each pair is common are told apart by it.
 * A note that has the triple is in the set; a note of 300 characters that has not is in it by
 * chance in one case of eight. Memory: 256 bytes a note.
 */
export class Triples {
  /** By 4,608 notes: their bytes of each slice. */
  readonly #chunks: NoteBits[] = [];

  add(ordinal: number, a: number, b: number, c: number): void {
    const block = ordinal >>> 3;
    const chunk = (this.#chunks[Math.floor(block / WIDE)] ??= new Uint8Array(SLICES * WIDE));
    const at = sliceOf(a, b, c) * WIDE + (block % WIDE);
    chunk[at] = (chunk[at] ?? 0) | (1 << (ordinal & 7));
  }

  /** Takes out of a set the notes that have not each three units of a text that follow one another. */
  keep(bits: NoteBits, text: string): void {
    const count = Math.min(MOST, text.length - 2);
    if (count <= 0) return;
    // The last triple is among them, and the others lie evenly before it.
    const slices = Array.from({ length: count }, (_, i) => {
      const at = text.length - 3 - Math.floor((i * (text.length - 2)) / count);
      return sliceOf(text.charCodeAt(at), text.charCodeAt(at + 1), text.charCodeAt(at + 2));
    });
    const words = wordsOf(bits);
    const wide = WIDE / 4;
    for (let from = 0, i = 0; from < words.length; from += wide, i++) {
      const chunk = this.#chunks[i];
      if (chunk === undefined) {
        words.fill(0, from, from + wide);
        continue;
      }
      const all = wordsOf(chunk);
      const last = Math.min(wide, words.length - from);
      for (const slice of slices) {
        for (let at = 0, of = slice * wide; at < last; at++, of++) {
          words[from + at] = (words[from + at] ?? 0) & (all[of] ?? 0);
        }
      }
    }
  }
}

function sliceOf(a: number, b: number, c: number): number {
  const mixed = Math.imul(Math.imul(a, 0x9e3779b1) ^ b, 0x85ebca6b) ^ c;
  return Math.imul(mixed, 0xc2b2ae35) >>> 21;
}
