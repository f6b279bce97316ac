import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMarkdown, type Inline } from '../../../src/core/notes/markdown.ts';
import { anyText } from '../../support/notes.ts';

/** Blocks as one short string each. */
function shown(body: string): string[] {
  const inline = (pieces: readonly Inline[]): string =>
    pieces
      .map((piece) => {
        if ('at' in piece) return piece.type === 'code' ? `code(${piece.text})` : piece.text;
        const inner = inline(piece.children);
        return piece.type === 'link' ? `link(${inner} → ${piece.href})` : `${piece.type}(${inner})`;
      })
      .join('');
  return readMarkdown(body).map(({ type, lines }) => `${type}: ${lines.map(inline).join(' | ')}`);
}

describe('Markdown of a note', () => {
  test.each([
    ['text', '第一行\n第二行\n\n第三行', ['paragraph: 第一行 | 第二行', 'paragraph: 第三行']],
    ['bold and italics', '**新增**“压实”，*比较*', ['paragraph: strong(新增)“压实”，em(比较)']],
    ['nested', '**与*去年*比**', ['paragraph: strong(与em(去年)比)']],
    ['lists', '- 一\n- 二\n1. 甲\n2. 乙', ['bullets: 一 | 二', 'numbers: 甲 | 乙']],
    ['a quotation and a heading', '> 引文\n# 题', ['quote: 引文', 'heading: 题']],
    ['code', '`a*b*`\n```\n**x**\n```\n后', ['paragraph: code(a*b*)', 'code: code(**x**)', 'paragraph: 后']],
    ['a link', '见[旧稿](https://example.org/a)。', ['paragraph: 见link(旧稿 → https://example.org/a)。']],
    [
      'an address',
      '见https://example.org/a。',
      ['paragraph: 见link(https://example.org/a → https://example.org/a)。'],
    ],
    [
      'no link but of the web',
      '[x](javascript:alert(1)) [y](data:a)',
      ['paragraph: [x](javascript:alert(1)) [y](data:a)'],
    ],
    ['HTML is text', '<img src=x onerror=alert(1)>', ['paragraph: <img src=x onerror=alert(1)>']],
    ['names with underscores', 'snake_case_name', ['paragraph: snake_case_name']],
    ['what is not closed', '**开 *始 `之', ['paragraph: **开 *始 `之']],
    ['what is escaped', '\\*星\\*', ['paragraph: *星*']],
  ])('%s', (_, body, blocks) => {
    expect(shown(body)).toEqual(blocks);
  });

  test('every text stands in the note where it says, in order', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyText, fc.string({ unit: fc.constantFrom(...'*_`[]()->#1.\\ \n字ah:/') })),
        (body) => {
          let last = 0;
          const check = (pieces: readonly Inline[]): void => {
            for (const piece of pieces) {
              if (!('at' in piece)) check(piece.children);
              else {
                expect(piece.at).toBeGreaterThanOrEqual(last);
                expect(body.slice(piece.at, piece.at + piece.text.length)).toBe(piece.text);
                last = piece.at + piece.text.length;
              }
            }
          };
          for (const { lines } of readMarkdown(body)) lines.forEach(check);
        },
      ),
    );
  });

  test('links go to the web only', () => {
    const check = (pieces: readonly Inline[]): void => {
      for (const piece of pieces) {
        if (piece.type === 'link') expect(piece.href).toMatch(/^https?:\/\//u);
        if ('children' in piece) check(piece.children);
      }
    };
    fc.assert(
      fc.property(anyText, (body) => {
        for (const { lines } of readMarkdown(`[a](${body}) ${body}`)) lines.forEach(check);
      }),
    );
  });

  test('an awkward note of 100,000 characters is read in a moment', () => {
    for (const unit of ['*', '[', '`', '_a', '**a ', 'h', '> - ']) {
      const began = performance.now();
      readMarkdown(unit.repeat(100_000 / unit.length));
      expect(performance.now() - began).toBeLessThan(1500);
    }
  });
});
