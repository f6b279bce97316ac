import { HAN } from './contexts.ts';
import { isAlphanumeric, isLetter } from './unit-kinds.ts';
import { SEPARATORS } from './separators.ts';

const QUOTE = 0x22;
const BETWEEN_MEMBERS = SEPARATORS + '与和及';

/**
 * Where the next member is from `at` on: separators, 与, 和 and 及 are passed over, and quotation marks
 * where both members have theirs.
 */
export function beyondMarks(units: Uint16Array, length: number, at: number, step: 1 | -1): number {
  let to = at;
  let quotes = 0;
  for (; to >= 0 && to < length; to += step) {
    if (units[to] === QUOTE) quotes++;
    else if (!BETWEEN_MEMBERS.includes(String.fromCharCode(units[to]!))) break;
  }
  return quotes % 2 === 0 ? to : at;
}

/** Whether a Latin letter is next beside a mention: right there, or over marks too. */
export function isWord(
  units: Uint16Array,
  length: number,
  place: number,
  step: 1 | -1,
  isRightThere: boolean,
): boolean {
  let at = step < 0 ? place - 1 : place;
  while (!isRightThere && at >= 0 && at < length && units[at]! < HAN && !isAlphanumeric(units[at]!))
    at += step;
  return at >= 0 && at < length && isLetter(units[at]!);
}
