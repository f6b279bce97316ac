import { describe, expect, test } from 'vitest';
import { surfaceForms } from '../../../src/core/match/forms.ts';
import { expandPattern, PatternError } from '../../../src/core/match/pattern.ts';
import { buildFoldTable } from '../../../src/core/text/build-fold-table.ts';

describe('pattern syntax', () => {
  test.each([
    ['plain text', '网络强国', ['网络强国']],
    ['an optional part', '[坚持]党管互联网', ['坚持党管互联网', '党管互联网']],
    ['alternatives', '(能力|效能)', ['能力', '效能']],
    [
      'nesting',
      '[党的](十八|十(九|七))大',
      ['党的十八大', '党的十九大', '党的十七大', '十八大', '十九大', '十七大'],
    ],
    ['an empty alternative', '甲(|乙)', ['甲', '甲乙']],
    ['alternatives inside an optional part', '[甲|乙]丙', ['甲丙', '乙丙', '丙']],
  ])('%s', (_, pattern, forms) => {
    expect(expandPattern(pattern)).toEqual(forms);
  });

  test.each([
    ['an unclosed bracket', '[坚持党管', 'never closed', 0],
    ['a stray closing bracket', '坚持]党管', 'no opening', 2],
    ['a bar outside brackets', '甲|乙', 'no opening', 1],
    ['a pattern that can stand for nothing', '[甲]', 'nothing', 0],
    ['an explosion', '(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)', 'more than 512', 50],
  ])('refuses %s and says where', (_, pattern, message, at) => {
    let error: unknown;
    try {
      expandPattern(pattern);
    } catch (e) {
      error = e;
    }
    expect(error).toBeInstanceOf(PatternError);
    expect((error as PatternError).message).toContain(message);
    expect((error as PatternError).at).toBe(at);
  });
});

describe('surface forms', () => {
  const table = buildFoldTable();
  test.each([
    ['quotation marks may be missing', '“十四五”规划', ['"十四五"规划', '十四五规划']],
    ['a dash may be missing', '中国—东盟', ['中国-东盟', '中国东盟']],
    ['one or two separators vary one by one', '甲、乙、丙', ['甲,乙,丙', '甲,乙丙', '甲乙,丙', '甲乙丙']],
    ['more separators are all there or all missing', '甲、乙、丙、丁', ['甲,乙,丙,丁', '甲乙丙丁']],
    ['Taiwan vocabulary', '网络信息', ['网络信息', '网路信息', '网络资讯', '网路资讯']],
  ])('%s', (_, pattern, forms) => {
    expect(surfaceForms(pattern, table).sort()).toEqual([...forms].sort());
  });
});
