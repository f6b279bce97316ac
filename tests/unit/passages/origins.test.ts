import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freePart } from '../../../src/core/passages/moved.ts';
import { Origins } from '../../../src/core/passages/origins.ts';
import type { Run } from '../../../src/core/passages/segment.ts';

/** Where each unit comes from, from unit 1 on: raw text that is left out at places. */
const raws = fc
  .array(fc.record({ skip: fc.nat({ max: 4 }), run: fc.integer({ min: 1, max: 40 }) }), { maxLength: 30 })
  .map((parts) => {
    const all: number[] = [];
    let raw = 0;
    for (const { skip, run } of parts) {
      raw += skip;
      for (let i = 0; i < run; i++) all.push(raw++);
    }
    return all;
  });

function originsOf(all: readonly number[], end: number): Origins {
  const origins = new Origins();
  origins.add(0, 0);
  let expected = -1;
  [...all, end].forEach((raw, i) => {
    if (raw !== expected) origins.add(i + 1, raw);
    expected = raw + 1;
  });
  origins.end(all.length + 1, false);
  return origins;
}

test('each unit comes from where it comes from', () => {
  fc.assert(
    fc.property(raws, fc.nat({ max: 5 }), (all, rest) => {
      const end = (all.at(-1) ?? -1) + 1 + rest;
      const origins = originsOf(all, end);
      [0, ...all, end].forEach((raw, unit) => {
        expect(origins.rawAt(unit)).toBe(raw);
      });
    }),
  );
});

test('a raw unit’s unit is the first that comes from it or later', () => {
  fc.assert(
    fc.property(raws, fc.array(fc.nat({ max: 1500 })), (all, asked) => {
      const end = (all.at(-1) ?? -1) + 1;
      const sorted = asked.sort((a, b) => a - b);
      const expected = sorted.map((raw) => {
        const at = all.findIndex((own) => own >= raw);
        return at < 0 ? all.length + 1 : at + 1;
      });
      expect([...originsOf(all, end).unitsFrom(sorted)]).toEqual(expected);
    }),
  );
});

test('the free part of a run is its longest stretch that no other has, from six units on', () => {
  const run = fc.record({
    page: fc.integer({ min: 1, max: 80 }),
    place: fc.integer({ min: 1, max: 80 }),
    length: fc.integer({ min: 1, max: 70 }),
  });
  fc.assert(
    fc.property(
      run,
      fc.array(run, { maxLength: 4 }),
      fc.array(run, { maxLength: 2 }),
      (own, some, others) => {
        const isFree = (i: number): boolean =>
          [...some, ...others].every(
            ({ page, place, length }) =>
              (own.page + i < page || own.page + i >= page + length) &&
              (own.place + i < place || own.place + i >= place + length),
          );
        let best: Run | undefined;
        for (let from = 0; from < own.length; from++) {
          let length = 0;
          while (from + length < own.length && isFree(from + length)) length++;
          if (length >= 6 && length > (best?.length ?? 0)) {
            best = { page: own.page + from, place: own.place + from, length };
          }
        }
        expect(freePart(own, some, others)).toEqual(best);
      },
    ),
    { numRuns: 1000 },
  );
});
