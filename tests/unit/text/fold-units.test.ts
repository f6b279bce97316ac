import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldOf, FoldUnits, hasFold } from '../../../src/core/text/fold-units.ts';

const unit = fc.integer({ min: 0, max: 0xffff });
const value = fc.integer({ min: 1, max: 0xffff });
/** Whole pages. */
const stretch = fc
  .tuple(fc.integer({ min: 0, max: 2047 }), fc.integer({ min: 1, max: 300 }))
  .map(([page, pages]) => [page * 32, Math.min(0x10000, (page + pages) * 32)] as const);

describe('numbers of units', () => {
  test('are those of one table of all units, whatever is set in whatever order', () => {
    fc.assert(
      fc.property(
        stretch,
        value,
        fc.array(fc.tuple(unit, value), { maxLength: 2000 }),
        ([first, end], filled, sets) => {
          const table = new Uint16Array(0x10000);
          const units = new FoldUnits();
          for (const [at, to] of sets) {
            // What is filled is not set.
            if (at >= first && at < end) continue;
            table[at] = to;
            units.set(at, to);
          }
          table.fill(filled, first, end);
          units.fill(filled, first, end);
          const { bits, array } = units;
          let differ = 0;
          for (let at = 0; at < 0x10000; at++) {
            if (units.get(at) !== table[at] || foldOf(array, at) !== table[at]) differ++;
            if (hasFold(bits, at) !== (table[at] !== 0)) differ++;
          }
          expect(differ).toBe(0);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('are kept or refused where there are too many of them, never mixed up', () => {
    const units = new FoldUnits();
    const set = (page: number): void => {
      units.set(32 * page, page + 1);
    };
    for (let page = 0; page < 1983; page++) set(page);
    expect(() => {
      set(1983);
    }).toThrow(RangeError);
    for (let page = 0; page < 1983; page++) expect(units.get(32 * page)).toBe(page + 1);
    expect(units.get(33)).toBe(0);
  });
});
