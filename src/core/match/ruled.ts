import { JOIN } from './matcher-data.ts';

/** An entry's own rule. */
const OWN = '!';
/** Codes of rules that several entries have begin here; none is written as a backslash or {@link JOIN}. */
const FIRST = 0x30;

/**
 * Which rules each entry has, written down: a character for each that it shares with others, and a
 * mark for its own. Rules that several entries have come first, then the others in the order of the entries.
 *
 * @param shared how many rules come first
 */
export function writeRuled(ruled: readonly (readonly number[])[], shared: number): string {
  return ruled
    .map((rules) => rules.map((rule) => (rule < shared ? String.fromCharCode(codeOf(rule)) : OWN)).join(''))
    .join(JOIN);
}

/** The indices of each entry's rules. */
export function readRuled(text: string): number[][] {
  let own = 0;
  let most = -1;
  const ruled = text.split(JOIN).map((rules) =>
    Array.from(rules, (character) => {
      if (character === OWN) return -1;
      let rule = character.charCodeAt(0) - FIRST;
      if (rule > 0x5c - FIRST) rule--;
      if (rule >= 0x7c - FIRST) rule--;
      most = Math.max(most, rule);
      return rule;
    }),
  );
  for (const rules of ruled) {
    const at = rules.indexOf(-1);
    if (at >= 0) rules[at] = most + 1 + own++;
  }
  return ruled;
}

function codeOf(rule: number): number {
  let code = FIRST + rule;
  if (code >= 0x5c) code++;
  if (code >= 0x7c) code++;
  return code;
}
