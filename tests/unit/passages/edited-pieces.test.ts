import { describe, expect, test } from 'vitest';
import type { Edit } from '../../../src/core/passages/passage.ts';
import { editedPieces, wordsDiffering } from '../../../src/ui/components/edited-pieces.ts';
import { engineOver, find, sourceText } from '../../support/passage-engines.ts';

const engine = engineOver('000');
const [, body = ''] = /（记者徐隽）(中共中央总书记[^\n]+)/u.exec(sourceText('000')) ?? [];

/** The passage that an edited text is, and its pieces as a reader sees them. */
function shown(text: string, context?: number): { words: number; pieces: string } {
  const [passage] = find(engine, text);
  if (passage === undefined) throw new Error('no passage');
  const pieces = editedPieces(text, passage, passage.edits, context);
  return {
    words: wordsDiffering(passage.edits),
    pieces: pieces
      .map((piece) => {
        if (piece.type === 'same') return piece.text;
        if (piece.type === 'gap') return '…';
        return `[${piece.type} ${piece.source}>${piece.page}]`;
      })
      .join(''),
  };
}

describe('a passage with its differences in their places', () => {
  test('is its own text where nothing differs', () => {
    expect(shown(body)).toEqual({ words: 0, pieces: body });
  });

  test('has a replaced word between what is the same', () => {
    const { words, pieces } = shown(body.replace('取得重大成就', '取得巨大成就'));
    expect(words).toBe(1);
    expect(pieces).toContain('事业取得[replaced 重大>巨大]成就，');
  });

  test('names a figure', () => {
    const { words, pieces } = shown(body.replace('党的十八大以来', '党的十九大以来'));
    expect(words).toBe(1);
    expect(pieces).toMatch(/\[(?:figure|replaced) [^\]]*十八[^\]]*>[^\]]*十九/u);
  });

  test('keeps little of what is the same where room is short', () => {
    expect(shown(body.replace('取得重大成就', '取得巨大成就'), 6).pieces).toBe(
      '…息化事业取得[replaced 重大>巨大]成就，党对网…',
    );
  });

  test('of which nothing differs shows its beginning only', () => {
    expect(shown(body, 6).pieces).toBe('中共中央总书记、国家主席…');
  });
});

test.each<[string, Partial<Edit>[], number]>([
  ['what only moved', [{ type: 'moved', page: '坚持网信为民', source: '坚持网信为民' }], 0],
  ['a figure', [{ type: 'figure', page: '50.3万亿', source: '50.2万亿' }], 1],
  ['a dropped phrase of two words', [{ type: 'dropped', page: '', source: '网络安全' }], 2],
])('%s is %j: so many words', (_, edits, words) => {
  const whole = edits.map((edit) => ({ start: 0, end: 0, sourceStart: 0, sourceEnd: 0, ...edit }) as Edit);
  expect(wordsDiffering(whole)).toBe(words);
});
