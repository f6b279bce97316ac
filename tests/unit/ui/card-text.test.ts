import { describe, expect, test } from 'vitest';
import type { CardQuotation } from '../../../src/core/knowledge/card-content.ts';
import { dateInWords } from '../../../src/ui/card/format-date.ts';
import { quotationText } from '../../../src/ui/card/quotation-text.ts';
import type { Translate } from '../../../src/ui/card/translate.ts';
import { queryMarks } from '../../../src/ui/components/query-marks.ts';

const t: Translate = (key, ...substitutions) => `${key}(${substitutions.join('|')})`;

const quotation: CardQuotation = {
  source: { id: '000', title: '标题', publisher: '人民日报', published: '2023-07-15' },
  quote: '明确“十个‘坚持’”',
  marks: [],
  paragraph: 1,
  earliest: true,
};

describe('dates in words', () => {
  test.each([
    ['2023-07-15', '15 July 2023', '2023年7月15日'],
    ['2023-08', 'August 2023', '2023年8月'],
    ['2023', '2023', '2023年'],
  ])('%s', (date, english, chinese) => {
    expect(dateInWords(date, 'en')).toBe(english);
    expect(dateInWords(date, 'zh')).toBe(chinese);
  });
});

describe('a quotation as text', () => {
  test('has its inner quotation marks one level deeper', () => {
    expect(quotationText(quotation, 'zh', t)).toBe(
      'cardCitation(明确‘十个“坚持”’|人民日报|标题|2023年7月15日)',
    );
  });

  test('names speaker, time and place, and does not repeat the month of the report', () => {
    const saidBy = { id: 'a', kind: 'person', zh: '甲', en: 'Jia' } as const;
    expect(quotationText({ ...quotation, saidBy, saidAt: '2023-07' }, 'en', t)).toContain('|Jia|');
    expect(quotationText({ ...quotation, saidBy, saidAt: '2016-04-19' }, 'en', t)).toContain(
      '|Jia, 19 April 2016|',
    );
  });
});

describe('what a query matched', () => {
  test.each([
    ['网络强国', '强国', [[2, 4]]],
    [
      'the Ten Upholds',
      'UPHOLDS ten',
      [
        [4, 7],
        [8, 15],
      ],
    ],
    ['网络强国', 'wlqg', []],
    ['网络强国', '', []],
    ['İstanbul', 'i', []],
  ])('in %s, by %s', (text, query, marks) => {
    expect(queryMarks(text, query).map(({ start, end }) => [start, end])).toEqual(marks);
  });
});
