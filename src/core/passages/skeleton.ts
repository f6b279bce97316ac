import { Special, type FoldTable } from '../text/fold-table.ts';
import { readingEnd } from '../text/readings.ts';
import { Origins } from './origins.ts';

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
  /**
   * By index into {@link units}: the raw UTF-16 unit it comes from. That of index 0 is 0, that of
   * `length + 1` the raw text's length.
   */
  readonly origins: Origins;
}

/** Ends a page's skeleton. It equals no content and not the sources' own sentinel, which is 0. */
export const PAGE_SENTINEL = 1;

/** What a unit becomes, where it is no unit to write. */
const UNKNOWN = 0;
const DROP = 1;
const SPECIAL = 2;
const PERCENT = 0x25;
const POINT = 0x2e;

/** Makes skeletons; holds what depends on the folding table only. */
export class Skeletons {
  readonly #table: FoldTable;
  /** By raw unit, filled in as units are met: a page has some thousand of the 65,536. */
  readonly #content = new Uint16Array(0x10000);

  /** @param table the whole folding table, not one restricted to a matcher's characters */
  constructor(table: FoldTable) {
    this.#table = table;
  }

  /** The skeleton of a raw text. Linear; a few typed arrays are allocated. */
  of(raw: string): Skeleton {
    const content = this.#content;
    const length = raw.length;
    const units = new Uint16Array(length + 2);
    const origins = new Origins();
    origins.add(0, 0);
    units[0] = PAGE_SENTINEL;
    let n = 1;
    /** Where the raw text would go on if nothing was left out. */
    let expected = -1;
    let i = 0;
    while (i < length) {
      let unit = content[raw.charCodeAt(i)]!;
      if (unit > SPECIAL) {
        if (i !== expected) origins.add(n, i);
        do {
          units[n++] = unit;
          if (++i === length) break;
          unit = content[raw.charCodeAt(i)]!;
        } while (unit > SPECIAL);
        expected = i;
        if (i === length) break;
      }
      if (unit === DROP) {
        i++;
        continue;
      }
      if (unit === UNKNOWN) {
        content[raw.charCodeAt(i)] = this.#contentOf(raw.charCodeAt(i));
        continue;
      }
      if (this.#table.units.get(raw.charCodeAt(i)) === Special.Bracket) {
        i = isHan(units[n - 1]!) ? Math.max(i + 1, readingEnd(raw, i)) : i + 1;
        continue;
      }
      const folded = this.#special(raw, i, units[n - 1]!);
      const width = folded > 0xffff ? 2 : 1;
      if (folded > 0) {
        if (i !== expected) origins.add(n, i);
        if (width === 2) units[n++] = folded >>> 16;
        units[n++] = folded & 0xffff;
        expected = i + width;
      }
      i += raw.codePointAt(i)! > 0xffff ? 2 : 1;
    }
    units[n] = PAGE_SENTINEL;
    if (expected !== length) origins.add(n, length);
    origins.end(n, false);
    return { units, length: n - 1, origins };
  }

  #contentOf(unit: number): number {
    const value = this.#table.units.get(unit);
    if (value === Special.Split || value === Special.HighSurrogate || value === Special.Bracket)
      return SPECIAL;
    if (value >= Special.Drop && value < Special.End) return DROP;
    const folded = value === 0 ? unit : value;
    if (folded === POINT || folded === PERCENT) return SPECIAL;
    return isContent(folded) ? folded : DROP;
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
