import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { figureReading, figuresIn } from '../../../src/core/figures/figures.ts';
import { loadSeeds } from '../../../src/cli/seeds.ts';
import { arabicAmount, fromEnglish, hanNumeral } from '../../support/numerals.ts';

describe('one figure by itself', () => {
  test.each([
    ['50.2万亿元', '50.2 trillion yuan', '50,200,000,000,000元'],
    ['20.5亿', '2.05 billion', '2,050,000,000'],
    ['超20.5亿', 'over 2.05 billion', '2,050,000,000'],
    ['3.1万件次', '31,000 cases, each occurrence counted', '31,000件次'],
    ['1亿2000万元', '120 million yuan', '120,000,000元'],
    ['5个方面', '5 aspects', '5个方面'],
    ['１２３万', '1.23 million', '1,230,000'],
    ['1,234,567,891元', '1,234,567,891 yuan', '1,234,567,891元'],
    ['一百零三', '103', '103'],
    ['两万五千', '25,000', '25,000'],
    ['二十', '20', '20'],
    ['三点五亿', '350 million', '350,000,000'],
    ['十多亿', 'more than 1 billion', '1,000,000,000+'],
    ['200余所', 'more than 200', '200+所'],
    ['10万以上', '100,000 or more', '100,000'],
    ['数百万人', 'millions of people', ''],
    ['百分之十', '10%', '10%'],
    ['百分之三十五点五', '35.5%', '35.5%'],
    ['千分之三', '0.3%', '0.3%'],
    ['41.5%', '41.5%', '41.5%'],
    ['三成', '30%', '30%'],
    ['七成五', '75%', '75%'],
    ['三分之一', '1/3', '1/3'],
    ['3倍', '3 times', '3倍'],
    ['3至5年', '3–5 years', '3–5年'],
    ['30—50万人', '300,000–500,000 people', '300,000–500,000人'],
    ['50%至60%', '50–60%', '50–60%'],
    ['第5位', '5th place', ''],
    ['第二十一', '21st', ''],
    ['二十一世纪', 'the 21st century', ''],
    ['20世纪90年代', 'the 1990s', ''],
    ['二〇二三年', '2023', ''],
    ['30周年', '30th anniversary', ''],
    ['“90后”', 'people born in the 1990s', ''],
    ['十四五', 'the 14th Five-Year Plan (2021–2025)', ''],
    ['“十五五”', 'the 15th Five-Year Plan (2026–2030)', ''],
    ['二十大', 'the 20th National Congress of the CPC (2022)', ''],
    ['二十届三中全会', 'the 3rd plenary session of the 20th CPC Central Committee', ''],
    ['两会', 'the Two Sessions (annual meetings of the NPC and the CPPCC)', ''],
  ])('%s is %s', (text, en, digits) => {
    const figure = figureReading(text);
    expect(figure?.en).toBe(en);
    expect(figure?.digits).toBe(digits);
  });

  test('growth by three times is four times as much', () => {
    expect(figuresIn('产值增长了3倍').map(({ en }) => en)).toEqual(['3 times more (4 times as much)']);
  });
});

describe('no figure', () => {
  test.each([
    ['一带一路'],
    ['万一'],
    ['千万不要'],
    ['亿万网民'],
    ['网站一成立就'],
    ['三成员国'],
    ['3G突破、4G同步'],
    ['2023-07-19 17:55:05'],
    ['7月14日至15日'],
    ['星期三次日'],
    ['十四五岁的少年'],
    ['进一步统一'],
    [''],
  ])('“%s” has none', (text) => {
    expect(figuresIn(text).filter(({ type }) => type !== 'ordinal')).toEqual([]);
  });

  test.each([['网络强国'], ['20.5亿人和3万人'], ['十个坚持'], ['cyberpower'], ['']])(
    '“%s” is not one figure',
    (text) => {
      expect(figureReading(text)).toBeUndefined();
    },
  );
});

test('in the source texts the figures that want explaining are these', () => {
  const found = loadSeeds().sources.map(({ id, text }) => [
    id,
    figuresIn(text)
      .filter(({ plain, type }) => !plain && type !== 'name')
      .map(({ text: written, en }) => `${written}: ${en}`),
  ]);
  expect(Object.fromEntries(found)).toMatchSnapshot();
});

describe('of any text', () => {
  const characters = '零〇一二两三四五六七八九十百千万亿点分之第成倍多余至年元个%％0123456789.,，。超近“”A';
  const texts = fc.string({ unit: fc.constantFrom(...characters), maxLength: 40 });

  test('figures are in order, apart, and slices of it', () => {
    fc.assert(
      fc.property(texts, (text) => {
        let at = 0;
        for (const figure of figuresIn(text)) {
          expect(figure.start).toBeGreaterThanOrEqual(at);
          expect(figure.end).toBeGreaterThan(figure.start);
          expect(text.slice(figure.start, figure.end)).toBe(figure.text);
          expect(figure.en).not.toBe('');
          expect(figure.en).not.toMatch(/undefined|NaN/u);
          at = figure.end;
        }
      }),
      { numRuns: 2000 },
    );
  });

  // Reading a run again at each of its characters took a minute, which is over the time limit of a test.
  test('a long run of numerals is no number, and soon read', () => {
    expect(figuresIn('一二三四五六七八九十百千万亿'.repeat(4000))).toEqual([]);
    expect(figuresIn('1'.repeat(60_000))).toEqual([]);
    expect(figuresIn('二十大'.repeat(20_000))).toHaveLength(20_000);
  });
});

describe('a number written out and read', () => {
  const numbers = fc.bigInt({ min: 11n, max: 10n ** 15n });

  test('in Han numerals is the same number', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(figureReading(hanNumeral(number))?.value).toBe(String(number));
      }),
    );
  });

  test('in digits with 万 and 亿 is the same number', () => {
    fc.assert(
      fc.property(numbers, fc.constantFrom('', '万', '亿', '万亿'), fc.nat(2), (number, unit, places) => {
        const { text, value } = arabicAmount(number % 10n ** 7n, unit, places);
        expect(figureReading(`${text}元`)?.value).toBe(value);
      }),
    );
  });

  test('in English is the same number', () => {
    fc.assert(
      fc.property(numbers, (number) => {
        expect(fromEnglish(figureReading(`${String(number)}元`)?.en ?? '')).toBe(number);
      }),
    );
  });
});
