import { HAN } from './contexts.ts';
import { isAlphanumeric } from './unit-kinds.ts';

const SPACE = 0x20;
/** So many characters have the names beside which those of two get a space. */
const NAME = 3;
/** What persons are called beside their names, two characters each. */
const TITLES = '主任 书记 委员 常委 主席 总理 部长 局长 员长 同志';

/**
 * Whether a name of two characters with something between is one with a space, as lists of names have it to
 * line up with the others (蔡 奇、丁薛祥): it is all there is, or beside it is a mark, an office or another
 * name, and no other Han character.
 *
 * @param start where the name begins, in folded units, and `end` where it ends
 */
export function isSpacedName(units: Uint16Array, length: number, start: number, end: number): boolean {
  if (units[start + 1] !== SPACE) return false;
  if (start === 0 && end === length) return true;
  const before = speaksForName(units, length, start - 1, -1);
  const after = speaksForName(units, length, end, 1);
  return before !== false && after !== false && (before === true || after === true);
}

/** Whether what is on one side speaks for a name or against it; undefined where it does neither. */
function speaksForName(units: Uint16Array, length: number, at: number, step: 1 | -1): boolean | undefined {
  if (at < 0 || at >= length) return undefined;
  const unit = units[at]!;
  if (unit >= HAN) {
    const [first, second] = step < 0 ? [units[at - 1], unit] : [unit, units[at + 1]];
    return TITLES.includes(String.fromCharCode(first ?? 0, second ?? 0));
  }
  if (unit !== SPACE) return isAlphanumeric(unit) ? undefined : true;
  let to = at + step;
  while (to >= 0 && to < length && units[to]! >= HAN) to += step;
  return (to - at) * step - 1 === NAME ? true : undefined;
}
