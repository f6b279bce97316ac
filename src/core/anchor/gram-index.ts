/** Units a gram has. Every piece that is looked for is at least this long. */
const GRAM = 5;
const BITS = 18;

/**
 * Where every run of {@link GRAM} units of a text stands: chains by hash, in the
 * order of the text. Built in one pass (about 10 ms for a million units, 4 bytes a
 * unit and 2 MB), so that many quotes share one reading of the page.
 */
export class GramIndex {
  readonly #text: string;
  readonly #heads = new Int32Array(1 << BITS).fill(-1);
  readonly #counts = new Uint32Array(1 << BITS);
  readonly #next: Int32Array;

  constructor(text: string) {
    this.#text = text;
    const last = text.length - GRAM;
    this.#next = new Int32Array(Math.max(0, last + 1));
    if (last < 0) return;
    const heads = this.#heads;
    const counts = this.#counts;
    const next = this.#next;
    // From the end, so that a chain runs forward; the hash rolls along.
    let sum = sumAt(text, last);
    for (let i = last; ; i--) {
      const hash = mixed(sum);
      next[i] = heads[hash]!;
      heads[hash] = i;
      counts[hash]!++;
      if (i === 0) break;
      sum = Math.imul(sum - Math.imul(text.charCodeAt(i + GRAM - 1), TOP), BASE) + text.charCodeAt(i - 1);
    }
  }

  /**
   * Where `piece` stands, in order, at most `limit` places.
   *
   * Follows the chain of the piece's rarest gram. A piece shorter than a gram is
   * looked for in the whole text.
   */
  find(piece: string, limit: number): number[] {
    const text = this.#text;
    const found: number[] = [];
    if (piece === '') return found;
    if (piece.length < GRAM) {
      for (let at = text.indexOf(piece); at >= 0 && found.length < limit; at = text.indexOf(piece, at + 1)) {
        found.push(at);
      }
      return found;
    }
    const first = piece.charCodeAt(0);
    let offset = 0;
    let hash = hashAt(piece, 0);
    for (let i = 1; i + GRAM <= piece.length; i++) {
      const other = hashAt(piece, i);
      if ((this.#counts[other] ?? 0) < (this.#counts[hash] ?? 0)) {
        hash = other;
        offset = i;
      }
    }
    for (let at = this.#heads[hash] ?? -1; at >= 0 && found.length < limit; at = this.#next[at] ?? -1) {
      const start = at - offset;
      if (start < 0 || text.charCodeAt(start) !== first || !text.startsWith(piece, start)) continue;
      found.push(start);
    }
    return found;
  }
}

const BASE = 0x01000193;
/** BASE to the power of GRAM - 1. */
const TOP = Array.from({ length: GRAM - 1 }).reduce((power: number) => Math.imul(power, BASE), 1);

/** The polynomial of a gram's units, the first of which counts least (Karp and Rabin). */
function sumAt(text: string, at: number): number {
  let sum = 0;
  for (let i = GRAM - 1; i >= 0; i--) sum = Math.imul(sum, BASE) + text.charCodeAt(at + i);
  return sum | 0;
}

function mixed(sum: number): number {
  const hash = Math.imul(sum, 0x9e3779b1);
  return hash >>> (32 - BITS);
}

function hashAt(text: string, at: number): number {
  return mixed(sumAt(text, at));
}
