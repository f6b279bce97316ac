/**
 * A container of typed arrays in one run of bytes: a header of 32-bit words
 * (magic number, version, then element size, byte offset and element count of each
 * section) and the sections, each aligned to four bytes. Reading is making views.
 */

export type Section = Uint8Array | Uint16Array | Int32Array;

const MAGIC = 0x41464954; // "TIFA", little-endian
const HEADER_WORDS = 3;

class SectionsError extends Error {
  override readonly name = 'SectionsError';
}

/** The sections as one run of bytes, in the order given. */
export function writeSections(version: number, sections: readonly Section[]): Uint8Array {
  const headerBytes = 4 * (HEADER_WORDS + 3 * sections.length);
  let offset = headerBytes;
  const offsets = sections.map((section) => {
    const here = offset;
    offset += (section.byteLength + 3) & ~3;
    return here;
  });
  const bytes = new Uint8Array(offset);
  const header = new Int32Array(bytes.buffer, 0, headerBytes / 4);
  header[0] = MAGIC;
  header[1] = version;
  header[2] = sections.length;
  sections.forEach((section, i) => {
    const at = HEADER_WORDS + 3 * i;
    header[at] = section.BYTES_PER_ELEMENT;
    header[at + 1] = offsets[i] ?? 0;
    header[at + 2] = section.length;
    bytes.set(new Uint8Array(section.buffer, section.byteOffset, section.byteLength), offsets[i]);
  });
  return bytes;
}

/**
 * Views of the sections in `bytes`, which must start at an offset divisible by four
 * in its buffer, on a little-endian machine (every one that runs a browser).
 *
 * @throws SectionsError where the bytes are not such a container or of another version
 */
export function readSections(version: number, bytes: Uint8Array): Section[] {
  if (bytes.byteLength < 12 || bytes.byteOffset % 4 !== 0) throw new SectionsError('not a Tifa matcher');
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2);
  if (words[0] !== MAGIC) throw new SectionsError('not a Tifa matcher');
  if (words[1] !== version) {
    throw new SectionsError(`matcher format ${String(words[1])}, expected ${String(version)}`);
  }
  const count = words[2] ?? 0;
  const sections: Section[] = [];
  for (let i = 0; i < count; i++) {
    const at = HEADER_WORDS + 3 * i;
    const size = words[at] ?? 0;
    const offset = words[at + 1] ?? 0;
    const length = words[at + 2] ?? 0;
    if (offset + length * size > bytes.byteLength) throw new SectionsError('matcher cut short');
    const start = bytes.byteOffset + offset;
    sections.push(
      size === 1
        ? new Uint8Array(bytes.buffer, start, length)
        : size === 2
          ? new Uint16Array(bytes.buffer, start, length)
          : new Int32Array(bytes.buffer, start, length),
    );
  }
  return sections;
}
