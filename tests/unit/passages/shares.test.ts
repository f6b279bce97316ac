import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Passage } from '../../../src/core/passages/passage.ts';
import { articleParts, percentages, sharesOf } from '../../../src/core/passages/shares.ts';
import { paragraphAt } from '../../../src/core/passages/source-line.ts';

function passage(start: number, end: number, more: Partial<Passage> = {}): Passage {
  const counts = { sourceStart: 0, sourceEnd: end - start, score: end - start, discounted: end - start };
  return { class: 'verbatim', start, end, source: '000', alsoIn: [], edits: [], ...counts, ...more };
}

describe('an article from top to bottom', () => {
  const text = '标题\n第一段相同。\n第二段有改动。\n自己的话。';
  const passages = [passage(3, 9), passage(10, 17, { class: 'adapted', source: '003' })];

  test('is passages and what lies between them; white space is nothing', () => {
    expect(
      articleParts(text, passages).map(({ start, end, as }) => [as, text.slice(start, end).trim()]),
    ).toEqual([
      ['new', '标题'],
      ['verbatim', '第一段相同。'],
      ['adapted', '第二段有改动。'],
      ['new', '自己的话。'],
    ]);
  });

  test('is counted in characters, and by source, the largest first', () => {
    expect(sharesOf(text, passages)).toEqual({
      total: 20,
      verbatim: 6,
      adapted: 7,
      fresh: 7,
      bySource: [
        { source: '003', count: 7 },
        { source: '000', count: 6 },
      ],
    });
  });

  test('without passages is new from end to end', () => {
    expect(articleParts(text, [])).toEqual([{ start: 0, end: text.length, as: 'new' }]);
  });
});

describe('percentages', () => {
  test('add up to 100, and what is there is at least 1', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000), { minLength: 1, maxLength: 6 }), (parts) => {
        const whole = percentages(parts);
        const some = parts.some((part) => part > 0);
        expect(whole.reduce((sum, value) => sum + value, 0)).toBe(some ? 100 : 0);
        parts.forEach((part, i) => {
          expect((whole[i] ?? 0) > 0).toBe(part > 0);
        });
      }),
    );
  });

  test.each([
    [
      [999, 1],
      [99, 1],
    ],
    [
      [1, 1, 1],
      [34, 33, 33],
    ],
    [
      [5, 0],
      [100, 0],
    ],
  ])('of %j are %j', (parts, expected) => {
    expect(percentages(parts)).toEqual(expected);
  });
});

test.each([
  [0, 1],
  [9, 1],
  [10, 2],
  [29, 3],
])('unit %i of a source is in paragraph %i', (unit, paragraph) => {
  expect(paragraphAt({ starts: [0, 10, 20] }, unit)).toBe(paragraph);
});
