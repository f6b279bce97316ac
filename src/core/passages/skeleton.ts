import { Special, type FoldTable } from '../text/fold-table.ts';
import { readingEnd } from '../text/readings.ts';

/**
 * A text reduced to what is compared: folded characters without punctuation and
 * white space. Script, width, punctuation, word spaces and paragraph breaks leave
 * no trace in it; a decimal point and a percent sign stay, since they are part of
 * a figure.
 */
export interface Skeleton {
  /**
   * The units, from index 1 on; index 0 and index `length + 1` hold the sentinel, so
   * that a comparison that runs over an end stops there.
   */
  readonly units: Uint16Array;
  readonly length: number;
  /** By index into {@link units}: the raw UTF-16 unit it comes from. `length + 2` entries. */
  readonly at: Int32Array;
}

/** Ends a page's skeleton. It equals no content and not the sources' own sentinel, which is 0. */
export const PAGE_SENTINEL = 1;

const DROP = 0;
const SPECIAL = 1;
const PERCENT = 0x25;
const POINT = 0x2e;

/** Makes skeletons; holds what depends on the folding table only. */
export class Skeletons {
  readonly #table: FoldTable;
  readonly #content = new Uint16Array(0x10000);

  /** @param table the whole folding table, not one restricted to a matcher's characters */
  constructor(table: FoldTable) {
    this.#table = table;
    for (let unit = 0; unit < 0x10000; unit++) {
      const value = table.units.get(unit);
      if (value === Special.Split || value === Special.HighSurrogate || value === Special.Bracket)
        this.#content[unit] = SPECIAL;
      else if (value >= Special.Drop && value < Special.End) this.#content[unit] = DROP;
      else {
        const folded = value === 0 ? unit : value;
        this.#content[unit] =
          folded === POINT || folded === PERCENT ? SPECIAL : isContent(folded) ? folded : DROP;
      }
    }
  }

  /** The skeleton of a raw text. Linear; two typed arrays are allocated. */
  of(raw: string): Skeleton {
    const content = this.#content;
    const length = raw.length;
    const units = new Uint16Array(length + 2);
    const at = new Int32Array(length + 2);
    units[0] = PAGE_SENTINEL;
    let n = 1;
    for (let i = 0; i < length; i++) {
      const unit = content[raw.charCodeAt(i)]!;
      if (unit > SPECIAL) {
        units[n] = unit;
        at[n++] = i;
      } else if (unit === SPECIAL) {
        if (this.#table.units.get(raw.charCodeAt(i)) === Special.Bracket) {
          if (isHan(units[n - 1]!)) i = Math.max(i, readingEnd(raw, i) - 1);
          continue;
        }
        const folded = this.#special(raw, i, units[n - 1]!);
        if (folded > 0xffff) {
          units[n] = folded >>> 16;
          at[n++] = i;
          units[n] = folded & 0xffff;
          at[n++] = i + 1;
          i++;
        } else if (folded > 0) {
          units[n] = folded;
          at[n++] = i;
          if (raw.charCodeAt(i) >= 0xd800 && raw.charCodeAt(i) < 0xdc00) i++;
        }
      }
    }
    units[n] = PAGE_SENTINEL;
    at[n] = length;
    return { units, length: n - 1, at };
  }

  /** What a character that needs a look around it becomes: 0, a unit, or two units as one number. */
  #special(raw: string, i: number, before: number): number {
    const unit = raw.charCodeAt(i);
    const { units, astral, splits } = this.#table;
    const value = units.get(unit);
    if (value === Special.HighSurrogate) {
      const point = raw.codePointAt(i)!;
      if (point < 0x10000 || (point >= 0xe0100 && point <= 0xe01ef)) return 0;
      const to = astral.get(point) ?? raw.slice(i, i + 2);
      return to.length === 1 ? to.charCodeAt(0) : to.charCodeAt(0) * 0x10000 + to.charCodeAt(1);
    }
    if (value === Special.Split) {
      const rule = splits.get(unit)!;
      return rule.stays.some(({ word, at }) => raw.startsWith(word, i - at)) ? unit : rule.to;
    }
    if (!isDigit(before)) return 0;
    const folded = value === 0 ? unit : value;
    if (folded === PERCENT) return PERCENT;
    const next = raw.charCodeAt(i + 1);
    return isDigit(units.get(next) || next) ? POINT : 0;
  }
}

function isHan(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

export function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39;
}

/** Whether a folded unit is a letter, a digit or a character, not punctuation, symbol or space. */
function isContent(unit: number): boolean {
  if (unit < 0x80) return isDigit(unit) || (unit >= 0x61 && unit <= 0x7a);
  if (unit < 0xc0) return false;
  if (unit < 0x2000) return unit !== 0xd7 && unit !== 0xf7;
  if (unit < 0x2e80) return unit >= 0x2460 && unit < 0x2500; // ① and the like
  if (unit < 0x3000) return true; // radicals
  // 々 〇, and Hangzhou numerals.
  if (unit < 0x3040)
    return unit === 0x3005 || unit === 0x3007 || (unit >= 0x3021 && unit <= 0x303b && unit !== 0x3030);
  return unit < 0xfe00 || unit >= 0xff66;
}
