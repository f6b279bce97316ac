/** Writes numbers the ways in which the figures of a text are read; written apart from what reads them. */

const DIGITS = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];

/** Han numerals: 25000 → 两万五千 without 两: 二万五千. */
export function hanNumeral(number: bigint): string {
  const groups: number[] = [];
  for (let rest = number; rest > 0n; rest /= 10_000n) groups.push(Number(rest % 10_000n));
  const [low = 0, tenThousands = 0, hundredMillions = 0, trillions = 0] = groups;
  const high = trillions * 10_000 + hundredMillions;
  const upper = high === 0 ? '' : `${pair(trillions, hundredMillions)}亿`;
  const rest = pair(tenThousands, low);
  if (upper === '') return rest.replace(/^一十/u, '十');
  if (rest === '') return upper.replace(/^一十/u, '十');
  return `${upper}${tenThousands < 1000 ? '零' : ''}${rest}`.replace(/^一十/u, '十');
}

function pair(tenThousands: number, low: number): string {
  if (tenThousands === 0) return group(low);
  const zero = low > 0 && low < 1000 ? '零' : '';
  return `${group(tenThousands)}万${zero}${group(low)}`;
}

function group(number: number): string {
  let text = '';
  let gap = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(number / 10 ** power) % 10;
    if (digit === 0) {
      gap = text !== '';
      continue;
    }
    text += `${gap ? '零' : ''}${DIGITS[digit] ?? ''}${UNITS[power] ?? ''}`;
    gap = false;
  }
  return text;
}

const POWERS: Readonly<Record<string, number>> = { '': 0, 万: 4, 亿: 8, 万亿: 12 };

/** Digits with a unit, and the value in plain digits. */
export function arabicAmount(
  number: bigint,
  unit: string,
  places: number,
): { readonly text: string; readonly value: string } {
  const digits = String(number).padStart(places + 1, '0');
  const whole = places === 0 ? digits : digits.slice(0, -places);
  const part = places === 0 ? '' : digits.slice(-places);
  const power = POWERS[unit] ?? 0;
  const moved = `${whole}${part.padEnd(power, '0').slice(0, power)}`.replace(/^0+(?=\d)/u, '');
  const left = part.slice(power).replace(/0+$/u, '');
  return {
    text: `${whole}${part === '' ? '' : `.${part}`}${unit}`,
    value: left === '' ? moved : `${moved}.${left}`,
  };
}

/** The value of English words as the figures have them: 2.05 billion yuan. */
export function fromEnglish(words: string): bigint {
  const found = /^([\d,]+)(?:\.(\d+))?(?: (million|billion|trillion))?/u.exec(words);
  if (found === null) throw new Error(`no number: ${words}`);
  const [, whole = '', part = '', scale = ''] = found;
  const power = { million: 6, billion: 9, trillion: 12 }[scale] ?? 0;
  return BigInt(whole.replaceAll(',', '') + part.padEnd(power, '0'));
}
