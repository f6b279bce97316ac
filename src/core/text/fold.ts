import { Special, type FoldTable, type SplitRule } from './fold-table.ts';
import { foldOf, hasFold, type FoldUnits } from './fold-units.ts';
import { readingEnd } from './readings.ts';
import { isWordSegmented } from './segmentation.ts';

const NOTHING = -1;
const DASH = 0x2d;
const BRACKET = 0x28;
/** What a clause mark (white space that separates) folds to. */
const CLAUSE_MARK = 0x20;

/**
 * Folded text with an exact map back to the raw text.
 *
 * The map is kept as *irregularities*: at folded unit `at[i]` the raw text
 * continues at `from[i]`, and that one folded unit covers `width[i]` raw units;
 * every folded unit after it covers one, up to the next irregularity. Ordinary
 * text has next to none.
 */
export interface Folded {
  /** The folded units; only the first {@link length} are valid. */
  readonly units: Uint16Array;
  readonly length: number;
  /** How many irregularities there are: so many numbers of the next three are valid. */
  readonly irregular: number;
  readonly at: ArrayLike<number>;
  readonly from: ArrayLike<number>;
  readonly width: ArrayLike<number>;
  /** Whether the text is written word by word and its spaces were bridged for that. */
  readonly segmented: boolean;
}

/**
 * Folds texts one after another into one growing buffer, so that reading a page
 * block by block allocates nothing for each block. What {@link fold} returns is
 * valid until the next call.
 */
export class Folder {
  readonly #table: FoldTable;
  #units = new Uint16Array(1024);
  #at = new Int32Array(256);
  #from = new Int32Array(256);
  #width = new Int32Array(256);
  #irregular = 0;

  constructor(table: FoldTable) {
    this.#table = table;
  }

  /**
   * Folds one block of text.
   *
   * Zero-width characters leave no trace, and readings in brackets after a character none.
   * White space: a line break inside the
   * block is bridged, and so are single spaces of a word-segmented block, between
   * a Han character and a Latin letter or digit, and beside punctuation. What is
   * left of it separates clauses and folds to one U+0020.
   *
   * Linear in the length of `raw` (UTF-16 units).
   */
  fold(raw: string): Folded {
    const { units, astral, splits } = this.#table;
    const { array, bits } = units;
    const length = raw.length;
    if (this.#units.length < length) this.#units = new Uint16Array(length * 2);
    const out = this.#units;
    this.#irregular = 0;
    let segmented: boolean | undefined;
    let o = 0;
    /** Where the raw text would continue if nothing irregular happened. */
    let expected = 0;
    let i = 0;
    while (i < length) {
      let unit = raw.charCodeAt(i);
      let folded = foldOf(array, unit);
      if (folded < Special.Drop || folded >= Special.End) {
        if (i !== expected) this.#mark(o, i, 1);
        for (;;) {
          if (!hasFold(bits, unit)) out[o++] = unit;
          else {
            folded = foldOf(array, unit);
            if (folded >= Special.Drop && folded < Special.End) break;
            out[o++] = folded;
          }
          if (++i === length) break;
          unit = raw.charCodeAt(i);
        }
        expected = i;
        continue;
      }
      // Between two words of a text that is written word by word.
      if (segmented === true && folded === Special.WordSpace && o > 0) {
        if (isIdeograph(out[o - 1]!) && isIdeograph(raw.charCodeAt(i + 1))) {
          i++;
          continue;
        }
      }
      /** What is written in the end, if anything, for the raw units from `start` to `i`. */
      let result = NOTHING;
      let start = i;
      switch (folded) {
        case Special.Drop:
          i++;
          break;
        case Special.Dash:
          i++;
          if (o > 0 && out[o - 1] === DASH) {
            this.#widen(o - 1, expected - 1, i);
            expected = i;
          } else result = DASH;
          break;
        case Special.HighSurrogate: {
          const point = raw.codePointAt(i)!;
          if (point < 0x10000) {
            result = 0xfffd; // a lone half
            i++;
            break;
          }
          if (isVariationSelector(point)) {
            i += 2;
            break;
          }
          const target = astral.get(point);
          i += 2;
          if (target?.length === 1) {
            result = target.charCodeAt(0);
            break;
          }
          if (start !== expected) this.#mark(o, start, 1);
          out[o++] = target === undefined ? unit : target.charCodeAt(0);
          expected = ++start;
          result = target === undefined ? raw.charCodeAt(start) : target.charCodeAt(1);
          break;
        }
        case Special.Split: {
          const rule = splits.get(unit)!;
          result = staysHere(raw, i, rule) ? unit : rule.to;
          i++;
          break;
        }
        case Special.Bracket:
          if (o > 0 && isIdeograph(out[o - 1]!)) i = readingEnd(raw, i);
          if (i === start) {
            result = BRACKET;
            i++;
          }
          break;
        default: {
          // A run of white space, with characters of no width among it.
          let end = i;
          let lineBreak = false;
          let clauseSpace = false;
          for (; end < length; end++) {
            const kind = units.get(raw.charCodeAt(end));
            if (kind === Special.HighSurrogate && isVariationSelector(raw.codePointAt(end)!)) {
              end++;
              continue;
            }
            if (kind === Special.LineBreak) lineBreak = true;
            else if (kind === Special.ClauseSpace) clauseSpace = true;
            else if (kind !== Special.WordSpace && kind !== Special.Drop) break;
          }
          const before = o === 0 ? 0 : out[o - 1]!;
          const after = end < length ? foldedUnit(units, raw.charCodeAt(end)) : 0;
          if (before !== 0 && after !== 0 && !isPunctuation(before) && !isPunctuation(after)) {
            const latinBefore = isAlphanumeric(before);
            const latinAfter = isAlphanumeric(after);
            let bridged: boolean;
            if (clauseSpace) bridged = false;
            else if (latinBefore && latinAfter) bridged = false;
            else if (lineBreak) bridged = true;
            else if (latinBefore !== latinAfter) bridged = true;
            else bridged = segmented ??= isWordSegmented(raw);
            if (!bridged) result = CLAUSE_MARK;
          }
          i = end;
        }
      }
      if (result === NOTHING) continue;
      if (start !== expected || i - start !== 1) this.#mark(o, start, i - start);
      out[o++] = result;
      expected = i;
    }
    return {
      units: out,
      length: o,
      irregular: this.#irregular,
      at: this.#at,
      from: this.#from,
      width: this.#width,
      segmented: segmented === true,
    };
  }

  /** Notes that folded unit `o` covers `width` raw units from `from` on. */
  #mark(o: number, from: number, width: number): void {
    const i = this.#irregular++;
    if (i === this.#at.length) {
      this.#at = grown(this.#at);
      this.#from = grown(this.#from);
      this.#width = grown(this.#width);
    }
    this.#at[i] = o;
    this.#from[i] = from;
    this.#width[i] = width;
  }

