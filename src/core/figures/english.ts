import { groupedText, isLess, plainText, shifted, type Decimal } from './decimal.ts';

const SCALES = [
  [12, 'trillion'],
  [9, 'billion'],
  [6, 'million'],
] as const;

/** More decimals than this are harder to read than the digits themselves. */
const MOST_PLACES = 3;

/** A number as English writes it: 2.05 billion, 31,000, 41.5. */
export function englishNumber(value: Decimal): string {
  for (const [power, name] of SCALES) {
    if (isLess(value, { digits: 10n ** BigInt(power), places: 0 })) continue;
    const scaled = shifted(value, -power);
    if (scaled.places > MOST_PLACES) break;
    return `${groupedText(scaled)} ${name}`;
  }
  return groupedText(value);
}

/** 1st, 2nd, 3rd, 4th, 11th, 21st … */
export function englishOrdinal(value: Decimal): string {
  const digits = plainText(value);
  const teen = /1\d$/u.test(digits);
  const ending = teen ? 'th' : ({ 1: 'st', 2: 'nd', 3: 'rd' }[digits.slice(-1)] ?? 'th');
  return `${groupedText(value)}${ending}`;
}

/** A percentage without its sign's space: 10%, 0.3%. */
export function englishPercent(value: Decimal): string {
  return `${groupedText(value)}%`;
}
