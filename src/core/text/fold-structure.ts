import {
  BRACKETS,
  CLAUSE_SPACES,
  DASHES,
  LINE_BREAKS,
  THIN_SPACES,
  WORD_SPACES,
  ZERO_WIDTH,
} from './character-classes.ts';
import { Special } from './fold-table.ts';
import type { FoldUnits } from './fold-units.ts';

/**
 * Writes into a folding table what is the same for every matcher: white space,
 * dashes, opening brackets, characters without width, surrogates, private use, letter case and
 * full-width forms of ASCII.
 */
export function writeFoldStructure(units: FoldUnits): void {
  const mark = (characters: string, special: number): void => {
    for (let i = 0; i < characters.length; i++) units.set(characters.charCodeAt(i), special);
  };
  for (let unit = 0x41; unit <= 0x5a; unit++) units.set(unit, unit + 0x20);
  for (let unit = 0xff01; unit <= 0xff5e; unit++) {
    const ascii = unit - 0xfee0;
    units.set(unit, ascii >= 0x41 && ascii <= 0x5a ? ascii + 0x20 : ascii);
  }
  for (const [first, last] of ZERO_WIDTH)
    for (let unit = first; unit <= last; unit++) units.set(unit, Special.Drop);
  mark(LINE_BREAKS + THIN_SPACES, Special.LineBreak);
  mark(WORD_SPACES, Special.WordSpace);
  mark(CLAUSE_SPACES, Special.ClauseSpace);
  mark(DASHES, Special.Dash);
  mark(BRACKETS, Special.Bracket);
  units.fill(Special.HighSurrogate, 0xd800, 0xdc00);
  units.fill(0xfffd, 0xe000, 0xf900);
}
