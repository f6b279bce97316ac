import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { charDiff, type DiffPiece } from '../../../src/core/text/char-diff.ts';

/** What only one text has in brackets. */
const shown = (pieces: readonly DiffPiece[]): string =>
  pieces.map(({ text, shared }) => (shared ? text : `[${text}]`)).join('');

describe('the differing characters of two wordings', () => {
  test.each([
    ['网络强国战略思想', '关于网络强国的重要思想', '网络强国[战略]思想', '[关于]网络强国[的重要]思想'],
    ['网络强国', '网络强国', '网络强国', '网络强国'],
    ['', '网络', '', '[网络]'],
    ['能力', '效能', '[]能[力]', '[效]能'],
    ['中国中', '中', '中[国中]', '中'],
    ['𠮷野', '𠮷', '𠮷[野]', '𠮷'],
  ])('%s / %s', (a, b, left, right) => {
    const [x, y] = charDiff(a, b);
    expect(shown(x)).toBe(left.replace('[]', ''));
    expect(shown(y)).toBe(right);
  });

  const texts = fc.string({ unit: fc.constantFrom('网', '络', '强', '国', '𠮷'), maxLength: 24 });

  test('pieces joined are the texts, and what is shared is the same in both', () => {
    fc.assert(
      fc.property(texts, texts, (a, b) => {
        const [x, y] = charDiff(a, b);
        expect(x.map(({ text }) => text).join('')).toBe(a);
        expect(y.map(({ text }) => text).join('')).toBe(b);
        const shared = (pieces: readonly DiffPiece[]) =>
          pieces.flatMap(({ text, shared: both }) => (both ? [text] : [])).join('');
        expect(shared(x)).toBe(shared(y));
        expect([...shared(x)]).toHaveLength(longestCommon([...a], [...b]));
      }),
    );
  });
});

/** The length of a longest common subsequence, the textbook's way. */
function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const x of a) {
    const next = [0];
    b.forEach((y, j) => {
      next.push(x === y ? (row[j] ?? 0) + 1 : Math.max(row[j + 1] ?? 0, next[j] ?? 0));
    });
    row = next;
  }
  return row.at(-1) ?? 0;
}
