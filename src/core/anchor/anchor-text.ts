import { Folder, rawEnd, rawStart, type Folded } from '../text/fold.ts';
import type { FoldTable } from '../text/fold-table.ts';
import { fingerprint } from './fingerprint.ts';
import { GramIndex } from './gram-index.ts';

const SPACE = 0x20;
const NEWLINE = 0x0a;

/** Some units of a text: from `start` up to `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * A page's text as notes are anchored in it, in three forms with exact maps between
 * them, all in UTF-16 units:
 *
 * - `raw`: the readable blocks joined by "\n";
 * - `folded`: the same folded block by block, so that script, width and the style of
 *   quotation marks make no difference; blocks of which folding leaves nothing are
 *   left out;
 * - `key`: folded without the white space that separates no words of letters, so that
 *   blocks split or joined and words set apart make no difference either. This is
 *   what quotes are compared in.
 *
 * Made by {@link anchorText}; a page's text that has changed is a new one.
 */
export class AnchorText {
  readonly raw: string;
  readonly folded: string;
  readonly key: string;
  /** The folding table it was made with. */
  readonly table: FoldTable;
  /** `folded` to `raw`. */
  readonly #map: Folded;
  /** The folded units that `key` leaves out, in order. */
  readonly #dropped: readonly number[];
  #index: GramIndex | undefined;
  #fingerprint: string | undefined;

  constructor(
    forms: { readonly raw: string; readonly folded: string; readonly key: string },
    map: Folded,
    dropped: readonly number[],
    table: FoldTable,
  ) {
    this.raw = forms.raw;
    this.folded = forms.folded;
    this.key = forms.key;
    this.table = table;
    this.#map = map;
    this.#dropped = dropped;
  }

  /**
   * Names the words of the text: the same whatever the script, the white space and
   * the division into blocks. 16 hexadecimal digits, computed at the first call.
   */
  get fingerprint(): string {
    return (this.#fingerprint ??= fingerprint(this.key));
  }

  /** Where pieces of `key` stand; built at the first use. */
  get index(): GramIndex {
    return (this.#index ??= new GramIndex(this.key));
  }

  /** The raw units that some units of `key` stand for. */
  rawSpan({ start, end }: Span): Span {
    return {
      start: rawStart(this.#map, this.foldedAt(start)),
      end: rawEnd(this.#map, this.foldedAt(end - 1)),
    };
  }

  /** The units of `key` that stand for raw units; empty where those leave no trace. */
  keySpan(raw: Span): Span {
    const folded = this.foldedSpan(raw);
    return { start: this.keyAt(folded.start), end: this.keyAt(folded.end) };
  }

  /** The folded units that stand for raw units; empty where those leave no trace. */
  foldedSpan({ start, end }: Span): Span {
    const first = this.#firstFolded((k) => rawEnd(this.#map, k) > start);
    const after = this.#firstFolded((k) => rawStart(this.#map, k) >= end);
    return { start: first, end: Math.max(first, after) };
  }

  /** The folded unit that unit `k` of `key` is. */
  foldedAt(k: number): number {
    // dropped[i] - i units of the key stand before the dropped unit i.
    let low = 0;
    let high = this.#dropped.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#dropped[middle] ?? 0) - middle <= k) low = middle + 1;
      else high = middle;
    }
    return k + low;
  }

  /** The unit of `key` that folded unit `k` is, or the next one that is left. */
  keyAt(k: number): number {
    let low = 0;
    let high = this.#dropped.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#dropped[middle] ?? 0) < k) low = middle + 1;
      else high = middle;
    }
    return k - low;
  }

  /** The first folded unit that is far enough, by halving. */
  #firstFolded(enough: (k: number) => boolean): number {
    let low = 0;
    let high = this.folded.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (enough(middle)) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}

/**
 * The text of a page for anchoring.
 *
 * @param blocks the readable blocks in the order of the document, as `analyse` has them
 * @param table the whole folding table: with one restricted to a matcher's characters a
 * page in the other script is not recognised as the same
 *
 * Linear in the length of the text.
 */
export function anchorText(blocks: readonly string[], table: FoldTable): AnchorText {
  const raw = blocks.join('\n');
  const folder = new Folder(table);
  const units = new Uint16Array(raw.length);
  const at: number[] = [];
  const from: number[] = [];
  const width: number[] = [];
  let length = 0;
  let expected = 0;
  let blockStart = 0;
  const place = (unit: number, start: number): void => {
    if (start !== expected) {
      at.push(length);
      from.push(start);
      width.push(1);
    }
    units[length++] = unit;
    expected = start + 1;
  };
  for (const block of blocks) {
    const folded = folder.fold(block);
    if (folded.length > 0) {
      if (length > 0) place(NEWLINE, blockStart - 1);
      const offset = length;
      if ((folded.irregular === 0 || folded.at[0] !== 0) && blockStart !== expected) {
        at.push(offset);
        from.push(blockStart);
        width.push(1);
      }
      for (let i = 0; i < folded.irregular; i++) {
        at.push(offset + (folded.at[i] ?? 0));
        from.push(blockStart + (folded.from[i] ?? 0));
        width.push(folded.width[i] ?? 1);
      }
      units.set(folded.units.subarray(0, folded.length), offset);
      length = offset + folded.length;
      expected = blockStart + rawEnd(folded, folded.length - 1);
    }
    blockStart += block.length + 1;
  }
  const dropped: number[] = [];
  const keyUnits = new Uint16Array(length);
  let keyLength = 0;
  for (let k = 0; k < length; k++) {
    const unit = units[k] ?? 0;
    if (unit !== SPACE && unit !== NEWLINE) keyUnits[keyLength++] = unit;
    else if (isSpaced(keyUnits[keyLength - 1] ?? 0) && isSpaced(units[k + 1] ?? 0)) {
      keyUnits[keyLength++] = SPACE;
    } else dropped.push(k);
  }
  const map = { units, length, irregular: at.length, at, from, width, segmented: false };
  const forms = { raw, folded: textOf(units, length), key: textOf(keyUnits, keyLength) };
  return new AnchorText(forms, map, dropped, table);
}

/** Letters and digits of scripts that set words apart: all but Chinese and Japanese. */
function isSpaced(unit: number): boolean {
  if (unit < 0x80) return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a);
  return (unit >= 0xc0 && unit < 0x2000) || (unit >= 0xac00 && unit < 0xd7b0);
}

function textOf(units: Uint16Array, length: number): string {
  let text = '';
  for (let i = 0; i < length; i += 8192) {
    // Three times as fast as spreading the units.
    text += String(
      Reflect.apply(String.fromCharCode, undefined, units.subarray(i, Math.min(i + 8192, length))),
    );
  }
  return text;
}
