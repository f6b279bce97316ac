/**
 * A set of notes by their ordinals, one bit each; a byte is a block of eight that follow one
 * another. The buffer's length is a multiple of four bytes.
 */
export type NoteBits = Uint8Array<ArrayBuffer>;

/** Notes of a block. */
const BLOCK = 8;

export function blockOf(ordinal: number): number {
  return ordinal >>> 3;
}

/** An empty set with room for `notes`. */
export function noteBits(notes: number): NoteBits {
  return new Uint8Array(Math.ceil(notes / 32) * 4);
}

export function hasNote(bits: NoteBits, ordinal: number): boolean {
  return ((bits[ordinal >>> 3] ?? 0) & (1 << (ordinal & 7))) !== 0;
}

export function addNote(bits: NoteBits, ordinal: number): void {
  const block = ordinal >>> 3;
  bits[block] = (bits[block] ?? 0) | (1 << (ordinal & 7));
}

/** All that is in the first and not in the other goes. */
export function keepBoth(first: NoteBits, other: NoteBits): void {
  const [words, more] = [wordsOf(first), wordsOf(other)];
  const length = Math.min(words.length, more.length);
  for (let i = 0; i < length; i++) words[i] = (words[i] ?? 0) & (more[i] ?? 0);
  words.fill(0, length);
}

/** All that is in the other comes into the first. */
export function addAll(first: NoteBits, other: NoteBits): void {
  const [words, more] = [wordsOf(first), wordsOf(other)];
  const length = Math.min(words.length, more.length);
  for (let i = 0; i < length; i++) words[i] = (words[i] ?? 0) | (more[i] ?? 0);
}

/** The notes in order of their ordinals, at most `most` of them and up to a block more. */
export function listed(bits: NoteBits, most: number): number[] {
  const list: number[] = [];
  const words = wordsOf(bits);
  for (let i = 0; i < words.length; i++) {
    if (words[i] === 0) continue;
    for (let block = i * 4; block < i * 4 + 4; block++) {
      for (let eight = bits[block] ?? 0, at = block * BLOCK; eight !== 0; eight >>>= 1, at++) {
        if ((eight & 1) !== 0) list.push(at);
      }
    }
    if (list.length > most) break;
  }
  return list;
}

/** Four blocks at a time, whatever the order of bytes. */
export function wordsOf({ buffer, byteOffset, byteLength }: NoteBits): Uint32Array {
  return new Uint32Array(buffer, byteOffset, byteLength >>> 2);
}
