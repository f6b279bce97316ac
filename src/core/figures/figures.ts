import { groupedText, isLess, plainText, shifted, type Decimal } from './decimal.ts';
import { englishNumber, englishOrdinal, englishPercent } from './english.ts';
import type { Figure, Reading } from './figure.ts';
import { measureAt, type Measure } from './measures.ts';
import { readNamed } from './named.ts';
import { asciiDigits, readNumeral, type Numeral } from './numeral.ts';

export type { Figure } from './figure.ts';

/** Where a figure can begin. */
const BEGINNING = /[\d零〇一二两三四五六七八九十百千万亿第数几上]/gu;
/** Words before a number that say how exact it is. */
const BEFORE: readonly (readonly [RegExp, string])[] = [
  [/(?:不足|不到|低于)$/u, 'under'],
  [/(?:超过|超|逾|多于|突破)$/u, 'over'],
  [/(?:接近|将近|近)$/u, 'nearly'],
  [/(?:至少|不少于)$/u, 'at least'],
  [/(?:大约|约|大概)$/u, 'about'],
];
const AFTER: readonly (readonly [RegExp, string])[] = [
  [/以上/uy, 'or more'],
  [/以下/uy, 'or less'],
  [/左右|上下/uy, 'or so'],
];
const VAGUE = /(数|几|上)([十百千万亿]+)/uy;
const SOME: Readonly<Record<string, string>> = {
  十: 'tens',
  百: 'hundreds',
  千: 'thousands',
  万: 'tens of thousands',
  十万: 'hundreds of thousands',
  百万: 'millions',
  千万: 'tens of millions',
  亿: 'hundreds of millions',
  十亿: 'billions',
  百亿: 'tens of billions',
  千亿: 'hundreds of billions',
  万亿: 'trillions',
};
const TO = /[至到—–~～-]/uy;
const NUMERALS = '零〇一二两三四五六七八九十百千万亿';
/** 一成立 is no tenth, 三成员 are no three tenths. */
const TENTHS = /成(?![立为果员熟就本长功型交都效绩分])[半一二三四五六七八九]?/uy;
const PARTS: Readonly<Record<string, number>> = { 百: -2, 千: -3, 万: -4 };

/**
 * The figures of a text, in order, none overlapping another. Linear in the text's
 * length. What is part of a date's month and day, of a code (3G, 2023-07) or of a
 * word (一些, 万一, 千万) is no figure.
 */
export function figuresIn(text: string): Figure[] {
  const plain = asciiDigits(text);
  const figures: Figure[] = [];
  let from = 0;
  for (const { index } of plain.matchAll(BEGINNING)) {
    if (index < from) continue;
    const reading = readFigure(plain, index);
    if (reading === undefined) {
      // Nothing begins within a number that is none.
      from = /\d/u.test(plain.charAt(index)) ? endOfDigits(plain, index) : index + 1;
      continue;
    }
    figures.push({ start: index, text: text.slice(index, reading.end), ...reading });
    from = reading.end;
  }
  return figures;
}

/** The reading of a text that is one figure and nothing else, such as what is typed into a look-up box. */
export function figureReading(text: string): Figure | undefined {
  const trimmed = text.trim().replace(/^[“"「‘](.*)[”"」’]$/u, '$1');
  const before = /^(?:近|超过?|逾|约|大约|不足|至少|突破)/u.exec(trimmed)?.[0] ?? '';
  const [figure, ...more] = figuresIn(trimmed);
  if (figure?.start === before.length && figure.end === trimmed.length && more.length === 0) return figure;
  const numeral = readNumeral(asciiDigits(trimmed), 0);
  if (numeral?.end !== trimmed.length || numeral.arabic) return undefined;
  return { start: 0, text: trimmed, ...numberReading(numeral, undefined, '') };
}

function endOfDigits(text: string, at: number): number {
  let end = at + 1;
  while (/[\d.,:/-]/u.test(text.charAt(end))) end++;
  return end;
}

function readFigure(text: string, at: number): Reading | undefined {
  const named = readNamed(text, at);
  if (named !== undefined) return named;
  if (text.charAt(at) === '第') return ordinal(text, at);
  return parts(text, at) ?? vague(text, at) ?? amount(text, at);
}

/** 百分之十, 千分之三, 三分之一. */
function parts(text: string, at: number): Reading | undefined {
  const power = text.startsWith('分之', at + 1) ? PARTS[text.charAt(at)] : undefined;
  if (power !== undefined) {
    const part = readNumeral(text, at + 3);
    if (part === undefined) return undefined;
    const percent = shifted(part.value, power + 2);
    return percentReading(percent, part.end, part.more ? 'more than ' : precision(text, at));
  }
  const whole = readNumeral(text, at);
  if (whole === undefined || !text.startsWith('分之', whole.end)) return undefined;
  const part = readNumeral(text, whole.end + 2);
  if (part === undefined) return undefined;
  const words = `${plainText(part.value)}/${plainText(whole.value)}`;
  return { type: 'fraction', end: part.end, en: words, digits: words, plain: false };
}

