import { decimal, shifted, sum, type Decimal } from './decimal.ts';

/** A number as it is written, without what it counts. */
export interface Numeral {
  readonly end: number;
  readonly value: Decimal;
  /** Whether 多, 余, 来 or 几 says that it is somewhat more. */
  readonly more: boolean;
  /** Whether it is written without any Chinese numeral or unit. */
  readonly arabic: boolean;
  /** The power of ten of its last unit: 8 of 20.5亿; 0 where it has none. */
  readonly power: number;
}

const DIGITS = '零一二三四五六七八九';
const POWERS: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 };
/** No amount is longer; a bound keeps long runs of digits from being read again at each of them. */
const ARABIC = /\d{1,3}(?:,\d{3}){1,12}(?!\d)(?:\.\d{1,20}(?!\d))?|\d{1,40}(?!\d)(?:\.\d{1,20}(?!\d))?/uy;
const MORE = '多余来几';
const UNITS = /(?:[十百千]?[万亿]|[百千])亿?/uy;
const HAN =
  /[零〇一二两三四五六七八九十百千万亿]{1,40}(?![零〇一二两三四五六七八九十百千万亿])(?:点[零〇一二三四五六七八九]{1,20})?/uy;

/**
 * Reads the number that begins at a place of a text whose digits are ASCII; see
 * {@link asciiDigits}. Knows 50.2万亿, 1亿2000万, 10多亿, 两万五千, 二〇二三.
 *
 * @returns undefined where none begins, or what stands there is no number (万一)
 */
export function readNumeral(text: string, at: number): Numeral | undefined {
  const first = matchAt(ARABIC, text, at);
  return first === undefined ? readHan(text, at) : readArabic(text, at, first);
}

/** Full-width digits, points and percent signs as ASCII ones; every place stays where it is. */
export function asciiDigits(text: string): string {
  return text.replace(/[０-９．％]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
}

function matchAt(expression: RegExp, text: string, at: number): string | undefined {
  expression.lastIndex = at;
  return expression.exec(text)?.[0];
}

function readArabic(text: string, at: number, first: string): Numeral {
  let end = at + first.length;
  let more = false;
  let power = 0;
  let arabic = true;
  let digits: string | undefined = first;
  let total: Decimal = { digits: 0n, places: 0 };
  while (digits !== undefined) {
    const value = decimal(digits);
    // 10多亿, but 10余 is taken back where no unit follows and it stands after the number anyway.
    const vague = MORE.includes(text.charAt(end)) && text.charAt(end) !== '';
    const units = matchAt(UNITS, text, vague ? end + 1 : end);
    if (units === undefined) {
      if (power > 0) {
        // 1亿2000 without a unit is not how the rest of an amount is written.
        end -= digits.length;
        break;
      }
      total = value;
      if (vague) {
        more = true;
        end += 1;
      }
      break;
    }
    const own = [...units].reduce((sumOf, unit) => sumOf + (POWERS[unit] ?? 0), 0);
    if (power > 0 && own >= power) {
      end -= digits.length;
      break;
    }
    arabic = false;
    total = sum(total, shifted(value, own));
    power = own;
    end += units.length + (vague ? 1 : 0);
    more = vague;
    if (!more && MORE.includes(text.charAt(end)) && text.charAt(end) !== '') {
      more = true;
      end += 1;
    }
    digits = more ? undefined : matchAt(ARABIC, text, end);
    if (digits !== undefined) end += digits.length;
  }
  return { end, value: total, more, arabic, power };
}

function readHan(text: string, at: number): Numeral | undefined {
  const run = matchAt(HAN, text, at);
  if (run === undefined) return undefined;
  const [whole = '', part] = run.split('点');
  let end = at + run.length;
  let value = hanValue(whole);
  if (value === undefined) return undefined;
  if (part !== undefined) {
    value = sum(value, shifted(decimal(part.replace(/./gu, digitOf)), -part.length));
  }
  let power = POWERS[run.at(-1) ?? ''] ?? 0;
  let more = false;
  if (part === undefined && MORE.includes(text.charAt(end)) && text.charAt(end) !== '' && power > 0) {
    // 十多亿, 二十余家: more than that many, of the unit if one follows.
    more = true;
    end += 1;
    const units = matchAt(UNITS, text, end);
    if (units !== undefined) {
      power = [...units].reduce((sumOf, unit) => sumOf + (POWERS[unit] ?? 0), 0);
      value = shifted(value, power);
      end += units.length;
    }
  } else if (part !== undefined) {
    // 三点五亿
    const units = matchAt(UNITS, text, end);
    if (units !== undefined) {
      power = [...units].reduce((sumOf, unit) => sumOf + (POWERS[unit] ?? 0), 0);
      value = shifted(value, power);
      end += units.length;
    }
  }
  return { end, value, more, arabic: false, power };
}

function digitOf(character: string): string {
  if (character === '两') return '2';
  if (character === '〇') return '0';
  return String(DIGITS.indexOf(character));
}

/** The value of Han numerals, or undefined where they are none: a unit before any digit (万一), a bare pair (三五). */
function hanValue(run: string): Decimal | undefined {
  if (/^[零〇一二三四五六七八九]+$/u.test(run)) {
    // One digit, or digits one by one as years have them.
    return run.length === 1 || run.length >= 4 ? decimal(run.replace(/./gu, digitOf)) : undefined;
  }
  if (!/^[一二两三四五六七八九十]/u.test(run)) return undefined;
  let total = 0n;
  let section = 0n;
  let digit: bigint | undefined;
  let last = 5;
  for (const character of run) {
    const power = POWERS[character];
    if (power === undefined) {
      if (digit !== undefined && digit !== 0n) return undefined;
      digit = BigInt(digitOf(character));
      continue;
    }
    if (power < 4) {
      if (power >= last && last < 4) return undefined; // 十百
      section += (digit ?? (power === 1 ? 1n : 0n)) * 10n ** BigInt(power);
      last = power;
    } else {
      if (digit !== undefined) section += digit;
      if (section === 0n && total === 0n) return undefined;
      // 万亿 multiplies what is there; 亿 after a section of 万 takes all of it.
      total = power === 8 ? (total + section) * 10n ** 8n : total + section * 10n ** 4n;
      section = 0n;
      last = 5;
    }
    digit = undefined;
  }
  return { digits: total + section + (digit ?? 0n), places: 0 };
}
