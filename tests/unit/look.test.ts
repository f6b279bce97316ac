import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDefaultLook, lookCss, readLook } from '../../src/core/look.ts';

describe('how marks look', () => {
  test('a reader who changed nothing needs no style sheet', () => {
    expect(lookCss(readLook(undefined))).toBe('');
    expect(isDefaultLook(readLook(undefined))).toBe(true);
  });

  test('a hidden kind is painted under none of its names', () => {
    const css = lookCss(readLook({ hidden: ['concept'] }));
    expect(css).toContain('::highlight(tifa-concept)');
    expect(css).toContain('::highlight(tifa-concept-faint)');
    expect(css).not.toContain('tifa-person');
  });

  test('the tint goes, the line stays', () => {
    expect(lookCss(readLook({ tint: false }))).toBe(
      '::highlight(tifa-principle){background-color:transparent!important}',
    );
  });

  test('nothing in storage can bring rules of its own', () => {
    fc.assert(
      fc.property(fc.anything(), (stored) => {
        expect(lookCss(readLook(stored))).toMatch(
          /^(?:(?:::highlight\(tifa-[a-z-]+\),?)+\{[a-z:!;-]+\}\n?)*$/u,
        );
      }),
    );
    expect(lookCss(readLook({ hidden: ['person){}*{display:none'] }))).toBe('');
  });
});
