import { describe, expect, test } from 'vitest';
import { plainTextBlocks } from '../../../src/core/text/blocks.ts';

describe('blocks of plain text', () => {
  test.each([
    ['an empty line ends a block', '甲\n\n乙', ['甲', '乙']],
    ['a line of white space is empty', '甲\n \u3000\n乙', ['甲', '乙']],
    ['a wrapped line goes on', '网络\n强国', ['网络\n强国']],
    [
      'a line break after closing punctuation ends a block',
      '会议召开。\n会议指出',
      ['会议召开。', '会议指出'],
    ],
    ['an indented line begins a block', '标题\n\u3000\u3000正文', ['标题', '\u3000\u3000正文']],
    ['Windows line breaks', '甲。\r\n乙', ['甲。', '乙']],
    [
      'a short line within prose is no headline',
      '会议强调，要完整、准确、全面贯彻新发展\n理念，着力推动高质量\n发展，把发展的立足点放在国内，牢牢守住底线',
      [
        '会议强调，要完整、准确、全面贯彻新发展\n理念，着力推动高质量\n发展，把发展的立足点放在国内，牢牢守住底线',
      ],
    ],
    [
      'a short line goes on with the sentence of the page before',
      '会议强调，这一论断揭示了规律，我\n\n们要坚持新发\n展理念，把增进人民福祉摆在首位，作为出发点',
      ['会议强调，这一论断揭示了规律，我', '们要坚持新发\n展理念，把增进人民福祉摆在首位，作为出发点'],
    ],
    [
      'a short first line is one',
      '学习网络安全\n法治报记者从有关部门了解到最新情况',
      ['学习网络安全', '法治报记者从有关部门了解到最新情况'],
    ],
    [
      'a short line that is indented as a paragraph is none',
      '\u3000\u3000第二位讲者讨论网络实名\n制。她认为后台实名、前台自愿的做法，已为各地采纳',
      ['\u3000\u3000第二位讲者讨论网络实名\n制。她认为后台实名、前台自愿的做法，已为各地采纳'],
    ],
    [
      'a short line in the middle is a headline',
      '\u3000\u3000\u3000\u3000研讨会纪要\n主席在开场白中说，信息革命改变了文明的载体',
      ['\u3000\u3000\u3000\u3000研讨会纪要', '主席在开场白中说，信息革命改变了文明的载体'],
    ],
    [
      'a short line that ends within a quotation is no headline',
      '“１０个坚\n持”中，前三条管总，就要加强集中统一领导',
      ['“１０个坚\n持”中，前三条管总，就要加强集中统一领导'],
    ],
    [
      'lines whose parts U+3000 sets apart are headlines',
      '网络诚信大会发布十大案例\n打卡中国\u3000外国博主学做青瓷\n国庆假期\u3000市民出游',
      ['网络诚信大会发布十大案例', '打卡中国\u3000外国博主学做青瓷', '国庆假期\u3000市民出游'],
    ],
    [
      'U+3000 of a formulation in a wrapped quotation makes none',
      '开展“礼赞新时代\u3000建功新\n征程”主题活动',
      ['开展“礼赞新时代\u3000建功新\n征程”主题活动'],
    ],
    ['nothing', '', []],
    ['white space', '\n \n', []],
  ])('%s', (_, text, blocks) => {
    expect(plainTextBlocks(text).map((block) => block.text)).toEqual(blocks);
    for (const { start, text: block } of plainTextBlocks(text)) {
      expect(text.slice(start, start + block.length)).toBe(block);
    }
  });
});
