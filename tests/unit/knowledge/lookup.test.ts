import { describe, expect, test } from 'vitest';
import { loadBundled } from '../../../src/cli/bundled.ts';
import { Lookup } from '../../../src/core/knowledge/lookup.ts';
import { buildFoldTable } from '../../../src/core/text/build-fold-table.ts';

const lookup = new Lookup(loadBundled().knowledge.terms, buildFoldTable());

describe('looking terms up', () => {
  test.each([
    ['characters', '网络强国', 'cyberpower'],
    ['traditional characters', '網絡強國', 'cyberpower'],
    ['Taiwan vocabulary of a variant', '李克強', 'li-keqiang'],
    ['pinyin with tones', 'wǎngluò qiángguó', 'cyberpower'],
    ['pinyin without tones or spaces', 'wangluoqiangguo', 'cyberpower'],
    ['a person by pinyin', 'cai qi', 'cai-qi'],
    ['initials', 'sgjc', 'ten-upholds'],
    ['English', 'ten upholds', 'ten-upholds'],
    ['a variant', '10个坚持', 'ten-upholds'],
  ])('%s: %s', (_, query, id) => {
    expect(lookup.search(query)[0]?.id).toBe(id);
  });

  test.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['no such thing', 'zzzz'],
    ['half a surrogate pair', '\ud83d'],
    ['emoji', '😀'],
  ])('%s finds nothing and does no harm', (_, query) => {
    expect(lookup.search(query)).toEqual([]);
  });

  test('10,000 characters are cut, not searched', () => {
    expect(() => lookup.search('网'.repeat(10_000))).not.toThrow();
  });
});
