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
    ['nothing', '', []],
    ['white space', '\n \n', []],
  ])('%s', (_, text, blocks) => {
    expect(plainTextBlocks(text).map((block) => block.text)).toEqual(blocks);
    for (const { start, text: block } of plainTextBlocks(text)) {
      expect(text.slice(start, start + block.length)).toBe(block);
    }
  });
});
