import { describe, expect, test } from 'vitest';
import { anchorText } from '../../../src/core/anchor/anchor-text.ts';
import { fnv1a64 } from '../../../src/core/anchor/fingerprint.ts';
import { buildFoldTable } from '../../../src/core/text/build-fold-table.ts';

const table = buildFoldTable();
const fingerprint = (...blocks: string[]): string => anchorText(blocks, table).fingerprint;

describe('FNV-1a, 64 bits', () => {
  test.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8'],
    ['chongo was here!\n', '46810940eff5f915'],
  ])('of %j, as published', (text, expected) => {
    expect(fnv1a64(new TextEncoder().encode(text))).toBe(expected);
  });
});

describe('the fingerprint of an article', () => {
  const plain = fingerprint('会议强调，要加快建设网络强国。', '要坚持党管互联网。');

  test.each([
    ['in the other script', ['會議強調，要加快建設網絡強國。', '要堅持黨管互聯網。']],
    ['with words set apart', ['会议 强调 ， 要 加快 建设 网络 强国 。', '要 坚持 党 管 互联网 。']],
    ['in one block', ['会议强调，要加快建设网络强国。要坚持党管互联网。']],
    [
      'with white space around',
      ['\u3000\u3000会议强调，\n要加快建设网络强国。', '', '\u3000\u3000要坚持党管互联网。 '],
    ],
    ['with half-width punctuation', ['会议强调,要加快建设网络强国。', '要坚持党管互联网。']],
  ])('is the same %s', (_, blocks) => {
    expect(fingerprint(...blocks)).toBe(plain);
  });

  test('is another when a character is', () => {
    expect(fingerprint('会议强调，要加快建设网络大国。', '要坚持党管互联网。')).not.toBe(plain);
  });
});
