import { PUNCTUATION, QUOTES, RADICALS, SPLIT_CHARACTERS } from './character-classes.ts';
import { writeFoldStructure } from './fold-structure.ts';
import { Special, type FoldTable, type SplitRule } from './fold-table.ts';
import { FoldUnits } from './fold-units.ts';
import { HAN_PAIRS } from './han-table.ts';

/**
 * The whole folding table: opencc's traditional-to-simplified characters, width
 * forms, quotation marks, dashes, radicals, compatibility ideographs, letter case.
 *
 * @param keep if given, only foldings whose result it accepts are kept (structure
 * such as white space and dashes always is). A table restricted to the characters
 * of a matcher gives the same matches and is a tenth of the size.
 */
export function buildFoldTable(keep: (unit: string) => boolean = () => true): FoldTable {
  const units = new FoldUnits();
  writeFoldStructure(units);
  const astral = new Map<number, string>();
  const splits = new Map<number, SplitRule>();
  const set = (from: string, to: string): void => {
    if (from === to || !keep(to)) return;
    if (from.length === 1) units.set(from.charCodeAt(0), to.charCodeAt(0));
    else astral.set(from.codePointAt(0) ?? 0, to);
  };
  const han = new Map<string, string>();
  const characters = [...HAN_PAIRS];
  for (let i = 0; i + 1 < characters.length; i += 2) {
    han.set(characters[i] ?? '', characters[i + 1] ?? '');
  }
  for (const [from, to] of han) set(from, to);

  // Kangxi radicals and compatibility ideographs: Unicode's own decomposition,
  // then simplified. These decompositions never change between Unicode versions.
  for (const [first, last] of [
    [0x2e80, 0x2fdf],
    [0xf900, 0xfaff],
    [0x2f800, 0x2fa1f],
  ] as const) {
    for (let point = first; point <= last; point++) {
      const from = String.fromCodePoint(point);
      const to = from.normalize('NFKC');
      if (to !== from && to.length <= from.length) set(from, han.get(to) ?? to);
    }
  }
  const radicals = [...RADICALS];
  for (let i = 0; i + 1 < radicals.length; i += 2) {
    const to = radicals[i + 1] ?? '';
    set(radicals[i] ?? '', han.get(to) ?? to);
  }

  for (const variants of PUNCTUATION) {
    for (const variant of variants) set(variant, variants.charAt(0));
  }
  for (const quote of QUOTES) set(quote, '"');

  for (const { from, to, stays } of SPLIT_CHARACTERS) {
    if (!keep(to) && !keep(from)) continue;
    units.set(from.charCodeAt(0), Special.Split);
    splits.set(from.charCodeAt(0), {
      to: to.charCodeAt(0),
      stays: stays.map((word) => ({ word, at: word.indexOf(from) })),
    });
  }

  return { units, astral, splits };
}
