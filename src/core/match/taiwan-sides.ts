import { separated } from './head-table.ts';
import { JOIN } from './matcher-data.ts';
import { TAIWAN_FIRSTS, TAIWAN_LASTS } from './taiwan.ts';

/** The units before and after a word in every form that has it; {@link JOIN} at the form's ends. */
export function sidesIn(forms: string, word: string): string {
  let sides = '';
  for (let at = forms.indexOf(word); at >= 0; at = forms.indexOf(word, at + 1))
    sides += (forms[at - 1] ?? JOIN) + forms[at + word.length]!;
  return sides;
}

/**
 * Whether a form with such sides may stand around a word of Taiwan's, which is at `start` to
 * `end` of a text: it has the same units there, or they may be parts of other such words.
 */
export function mayStandBetween(
  sides: string,
  units: Uint16Array,
  start: number,
  end: number,
  length: number,
): boolean {
  const before = start > 0 ? String.fromCharCode(separated(units[start - 1]!)) : JOIN;
  const after = end < length ? String.fromCharCode(separated(units[end]!)) : JOIN;
  const [anyBefore, anyAfter] = [TAIWAN_LASTS.includes(before), TAIWAN_FIRSTS.includes(after)];
  for (let i = 0; i < sides.length; i += 2) {
    if (!anyBefore && sides[i] !== before && sides[i] !== JOIN) continue;
    if (anyAfter || sides[i + 1] === after || sides[i + 1] === JOIN) return true;
  }
  return false;
}

export function standsAt(word: string, units: Uint16Array, at: number): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== units[at + i]) return false;
  return true;
}
