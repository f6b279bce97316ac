import { expect, test } from 'vitest';
import { Skeletons } from '../../../src/core/passages/skeleton.ts';
import { buildFoldTable } from '../../../src/core/text/build-fold-table.ts';

const skeletons = new Skeletons(buildFoldTable());

function content(raw: string): string {
  const { units, length } = skeletons.of(raw);
  return String.fromCharCode(...units.subarray(1, length + 1));
}

test.each([
  ['punctuation and white space', '网络 安全，\n“为人民”。', '网络安全为人民'],
  ['zero-width characters', '网\u200b络\ufeff安全', '网络安全'],
  ['a variation selector of the plane of symbols', '网\ufe00络安全', '网络安全'],
  ['variation selectors of ideographs, two units each', '网\u{e0100}络\u{e01ef}安全', '网络安全'],
  ['half of a character alone', '网\ud840络安全', '网络安全'],
])('a skeleton has nothing of %s', (_, raw, expected) => {
  expect(content(raw)).toBe(expected);
});

test('a character beyond the plane stays whole', () => {
  expect(content('𠮷，林')).toBe('𠮷林');
});
