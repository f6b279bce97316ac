import { englishOrdinal } from './english.ts';
import type { Reading } from './figure.ts';
import { readNumeral } from './numeral.ts';
import { plainText } from './decimal.ts';

/** Numbers that are names, or parts of one, and follow a rule. */

const HAN = '一二三四五六七八九';
/** Five-year plans: two of the fifties, then every five years from 1966. */
const EARLY_PLANS: Readonly<Record<number, string>> = { 1: '1953–1957', 2: '1958–1962' };
/** The party's congress has met every five years since the twelfth, of 1982. */
const CONGRESS = { first: 12, year: 1982 };

const PLAN = /(十?[一二三四五六七八九]|十)五(?=规划|计划|时期|期间|”|」|’|$)/uy;
/** 十四五 also means “fourteen or fifteen” before something counted: 十四五岁. */
const QUOTED_PLAN = /[“「‘](十?[一二三四五六七八九]|十)五[”」’]/uy;
const CONGRESS_NAME = /(十[二三四五六七八九]?|二十[一二三四五六七八九]?)大(?![型小中批量幅])/uy;
const PLENUM = /(?:第)?([一二三四五六七八九十]+|\d+)届([一二三四五六七八九])中全会/uy;
const BORN_IN = /([05-9]0|1[05])后(?!来|续|面|期|方|果)/uy;
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/两会(?!议)/uy, 'the Two Sessions (annual meetings of the NPC and the CPPCC)'],
  [/三农/uy, 'agriculture, rural areas and farmers'],
];

/** A number that is a name, such as 十四五, 二十大, 90后, 两会, beginning at a place of the text. */
export function readNamed(text: string, at: number): Reading | undefined {
  return plan(text, at) ?? plenum(text, at) ?? congress(text, at) ?? bornIn(text, at) ?? name(text, at);
}

function match(expression: RegExp, text: string, at: number): RegExpExecArray | undefined {
  expression.lastIndex = at;
  return expression.exec(text) ?? undefined;
}

/** The value of a numeral of at most two digits, or 0. */
function small(numeral: string): number {
  const read = readNumeral(numeral, 0);
  return read?.end === numeral.length ? Number(plainText(read.value)) : 0;
}

function reading(type: Reading['type'], end: number, en: string): Reading {
  return { type, end, en, digits: '', plain: false };
}

function plan(text: string, at: number): Reading | undefined {
  if (at > 0 && `${HAN}十百千万亿第`.includes(text.charAt(at - 1))) return undefined;
  const quoted = at > 0 ? match(QUOTED_PLAN, text, at - 1) : undefined;
  const found = quoted ?? match(PLAN, text, at);
  const number = small(found?.[1] ?? '');
  if (found === undefined || number === 0) return undefined;
  // 三五, and 十五 which is also fifteen, are plans only where they are quoted or named as such.
  const end = quoted === undefined ? at + found[0].length : at + found[0].length - 2;
  if (quoted === undefined && number < 11 && end === text.length) return undefined;
  const first = 2021 + (number - 14) * 5;
  const years = EARLY_PLANS[number] ?? `${String(first)}–${String(first + 4)}`;
  const ordinal = englishOrdinal({ digits: BigInt(number), places: 0 });
  return reading('period', end, `the ${ordinal} Five-Year Plan (${years})`);
}

function congress(text: string, at: number): Reading | undefined {
  const found = match(CONGRESS_NAME, text, at);
  const number = small(found?.[1] ?? '');
  if (found === undefined || number < CONGRESS.first) return undefined;
  const year = CONGRESS.year + (number - CONGRESS.first) * 5;
  const ordinal = englishOrdinal({ digits: BigInt(number), places: 0 });
  return reading(
    'name',
    at + found[0].length,
    `the ${ordinal} National Congress of the CPC (${String(year)})`,
  );
}

function plenum(text: string, at: number): Reading | undefined {
  const found = match(PLENUM, text, at);
  if (found === undefined) return undefined;
  const [whole, committee = '', session = ''] = found;
  const ordinals = [small(session), small(committee)].map((number) =>
    englishOrdinal({ digits: BigInt(number), places: 0 }),
  );
  const en = `the ${ordinals[0] ?? ''} plenary session of the ${ordinals[1] ?? ''} CPC Central Committee`;
  return reading('name', at + whole.length, en);
}

function bornIn(text: string, at: number): Reading | undefined {
  if (/[\d.,]/u.test(text.charAt(at - 1))) return undefined;
  const found = match(BORN_IN, text, at);
  if (found === undefined) return undefined;
  const [whole, years = ''] = found;
  const since = Number(years) >= 50 ? `19${years}` : `20${years}`;
  const en = since.endsWith('0') ? `people born in the ${since}s` : `people born since ${since}`;
  return reading('name', at + whole.length, en);
}

function name(text: string, at: number): Reading | undefined {
  for (const [expression, en] of NAMES) {
    const found = match(expression, text, at);
    if (found !== undefined) return reading('name', at + found[0].length, en);
  }
  return undefined;
}