function percentReading(percent: Decimal, end: number, before: string, plain = false): Reading {
  const words = englishPercent(percent);
  return {
    type: 'percent',
    end,
    en: `${before}${words}`,
    digits: words,
    value: plainText(percent),
    plain,
  };
}

/** 第5位, 第二十届, 第一. */
function ordinal(text: string, at: number): Reading | undefined {
  const numeral = readNumeral(text, at + 1);
  if (numeral === undefined) return undefined;
  const { end, value, more } = numeral;
  if (more || value.places > 0) return undefined;
  const words = englishOrdinal(value);
  const inPlace = text.startsWith('位', end);
  return {
    type: 'ordinal',
    end: inPlace ? end + 1 : end,
    en: inPlace ? `${words} place` : words,
    digits: '',
    value: plainText(value),
    plain: isSmall(value) || numeral.arabic,
  };
}

/** 数百, 几十万, 上千: how many digits, and no more. */
function vague(text: string, at: number): Reading | undefined {
  VAGUE.lastIndex = at;
  const found = VAGUE.exec(text);
  const words = SOME[found?.[2] ?? ''];
  if (found === null || words === undefined || text.charAt(at - 1) === '以') return undefined;
  const end = at + found[0].length;
  const measure = measureAt(text, end);
  const counted = measure === undefined || measure.many === '' ? '' : ` of ${measure.many}`;
  const en = found[1] === '上' ? `as many as ${words}${counted}` : `${words}${counted}`;
  return { type: 'number', end: end + (measure?.zh.length ?? 0), en, digits: '', plain: false };
}

function amount(text: string, at: number): Reading | undefined {
  const numeral = readNumeral(text, at);
  if (numeral === undefined || isPartOfCode(text, at, numeral)) return undefined;
  const { end, value } = numeral;
  const before = numeral.more ? 'more than ' : precision(text, at);
  const next = text.charAt(end);
  if (next === '%') return rangeOfPercents(text, numeral) ?? percentReading(value, end + 1, before, true);
  const tenths = /[一-九]/u.test(text.charAt(at)) ? matchAt(TENTHS, text, end) : undefined;
  if (tenths !== undefined && isSmall(value)) {
    const half =
      tenths.length === 1
        ? 0n
        : BigInt('半'.includes(tenths.charAt(1)) ? 5 : '一二三四五六七八九'.indexOf(tenths.charAt(1)) + 1);
    const percent = { digits: value.digits * 10n + half, places: 0 };
    return percentReading(percent, end + tenths.length, before);
  }
  if (next === '倍') return multiple(text, at, numeral, before);
  if (text.startsWith('世纪', end)) return century(text, numeral);
  const to = range(text, numeral);
  if (to !== undefined) return to;
  if (next === '月' || next === '日' || next === '号') return undefined;
  const measure = measureAt(text, end);
  if (measure?.zh === '年' && isYear(numeral, text, at)) return year(numeral);
  return isCounted(text, at, numeral, measure) ? numberReading(numeral, measure, before, text) : undefined;
}

function matchAt(expression: RegExp, text: string, at: number): string | undefined {
  expression.lastIndex = at;
  return expression.exec(text)?.[0];
}

/** 3G, 2023-07-19, 17:55, v2.1: letters and marks that make digits part of something else. */
function isPartOfCode(text: string, at: number, { arabic, end }: Numeral): boolean {
  if (/[\dA-Za-z_.:/＿-]/u.test(text.charAt(at - 1)) && /\d/u.test(text.charAt(at))) return true;
  return arabic && (/[A-Za-z_/:]/u.test(text.charAt(end)) || /^-\d{1,2}-/u.test(text.slice(end, end + 4)));
}

/** A Han numeral is a number where it is long, or where something is counted. */
function isCounted(text: string, at: number, numeral: Numeral, measure: Measure | undefined): boolean {
  if (numeral.arabic) return true;
  if (/\d/u.test(text.charAt(at))) return true;
  if (NUMERALS.includes(text.charAt(at - 1)) && at > 0) return false;
  if (at > 0 && '星期周拜初'.includes(text.charAt(at - 1))) return false;
  const written = text.slice(at, numeral.end);
  if (measure !== undefined) return written !== '一';
  return [...written].length >= 3 || /[万亿]/u.test(written);
}

function isSmall(value: Decimal): boolean {
  return !isLess({ digits: 10n, places: 0 }, value);
}

function precision(text: string, at: number): string {
  const before = text.slice(Math.max(0, at - 3), at);
  const word = BEFORE.find(([expression]) => expression.test(before))?.[1];
  return word === undefined ? '' : `${word} `;
}

