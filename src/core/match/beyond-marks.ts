import { SEPARATORS } from './separators.ts';

const QUOTE = 0x22;
const BETWEEN_QUOTES = SEPARATORS + '与和及';

/**
 * Where the next word is from `at` on: separators are passed over, and quotation marks
 * where both words have theirs, with 与, 和 or 及 between them.
 */
export function beyondMarks(units: Uint16Array, length: number, at: number, step: 1 | -1): number {
  let to = at;
  let quotes = 0;
  for (; to >= 0 && to < length; to += step) {
    if (units[to] === QUOTE) quotes++;
    else if (!(quotes > 0 ? BETWEEN_QUOTES : SEPARATORS).includes(String.fromCharCode(units[to]!))) break;
  }
  return quotes % 2 === 0 ? to : at;
}
