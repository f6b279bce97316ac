import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alignDense, denseRuns, scoreAt } from '../../../src/core/passages/align-dense.ts';
import {
  alignSparse,
  bestEnd,
  lastCell,
  sparseRuns,
  type Stretches,
} from '../../../src/core/passages/align-sparse.ts';

/** Two stretches in little alphabets, so that many alignments are equally good. */
const stretches = fc
  .integer({ min: 2, max: 12 })
  .chain((letters) => {
    const side = fc.array(fc.integer({ min: 0, max: letters - 1 }), { minLength: 1, maxLength: 18 });
    return fc.record({ a: side, b: side, step: fc.constantFrom(1 as const, -1 as const) });
  })
  .map(({ a, b, step }): Stretches => ({
    page: Uint16Array.from([1, ...a.map((unit) => unit + 10), 1]),
    pageFrom: step === 1 ? 1 : a.length + 1,
    m: a.length,
    source: Uint16Array.from([0, ...b.map((unit) => unit + 10), 0]),
    placeFrom: step === 1 ? 1 : b.length + 1,
    n: b.length,
    step,
  }));

const tail = (distance: number): number => distance >> 1;

describe('aligning by equal units alone gives what the whole table gives', () => {
  test('of two whole stretches', () => {
    fc.assert(
      fc.property(stretches, (s) => {
        alignDense(s);
        const dense = denseRuns(s.m, s.n, s);
        fc.pre(alignSparse(s) >= 0);
        expect(sparseRuns(lastCell(s.m, s.n), s)).toEqual(dense);
      }),
      { numRuns: 3000 },
    );
  });

  test('of stretches with a free end', () => {
    fc.assert(
      fc.property(stretches, (s) => {
        alignDense(s);
        let [top, ti, tj] = [3, 0, 0];
        for (let i = 1; i <= s.m; i++) {
          for (let j = 1; j <= s.n; j++) {
            const score = scoreAt(i, j) - tail(Math.max(i, j));
            if (score > top) [top, ti, tj] = [score, i, j];
          }
        }
        const dense = ti === 0 ? [] : denseRuns(ti, tj, s);
        fc.pre(alignSparse(s) >= 0);
        expect(sparseRuns(bestEnd(3, tail), s)).toEqual(dense);
      }),
      { numRuns: 3000 },
    );
  });
});

test('where nearly all units are equal it leaves it to the table', () => {
  const units = new Uint16Array(102).fill(0x4e00);
  const s: Stretches = { page: units, pageFrom: 1, m: 100, source: units, placeFrom: 1, n: 100, step: 1 };
  expect(alignSparse(s)).toBe(-1);
});
