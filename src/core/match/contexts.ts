import { JOIN } from './matcher-data.ts';

const BAR = JOIN.charCodeAt(0);

/** A list of contexts as rules hold it. */
export function joinContexts(contexts: readonly string[]): string {
  return contexts.length === 0 ? '' : JOIN + contexts.join(JOIN) + JOIN;
}

/** What to look for in a list for a context that begins with a unit, or ends with it. */
export const opening = (unit: number): string => JOIN + String.fromCharCode(unit);
export const closing = (unit: number): string => String.fromCharCode(unit) + JOIN;

/**
 * Whether a context of the list begins at `at`, where `sought` is the {@link opening}
 * of the unit there. The engine's own search for two characters turns nearly every
 * list away.
 */
export function beginsAt(
  list: string,
  sought: string,
  units: Uint16Array,
  at: number,
  length: number,
): boolean {
  for (let bar = list.indexOf(sought); bar >= 0; bar = list.indexOf(sought, bar + 2)) {
    let i = bar + 2;
    let place = at + 1;
    while (list.charCodeAt(i) !== BAR && place < length && list.charCodeAt(i) === units[place]) {
      i++;
      place++;
    }
    if (list.charCodeAt(i) === BAR) return true;
  }
  return false;
}

/** Whether a context of the list ends right before `end`, where `sought` is the {@link closing} of the unit there. */
export function endsAt(list: string, sought: string, units: Uint16Array, end: number): boolean {
  for (let last = list.indexOf(sought); last >= 0; last = list.indexOf(sought, last + 2)) {
    let i = last - 1;
    let place = end - 2;
    while (list.charCodeAt(i) !== BAR && place >= 0 && list.charCodeAt(i) === units[place]) {
      i--;
      place--;
    }
    if (list.charCodeAt(i) === BAR) return true;
  }
  return false;
}
