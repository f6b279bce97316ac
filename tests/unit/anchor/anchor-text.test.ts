import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorText } from '../../../src/core/anchor/anchor-text.ts';
import { buildFoldTable } from '../../../src/core/text/build-fold-table.ts';

const table = buildFoldTable();

describe('the text of a page for anchoring', () => {
  test('has blocks joined, folded and without white space', () => {
    const text = anchorText(['　　会议強調，', ' ', '中国——东盟 论坛 The  end.', 'Next\nline'], table);
    expect(text.raw).toBe('　　会议強調，\n \n中国——东盟 论坛 The  end.\nNext\nline');
    expect(text.folded).toBe('会议强调,\n中国-东盟 论坛the end.\nnext line');
    expect(text.key).toBe('会议强调,中国-东盟论坛the end.next line');
  });

  test('words of letters in two blocks stay two words', () => {
    expect(anchorText(['one', 'two'], table).key).toBe('one two');
  });

  const block = fc
    .array(
      fc.oneof(
        fc.constantFrom(...'网络强国網絡強國，。“”—－ \u3000\n\u200bＡ5gG…'),
        fc.constantFrom('——', '\u{20000}', 'the ', ' 的 ', '2018 年', '\ud800'),
      ),
      { maxLength: 20 },
    )
    .map((pieces) => pieces.join(''));

  test('each unit of the key maps to raw text that folds to it, in order, without overlap', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 6 }), (blocks) => {
        const text = anchorText(blocks, table);
        let end = 0;
        for (let k = 0; k < text.key.length; k++) {
          const raw = text.rawSpan({ start: k, end: k + 1 });
          expect(raw.start).toBeGreaterThanOrEqual(end);
          expect(raw.end).toBeGreaterThan(raw.start);
          end = raw.end;
          const piece = text.raw.slice(raw.start, raw.end);
          if (/^[网络强国，。]$/u.test(piece)) expect(text.key.charAt(k)).toBe(piece.replace('，', ','));
          expect(text.keySpan(raw)).toEqual({ start: k, end: k + 1 });
          expect(text.folded.charAt(text.foldedAt(k)).replace('\n', ' ')).toBe(text.key.charAt(k));
        }
        expect(end).toBeLessThanOrEqual(text.raw.length);
      }),
      { numRuns: 1000 },
    );
  });
});
