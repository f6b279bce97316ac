/**
 * A set of pairs of units by their hash: it says yes to every pair in it and to few
 * others. A text is asked pair by pair where a pattern may begin, and the automaton
 * walks only from there.
 */
export class PairFilter {
  /** By hash: 1 where a pair in the set has it. */
  readonly known: Uint8Array;
  /** How far a product with {@link GOLDEN} is shifted to be a hash. */
  readonly shift: number;

  /**
   * @param pairs each `first << 16 | second`
   * @param all whether every pair is in the set
   */
  constructor(pairs: readonly number[], all: boolean) {
    const size = Math.min(MOST, Math.max(LEAST, 3 + Math.ceil(Math.log2(pairs.length + 1))));
    this.shift = 32 - size;
    this.known = new Uint8Array(1 << size);
    if (all) this.known.fill(1);
    for (const pair of pairs) this.known[Math.imul(pair, GOLDEN) >>> this.shift] = 1;
  }
}

/** The sizes that a filter can have, as powers of two: more bytes fit into no near cache. */
const LEAST = 14;
const MOST = 20;

/** Fibonacci hashing: 2³² over the golden ratio, odd (Knuth, TAOCP 3, 6.4). */
export const GOLDEN = 0x9e3779b1;

/**
 * The pairs of units with which the heads of an automaton begin.
 *
 * @param alphabet pairs: unit, code; several units may share a code
 * @returns `all` where a head is a single unit, after which anything may stand
 */
export function headPairs(
  base: ArrayLike<number>,
  check: Uint16Array,
  output: ArrayLike<number>,
  alphabet: Uint16Array,
): { pairs: number[]; all: boolean } {
  const unitsOf: number[][] = [];
  for (let i = 0; i < alphabet.length; i += 2) (unitsOf[alphabet[i + 1]!] ??= []).push(alphabet[i]!);
  const pairs: number[] = [];
  let all = false;
  // By base, the code by which its state is reached from the root.
  const firstBy = new Uint16Array(base.length + 1);
  for (let code = 1; code < unitsOf.length; code++) {
    const state = base[0]! + code;
    if (check[state] !== code) continue;
    firstBy[base[state]!] = code;
    if (output[state] !== 0) all = true;
  }
  const rootBase = base[0]!;
  for (let state = 1; state < check.length; state++) {
    const code = check[state]!;
    if (code === 0 || state - code < 0 || state - code === rootBase) continue;
    const first = firstBy[state - code]!;
    if (first === 0) continue;
    for (const a of unitsOf[first]!) for (const b of unitsOf[code]!) pairs.push((a << 16) | b);
  }
  return { pairs, all };
}
