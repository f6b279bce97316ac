import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { gapsOf } from '../../src/core/article/letters.ts';
import { isAside } from '../../src/core/article/rules.ts';

const NO_LETTER = /[^\p{L}\p{N}]+/gu;

/** The same by the engine's own expression. */
const gapsByExpression = (text: string): number[][] =>
  Array.from(text.matchAll(NO_LETTER), ({ 0: gap, index }) => [index, index + gap.length]);

describe('stretches without letters', () => {
  test('are those of the expression for them, of any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...'网A1 ，。《》〇々—·…①🎉é"（）|_\u3000'), maxLength: 40 }),
    );
    fc.assert(
      fc.property(text, (raw) => {
        const normal = raw.normalize('NFKC');
        expect(gapsOf(normal)).toEqual(gapsByExpression(normal));
      }),
    );
  });

  test('are those of the expression, of every character alone', () => {
    const wrong: string[] = [];
    for (let point = 0; point <= 0x10ffff; point++) {
      if (point >= 0xd800 && point < 0xe000) continue;
      const normal = String.fromCodePoint(point).normalize('NFKC');
      if (JSON.stringify(gapsOf(normal)) !== JSON.stringify(gapsByExpression(normal)))
        wrong.push(point.toString(16));
    }
    expect(wrong).toEqual([]);
  });
});

describe('what stands beside an article', () => {
  test.each([
    ['DIV', 'side-bar', true],
    ['DIV', 'main_Side x', true],
    ['DIV', 'article-NAV', true],
    ['DIV', ' hot', true],
    ['DIV', 'comments', true],
    ['DIV', 'hotel', false],
    ['DIV', 'sidebars', false],
    ['DIV', 'inside', false],
    ['DIV', 'article body ', false],
    ['DIV', '', false],
    ['BODY', 'nav', false],
    ['NAV', '', true],
    ['aside', 'article', true],
  ])('<%s> of “%s”: %s', (tag, names, aside) => {
    expect(isAside(tag, names)).toBe(aside);
  });
});
