import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareTexts, type Comparison } from '../../../src/core/passages/compare.ts';
import { foldTable, shown, sourceText } from '../../support/passage-engines.ts';

const compare = (a: string, b: string): Comparison => compareTexts(a, b, foldTable);
const one = '要遵循技术发展规律，做好体系化技术布局，优中选优、重点突破。';
const two = '要加强集中统一领导，完善金融、财税、国际贸易等制度环境，优化市场环境。';
const three = '要培育公平的市场环境，强化知识产权保护，反对垄断和不正当竞争。';

describe('comparing two texts', () => {
  test.each<[string, string, string, string[]]>([
    ['the same text', one + two + three, one + two + three, ['same', 'same', 'same']],
    [
      'other script and punctuation',
      '要遵循技術發展規律,做好體系化技術佈局,優中選優、重點突破。',
      one,
      ['same'],
    ],
    ['a sentence of a', one + two + three, one + three, ['same', 'only-a', 'same']],
    ['a sentence of b', one + three, one + two + three, ['same', 'only-b', 'same']],
    [
      'a word changed',
      one + two.replace('加强', '强化') + three,
      one + two + three,
      ['same', 'changed', 'same'],
    ],
    ['a sentence moved', two + one + three, one + two + three, ['same', 'moved', 'same']],
    ['two sentences joined', one.replace('。', '，') + two, one + two, ['same']],
    ['a sentence split', two.replace('，完善', '。完善'), two, ['same']],
    ['nothing in common', '天色渐晚，骑车来的同学陆续离开了教室。', three, ['only-a', 'only-b']],
    ['an empty text', '', three, ['only-b']],
  ])('%s', (_, a, b, kinds) => {
    expect(compare(a, b).rows.map(({ kind }) => kind)).toEqual(kinds);
  });

  test('differences are by word and figure, in units of both texts', () => {
    const { rows } = compare(two.replace('优化', '改善') + '共 50.3 万亿元。', `${two}共50.2万亿元。`);
    expect(rows.flatMap(({ edits }) => shown(edits))).toEqual([
      ['replaced', '改善', '优化'],
      ['figure', '50.3 万亿元', '50.2万亿元'],
    ]);
  });

  test('000 and 001: headlines, summaries and dateline on one side, title and lead on the other', () => {
    const { rows } = compare(sourceText('001'), sourceText('000'));
    const body = rows.slice(rows.findIndex(({ kind }) => kind === 'same'));
    expect(body.every(({ kind }) => kind === 'same')).toBe(true);
    expect(rows.filter(({ kind }) => kind === 'same').length).toBeGreaterThan(15);
  });

  test('the conferences of 2018 and 2023 have little in common, and it is listed', () => {
    const { rows, shared, lengthA } = compare(sourceText('003'), sourceText('000'));
    expect(shared / lengthA).toBeLessThan(0.2);
    expect(rows.some(({ kind }) => kind === 'changed')).toBe(true);
  });

  test('sentences that share only a conference’s name are no counterparts', () => {
    const headline = '习近平对网络安全和信息化工作作出重要指示强调。';
    const long =
      '李克强在主持会议时指出，重要讲话全面总结了我国网络安全和信息化工作取得的历史性成就，系统阐释了战略思想的丰富内涵，具有重大而深远的意义。';
    const { rows } = compare(headline + two, two + long);
    expect(rows.map(({ kind }) => kind)).toEqual(['only-a', 'same', 'only-b']);
  });

  test('every sentence of both texts stands in one row, and slices hold', () => {
    const piece = fc.constantFrom(one, two, three, '天色渐晚。', '优化市场环境。', '\n');
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const { rows } = compare(a, b);
        const covered = (side: 'a' | 'b', whole: string): string =>
          rows
            .flatMap((row) => row[side] ?? [])
            .sort((x, y) => x.start - y.start)
            .map(({ start, end }) => whole.slice(start, end))
            .join('')
            .replaceAll('\n', '');
        expect(covered('a', a)).toBe(a.replaceAll('\n', ''));
        expect(covered('b', b)).toBe(b.replaceAll('\n', ''));
        for (const { edits } of rows) {
          for (const e of edits) {
            expect(a.slice(e.start, e.end)).toBe(e.page);
            expect(b.slice(e.sourceStart, e.sourceEnd)).toBe(e.source);
          }
        }
      }),
    );
  });
});
