/** Length of a seed, in skeleton units. */
export const K = 5;
/** So many units on either side of a seed have a few bits in the index. */
export const SIDE = 4;

const BASE = 0x01000193;
/** A sum of the k-gram at `i` in which each unit has its weight (Karp and Rabin 1987). */
export function gramSum(units: Uint16Array, i: number): number {
  let sum = 0;
  for (let j = i; j < i + K; j++) sum = (Math.imul(sum, BASE) + units[j]!) | 0;
  return sum;
}

/** Spreads a sum over 32 bits: the high ones choose the bucket, low ones are the tag. */
export function mixed(sum: number): number {
  let x = Math.imul(sum ^ (sum >>> 15), 0x2c1b3c6d);
  x = Math.imul(x ^ (x >>> 12), 0x297a2d39);
  return x ^ (x >>> 15);
}

/** Whether the k-grams at two places are the same. */
export function sameGram(a: Uint16Array, i: number, b: Uint16Array, j: number): boolean {
  return (
    a[i] === b[j] &&
    a[i + 1] === b[j + 1] &&
    a[i + 2] === b[j + 2] &&
    a[i + 3] === b[j + 3] &&
    a[i + 4] === b[j + 4]
  );
}

/** Bits of {@link sidesOf}. */
export const Sides = { right: 0xff, left: 0x7f00 } as const;

/**
 * What stands beside the k-gram at `i`, in 15 bits: two for each of the {@link SIDE} units after
 * it, the nearest in the highest of eight, and seven of a hash of the SIDE units before it.
 * Whatever has the same units there has the same bits; the reverse is only likely.
 */
export function sidesOf(units: Uint16Array, i: number): number {
  let right = 0;
  for (let j = i + K; j < i + K + SIDE; j++) {
    right = (right << 2) | (j < units.length ? Math.imul(units[j]!, SPREAD) >>> 30 : 0);
  }
  let left = 0;
  for (let j = Math.max(0, i - SIDE); j < i; j++) left = (Math.imul(left, BASE) + units[j]!) | 0;
  return ((Math.imul(left ^ (left >>> 15), SPREAD) >>> 25) << 8) | right;
}

const SPREAD = 0x9e3779b1;

/** How many of the nearest units after the k-gram can be the same, from the bits in which two differ: 0 to SIDE. */
export function rightBound(difference: number): number {
  return (Math.clz32(difference & Sides.right) - 24) >> 1;
}
