import { writeFoldStructure } from '../text/fold-structure.ts';
import { Special, type FoldTable, type SplitRule } from '../text/fold-table.ts';
import { FoldUnits } from '../text/fold-units.ts';
import type { FoldData } from './dictionary.ts';
import { FURTHER, NO_GAP } from './matcher-data.ts';

/** The folding table as a matcher's data has it written. */
export function readFoldTable({ gaps, to: targets, astral, splits }: FoldData): FoldTable {
  const table = new FoldUnits();
  writeFoldStructure(table);
  for (let i = 0, unit = 0, k = 0; i < gaps.length; i++) {
    const gap = gaps.charCodeAt(i) - NO_GAP;
    unit += gap;
    if (gap < FURTHER) table.set(unit, targets.charCodeAt(k++));
  }
  const rules = new Map<number, { to: number; stays: { word: string; at: number }[] }>();
  for (const [from, to, at, word] of splits) {
    const unit = from.charCodeAt(0);
    table.set(unit, Special.Split);
    const rule = rules.get(unit) ?? { to: to.charCodeAt(0), stays: [] };
    rule.stays.push({ word, at });
    rules.set(unit, rule);
  }
  return { units: table, astral: new Map(astral), splits: rules satisfies ReadonlyMap<number, SplitRule> };
}
