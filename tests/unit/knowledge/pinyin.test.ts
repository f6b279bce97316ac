import { describe, expect, test } from 'vitest';
import { loadSeeds } from '../../../src/cli/seeds.ts';
import {
  countSyllables,
  lacksApostrophe,
  pinyinSyllables,
  toneless,
} from '../../../src/core/knowledge/pinyin.ts';

describe('pinyin', () => {
  test.each([
    ['wǎngluò kōngjiān mìngyùn gòngtóngtǐ', 'wang luo kong jian ming yun gong tong ti'],
    ["fāng'àn", 'fang an'],
    ["Xī'ān", 'xi an'],
    ['Zhào Lèjì', 'zhao le ji'],
    ['lǚxíng nǚrén lüèduó', 'lü xing nü ren lüe duo'],
    ['yǐnlǐng yīnyuè', 'yin ling yin yue'],
    ['jìnéng biàngé', 'ji neng bian ge'],
    ['nàxiē shìr', 'na xie shi er'],
    ['nǚ’ér értóng', 'nü er er tong'],
    ['2035 nián yuǎnjǐng', 'nian yuan jing'],
    ['App wéifǎ, GDP bǐzhòng', 'wei fa bi zhong'],
  ])('%s has the syllables %s', (text, syllables) => {
    expect(pinyinSyllables(text)).toEqual(syllables.split(' '));
  });

  test('names the first word that is not pinyin', () => {
    expect(countSyllables('wǎngluò qiangxguo')).toBe('qiangxguo');
  });

  test.each([
    ['Zhōngguó fāngàn', undefined],
    ['zhuōèr', 'zhuōèr'],
    ['gāoáng', 'gāoáng'],
    ['gāo’áng biàngé jìnéng', undefined],
    ['nàxiē shìr', undefined],
  ])('%s lacks the apostrophe of %s', (text, word) => {
    expect(lacksApostrophe(text)).toBe(word);
  });

  test('tone marks come off and ü stays', () => {
    expect(toneless('Lǜ Nǚ Èr')).toBe('lü nü er');
  });

  test('every entry can be read syllable by syllable', () => {
    const unread = loadSeeds().entries.filter(({ pinyin }) => typeof pinyinSyllables(pinyin) === 'string');
    expect(unread.map(({ id }) => id)).toEqual([]);
  });
});
