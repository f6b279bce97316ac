import { describe, expect, test } from 'vitest';
import { checkSets } from '../../../src/core/match/sets.ts';

const SETS = [{ id: 'set', members: ['a', 'b', 'c', 'd'] }];

function check(plain: Record<string, number>, adapted: Record<string, number> = {}) {
  return checkSets(SETS, {
    plain: new Map(Object.entries(plain)),
    adapted: new Map(Object.entries(adapted)),
  });
}

describe('the set check', () => {
  test('tells present, adapted and absent members apart', () => {
    expect(check({ set: 0, a: 5, c: 9 }, { b: 7, c: 20 })).toEqual([
      {
        id: 'set',
        named: true,
        inOrder: true,
        members: [
          { id: 'a', state: 'present', start: 5 },
          { id: 'b', state: 'adapted', start: 7 },
          { id: 'c', state: 'present', start: 9 },
          { id: 'd', state: 'absent' },
        ],
      },
    ]);
  });

  test('says when members come in another order', () => {
    expect(check({ a: 9, b: 5, c: 10 })[0]).toMatchObject({ named: false, inOrder: false });
  });

  test('is silent about a set that is not named and has fewer than three members there', () => {
    expect(check({ a: 1, b: 2 })).toEqual([]);
  });

  test('speaks of a named set even where none of its members are there', () => {
    expect(check({ set: 3 })[0]?.members.every(({ state }) => state === 'absent')).toBe(true);
  });
});