function numberReading(
  { end, value, more, arabic }: Numeral,
  measure: Measure | undefined,
  before: string,
  text = '',
): Reading {
  const one = plainText(value) === '1' && !more;
  const noun = measure === undefined ? '' : one ? measure.one : measure.many;
  let last = end + (measure?.zh.length ?? 0);
  let after = '';
  for (const [expression, words] of AFTER) {
    const found = matchAt(expression, text, last);
    if (found === undefined) continue;
    after = ` ${words}`;
    last += found.length;
    break;
  }
  // 30周年: which anniversary, not how many years.
  if (text.startsWith('周年', end)) {
    return {
      type: 'ordinal',
      end: end + 2,
      en: `${englishOrdinal(value)} anniversary`,
      digits: '',
      value: plainText(value),
      plain: false,
    };
  }
  return {
    type: 'number',
    end: last,
    en: `${before}${englishNumber(value)}${noun === '' ? '' : ` ${noun}`}${after}`,
    digits: `${groupedText(value)}${more ? '+' : ''}${measure?.zh ?? ''}`,
    value: plainText(value),
    plain: (arabic && !more) || (isSmall(value) && !more),
  };
}

/** 3倍; 增长了3倍 is four times as much, which readers get wrong most. */
function multiple(text: string, at: number, { end, value, arabic }: Numeral, before: string): Reading {
  const words = `${before}${englishNumber(value)} times`;
  const grown = /(?:增长|增加|提高|扩大|上升)了?(?:近|约|超过?|逾)?$/u.test(
    text.slice(Math.max(0, at - 6), at),
  );
  const more = groupedText({ digits: value.digits + 10n ** BigInt(value.places), places: value.places });
  return {
    type: 'multiple',
    end: end + 1,
    en: grown ? `${words} more (${more} times as much)` : words,
    digits: `${groupedText(value)}倍`,
    value: plainText(value),
    plain: arabic && !grown,
  };
}

/** 二十一世纪, 20世纪90年代. */
function century(text: string, { end, value, arabic }: Numeral): Reading {
  const decade = /^([一二三四五六七八九]十|\d0)年代/u.exec(text.slice(end + 2));
  const tens = decade === null ? undefined : readNumeral(decade[1] ?? '', 0);
  if (decade !== null && tens !== undefined) {
    const years = String((value.digits - 1n) * 100n + tens.value.digits);
    return { type: 'period', end: end + 2 + decade[0].length, en: `the ${years}s`, digits: '', plain: false };
  }
  return {
    type: 'period',
    end: end + 2,
    en: `the ${englishOrdinal(value)} century`,
    digits: '',
    value: plainText(value),
    plain: arabic,
  };
}

function isYear({ value, power, more, end }: Numeral, text: string, at: number): boolean {
  return (
    power === 0 &&
    !more &&
    value.places === 0 &&
    end - at === 4 &&
    /^[1２2一二][\d〇零一二三四五六七八九]/u.test(text.slice(at))
  );
}

function year({ end, value, arabic }: Numeral): Reading {
  return {
    type: 'year',
    end: end + 1,
    en: plainText(value),
    digits: '',
    value: plainText(value),
    plain: arabic,
  };
}

/** 50%至60%. */
function rangeOfPercents(text: string, { end, value }: Numeral): Reading | undefined {
  const to = matchAt(TO, text, end + 1);
  const last = to === undefined ? undefined : readNumeral(text, end + 1 + to.length);
  if (last === undefined || text.charAt(last.end) !== '%') return undefined;
  const words = `${groupedText(value)}–${englishPercent(last.value)}`;
  return { type: 'range', end: last.end + 1, en: words, digits: words, plain: true };
}

/** 3至5年, 30—50万人, 三到五个. */
function range(text: string, { end, value, arabic, more, power }: Numeral): Reading | undefined {
  const to = more ? undefined : matchAt(TO, text, end);
  const last = to === undefined ? undefined : readNumeral(text, end + to.length);
  if (last === undefined || last.more || !isLess(value, last.value)) return undefined;
  const measure = measureAt(text, last.end);
  if (measure === undefined && last.power === 0) return undefined;
  // In 3至5万 both are counted in 万.
  const scaled =
    power === 0 && isLess(value, shifted(last.value, -last.power)) ? shifted(value, last.power) : value;
  const many = measure === undefined || measure.many === '' ? '' : ` ${measure.many}`;
  const [a, b] = [englishNumber(scaled), englishNumber(last.value)];
  const unit = / [a-z]+$/u.exec(b)?.[0] ?? '';
  const from = unit !== '' && a.endsWith(unit) ? a.slice(0, -unit.length) : a;
  return {
    type: 'range',
    end: last.end + (measure?.zh.length ?? 0),
    en: `${from}–${b}${many}`,
    digits: `${groupedText(scaled)}–${groupedText(last.value)}${measure?.zh ?? ''}`,
    plain: arabic && last.arabic,
  };
}
