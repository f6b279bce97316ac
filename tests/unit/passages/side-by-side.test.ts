import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparisonMarkdown, comparisonText } from '../../../src/core/export/comparison.ts';
import { compareTexts } from '../../../src/core/passages/compare.ts';
import { sideBySide, type SideBySide } from '../../../src/core/passages/side-by-side.ts';
import { foldTable, sourceText } from '../../support/passage-engines.ts';

const layOut = (first: string, second: string): SideBySide =>
  sideBySide(first, second, compareTexts(second, first, foldTable));

const one = '要遵循技术发展规律，做好体系化技术布局，优中选优、重点突破。';
const two = '要加强集中统一领导，完善金融、财税、国际贸易等制度环境，优化市场环境。';
const three = '要培育公平的市场环境，强化知识产权保护，反对垄断和不正当竞争。';
const four = '天色渐晚，骑车来的同学陆续离开了教室。';

describe('two texts side by side', () => {
  test.each<[name: string, first: string, second: string, differences: [string, string, string][]]>([
    ['the same text', one, one, []],
    ['a word replaced', one + two, one + two.replace('优化', '改善'), [['replaced', '优化', '改善']]],
    ['a word that the second drops', two, two.replace('集中统一', ''), [['dropped', '集中统一', '']]],
    ['a word that the second adds', two.replace('集中统一', ''), two, [['added', '', '集中统一']]],
    ['a figure', `${two}共50.2万亿元。`, `${two}共50.3万亿元。`, [['figure', '50.2万亿元', '50.3万亿元']]],
    [
      'sentences only in the first are one difference',
      one + four + three,
      three,
      [['dropped', one + four, '']],
    ],
    [
      'sentences only in the second are one difference',
      three,
      one + four + three,
      [['added', '', one + four]],
    ],
  ])('%s', (_, first, second, differences) => {
    const found = layOut(first, second).differences;
    expect(found.map(({ type, first: a, second: b }) => [type, a, b])).toEqual(differences);
  });

  test('every difference is marked in its line, and lines give both texts back', () => {
    const piece = fc.constantFrom(one, two, three, four, two.replace('优化', '改善'), '优化市场环境。', '\n');
    const text = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (first, second) => {
        const { lines, differences } = layOut(first, second);
        const bare = (whole: string): string => [...whole.replaceAll('\n', '')].sort().join('');
        for (const [side, whole] of [
          ['first', first],
          ['second', second],
        ] as const) {
          const drawn = lines.map((line) => line[side].map((p) => p.text).join('')).join('');
          expect(bare(drawn)).toBe(bare(whole));
        }
        differences.forEach(({ type, line }, index) => {
          const drawn = lines[line];
          const pieces = drawn === undefined ? [] : [...drawn.first, ...drawn.second];
          const marked = pieces.some(({ difference }) => difference === index);
          expect(marked || (type === 'moved' && drawn?.kind === 'moved')).toBe(true);
        });
        expect(differences.map(({ line }) => line)).toEqual(
          differences.map(({ line }) => line).sort((x, y) => x - y),
        );
      }),
    );
  });

  test('stretches of either text at the same place stand beside each other, each a difference', () => {
    const { lines, differences } = layOut(one + four + three, one + two + three);
    expect(lines.map(({ kind }) => kind)).toEqual(['same', 'apart', 'same']);
    expect(differences.map(({ type, line }) => [type, line]).sort()).toEqual([
      ['added', 1],
      ['dropped', 1],
    ]);
  });

  test('the conferences of 2018 and 2023: long parts of either stand alone', () => {
    const { lines } = layOut(sourceText('003'), sourceText('000'));
    expect(lines.length).toBeLessThan(40);
    expect(lines.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['changed', 'apart']));
  });
});

const HEAD = { first: '第一篇', second: 'b|c' };

describe('a comparison to copy', () => {
  const result = layOut(`${one}\n${two}\n${four}`, `${one}\n${two.replace('优化', '改善')}`);

  test('as text, with the brackets of wdiff', () => {
    expect(comparisonText(result, HEAD)).toBe(
      [
        '- 第一篇',
        '+ b|c',
        '',
        `= ${one}`,
        `~ ${two.replace('优化', '[-优化-]')}`,
        `  ${two.replace('优化', '{+改善+}')}`,
        `- ${four}`,
        '',
      ].join('\n'),
    );
  });

  test('as a Markdown table, in which nothing of the texts is markup', () => {
    const table = comparisonMarkdown(layOut('甲|乙<b>丙。\n', `甲|乙<b>丙。\n${four}`), HEAD);
    expect(table).toContain('| | 第一篇 | b\\|c |');
    expect(table).toContain('甲\\|乙&lt;b\\>丙。');
    const rows = comparisonMarkdown(result, HEAD).trimEnd().split('\n');
    expect(rows[3]).toBe(
      `| \\~ | ${two.replace('优化', '<del>优化</del>')} | ${two.replace('优化', '<ins>改善</ins>')} |`,
    );
    expect(rows.every((row) => row.startsWith('|') && row.endsWith('|'))).toBe(true);
  });
});
