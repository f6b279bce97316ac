import { exactTyping, initialElement, type Element, type Typing } from './syllables.ts';

/** More readings of one sort are not kept: real text has two or three at most. */
const MOST = 6;
const LONGEST_SYLLABLE = 6;

/**
 * Every way of reading a run of letters as whole syllables, the longest syllables
 * first; at most six. Linear in the length of the run but for the readings kept.
 */
export function wholeReadings(run: string, { whole }: Typing, most = MOST): Element[][] {
  const readings: Element[][] = [];
  const path: Element[] = [];
  const dead = new Set<number>();
  const walk = (at: number): boolean => {
    if (at === run.length) {
      readings.push([...path]);
      return true;
    }
    if (dead.has(at)) return false;
    let any = false;
    for (let length = LONGEST_SYLLABLE; length > 0 && readings.length < most; length--) {
      if (at + length > run.length) continue;
      const element = whole.get(run.slice(at, at + length));
      if (element === undefined) continue;
      path.push(element);
      if (walk(at + length)) any = true;
      path.pop();
    }
    if (!any && readings.length < most) dead.add(at);
    return any;
  };
  walk(0);
  return readings;
}

/** The same with a last syllable that has only been begun; at most six. */
export function begunReadings(run: string, typing: Typing): Element[][] {
  const readings: Element[][] = [];
  for (let rest = Math.min(LONGEST_SYLLABLE, run.length); rest > 0; rest--) {
    const last = typing.begun.get(run.slice(run.length - rest));
    if (last === undefined) continue;
    for (const head of wholeReadings(run.slice(0, run.length - rest), typing, 3)) {
      if (readings.length < MOST) readings.push([...head, last]);
    }
  }
  return readings;
}

/** A run read as initials only (dghlw, zhgczd); zh, ch, sh are one initial or two. */
export function initialReadings(run: string): Element[][] {
  let readings: Element[][] = [[]];
  let at = 0;
  while (at < run.length) {
    const one = initialElement(run.charAt(at));
    if (one === undefined) return [];
    const pair = /^[zcs]h/u.test(run.slice(at, at + 2)) ? initialElement(run.slice(at, at + 2)) : undefined;
    const h = initialElement('h');
    if (pair === undefined || h === undefined) {
      for (const reading of readings) reading.push(one);
      at++;
    } else {
      const asPair = readings.map((reading) => [...reading, pair]);
      const asTwo = readings.length < MOST ? readings.map((reading) => [...reading, one, h]) : [];
      readings = [...asPair, ...asTwo];
      at += 2;
    }
  }
  return readings;
}

interface Step {
  readonly initials: number;
  readonly elements: number;
  /** How far each best next step reaches, and whether it is an initial. */
  readonly next: readonly { readonly length: number; readonly element: Element; readonly initial: boolean }[];
}

/**
 * A run read partly as syllables, partly as initials (wangluoqg, wlqiangguo), with
 * as few initials as can be; at most six readings, none of initials only.
 */
export function mixedReadings(run: string): Element[][] {
  const { whole, begun } = exactTyping();
  const steps: (Step | undefined)[] = Array.from({ length: run.length + 1 });
  steps[run.length] = { initials: 0, elements: 0, next: [] };
  for (let at = run.length - 1; at >= 0; at--) {
    let best: { initials: number; elements: number; next: Step['next'][number][] } | undefined;
    for (let length = Math.min(LONGEST_SYLLABLE, run.length - at); length > 0; length--) {
      const text = run.slice(at, at + length);
      const rest = steps[at + length];
      if (rest === undefined) continue;
      const syllable = whole.get(text);
      const initial = length === 1 || /^[zcs]h$/u.test(text) ? initialElement(text) : undefined;
      for (const element of [syllable, initial]) {
        if (element === undefined) continue;
        const isInitial = element === initial;
        const initials = rest.initials + (isInitial ? 1 : 0);
        const elements = rest.elements + 1;
        const order = best === undefined ? -1 : initials - best.initials || elements - best.elements;
        if (order < 0) best = { initials, elements, next: [] };
        if (order <= 0) best?.next.push({ length, element, initial: isInitial });
      }
    }
    steps[at] = best;
  }
  const readings: Element[][] = [];
  const walk = (at: number, path: readonly Element[], syllables: number): void => {
    if (readings.length >= MOST) return;
    if (at === run.length) {
      if (syllables > 0) readings.push([...path]);
      return;
    }
    for (const { length, element, initial } of steps[at]?.next ?? []) {
      const end = at + length;
      // The last syllable may be unfinished.
      const last = end === run.length ? (begun.get(run.slice(at, end)) ?? element) : element;
      walk(end, [...path, initial ? element : last], syllables + (initial ? 0 : 1));
    }
  };
  if ((steps[0]?.initials ?? 0) > 0) walk(0, [], 0);
  return readings;
}

/**
 * What a run may have been meant to be if two neighbouring letters were swapped or
 * one was typed too many; runs of up to 24 letters.
 */
export function mendedRuns(run: string): string[] {
  if (run.length < 5 || run.length > 24) return [];
  const mended = new Set<string>();
  for (let i = 0; i < run.length; i++) {
    mended.add(run.slice(0, i) + run.slice(i + 1));
    if (i + 1 < run.length) {
      mended.add(run.slice(0, i) + run.charAt(i + 1) + run.charAt(i) + run.slice(i + 2));
    }
  }
  mended.delete(run);
  return [...mended];
}