  /** Lets folded unit `o`, the last, cover the raw text up to `rawEnd`; it begins at `from` if nothing else is noted. */
  #widen(o: number, from: number, rawEnd: number): void {
    if (this.#irregular === 0 || this.#at[this.#irregular - 1] !== o) this.#mark(o, from, 1);
    const i = this.#irregular - 1;
    this.#width[i] = rawEnd - this.#from[i]!;
  }
}

function grown(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}

/** One of the variation selectors beyond the BMP, which leave no trace either. */
function isVariationSelector(point: number): boolean {
  return point >= 0xe0100 && point <= 0xe01ef;
}

/** Does the split character at `i` stand in one of the words in which it stays? */
function staysHere(raw: string, i: number, rule: SplitRule): boolean {
  return rule.stays.some(({ word, at }) => raw.startsWith(word, i - at));
}

/** A unit as far as its kind (letter, punctuation, other) is concerned. */
function foldedUnit(units: FoldUnits, unit: number): number {
  const folded = units.get(unit);
  if (folded === Special.Dash) return DASH;
  if (folded === Special.Bracket) return BRACKET;
  return folded === 0 || folded >= Special.Drop ? unit : folded;
}

/** Of the plain blocks of ideographs, in which no unit folds to anything else than another. NaN is none. */
function isIdeograph(unit: number): boolean {
  return unit >= 0x3400 && unit <= 0x9fff;
}

function isAlphanumeric(unit: number): boolean {
  return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0xc0 && unit <= 0x24f);
}

/** Punctuation, after which white space marks nothing that it does not mark itself. */
function isPunctuation(unit: number): boolean {
  if (unit < 0x80) {
    return (
      (unit > 0x20 && unit < 0x30) ||
      (unit > 0x39 && unit < 0x41) ||
      (unit > 0x5a && unit < 0x61) ||
      unit > 0x7a
    );
  }
  return (
    (unit >= 0x3001 && unit <= 0x3003) ||
    (unit >= 0x3008 && unit <= 0x3011) ||
    (unit >= 0x3014 && unit <= 0x301b) ||
    (unit >= 0x2010 && unit <= 0x2027) ||
    unit === 0xb7
  );
}

/** The first raw unit that folded unit `k` stands for. O(log irregularities). */
export function rawStart(folded: Folded, k: number): number {
  const i = lastAtOrBefore(folded.at, folded.irregular, k);
  if (i < 0) return k;
  const at = folded.at[i]!;
  const from = folded.from[i]!;
  return k === at ? from : from + folded.width[i]! + (k - at - 1);
}

/** One past the last raw unit that folded unit `k` stands for. O(log irregularities). */
export function rawEnd(folded: Folded, k: number): number {
  const i = lastAtOrBefore(folded.at, folded.irregular, k);
  if (i < 0) return k + 1;
  const at = folded.at[i]!;
  return folded.from[i]! + folded.width[i]! + (k - at);
}

/** The index of the last of the first `count` elements that is at most `value`, or -1. */
function lastAtOrBefore(sorted: ArrayLike<number>, count: number, value: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** The folded text as a string: for patterns, look-up and tests. */
export function foldedText(folded: Folded): string {
  let text = '';
  for (let i = 0; i < folded.length; i += 8192) {
    text += String.fromCharCode(...folded.units.subarray(i, Math.min(i + 8192, folded.length)));
  }
  return text;
}
