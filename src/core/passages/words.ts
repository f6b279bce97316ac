import { isDigit } from './skeleton.ts';

/** Characters that are words of their own: a difference never grows over them. */
const ALONE = unitsOf(
  '的地得了着过和与及或并而且但是在于从由向对为以把将被使让给就才也都还更再又已不没很最太能会可要应须该' +
    '党我你他她它这那其此各每某本两个名位项条次年月日时分秒中上下内外前后里间等者性化们第至到',
);
/** Units and magnitudes that belong to the figure before them. */
const MEASURES = unitsOf('万亿千百%年月日时分秒元美余多倍岁');
const NUMERALS = unitsOf('零〇一二三四五六七八九十百千万亿两');

function unitsOf(characters: string): Set<number> {
  return new Set(Array.from(characters, (c) => c.charCodeAt(0)));
}

export function isFigureUnit(unit: number): boolean {
  return isDigit(unit) || unit === 0x2e || MEASURES.has(unit);
}

export function isNumeral(unit: number): boolean {
  return NUMERALS.has(unit);
}

/** Whether a difference may grow over a unit to make a whole word. */
export function isPartOfWord(unit: number): boolean {
  return unit >= 0x2e80 && !ALONE.has(unit);
}

export function isLatin(unit: number): boolean {
  return isDigit(unit) || unit === 0x2e || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xc0 && unit < 0x250);
}

const SLOTS = 1 << 16;

/**
 * How often two characters stand next to each other in a body of text: characters
 * of one word do so more often than neighbours by chance. Counted, not looked up in
 * a dictionary, so that the same texts give the same words everywhere. Pairs share
 * slots by hash; a count is at most 255.
 */
export class Cohesion {
  readonly #counts = new Uint8Array(SLOTS);

  /** Counts what stands in the first `length` units. */
  add(units: Uint16Array, length = units.length): void {
    for (let i = 0; i + 1 < length; i++) {
      const slot = slotOf(units[i]!, units[i + 1]!);
      if (this.#counts[slot]! < 255) this.#counts[slot]!++;
    }
  }

  of(first: number, second: number): number {
    return this.#counts[slotOf(first, second)]!;
  }
}

function slotOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0xc2b2ae35)) >>> 16;
}
