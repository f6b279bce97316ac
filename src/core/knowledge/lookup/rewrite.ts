import type { BareText } from './query.ts';
import { REGIONAL_WORDS } from './synonyms.ts';

const DIGITS = '零一二三四五六七八九';

/**
 * Other ways of writing a text: in the mainland's vocabulary (网路 → 网络), with Han
 * numerals (4 → 四, 2 → 二 or 两). At most six, the text itself not among them.
 * Linear in its length.
 */
export function rewritings(bare: BareText): BareText[] {
  const texts: BareText[] = [];
  const seen = new Set([bare.text]);
  const add = (rewritten: BareText): void => {
    if (seen.has(rewritten.text) || rewritten.text === '') return;
    seen.add(rewritten.text);
    texts.push(rewritten);
  };
  for (let choice = 0; choice < 2; choice++) add(regional(bare, choice));
  for (const base of [bare, ...texts]) for (const two of '两二') add(numerals(base, two));
  return texts;
}

const BY_FIRST = new Map<string, (readonly [string, ...string[]])[]>();
for (const words of REGIONAL_WORDS) {
  const first = words[0].charAt(0);
  BY_FIRST.set(
    first,
    [...(BY_FIRST.get(first) ?? []), words].sort((a, b) => b[0].length - a[0].length),
  );
}

/** @param choice which of several mainland words */
function regional(bare: BareText, choice: number): BareText {
  return replace(bare, (text, at) => {
    for (const [from, ...to] of BY_FIRST.get(text.charAt(at)) ?? []) {
      if (text.startsWith(from, at)) return { length: from.length, by: to[choice] ?? to[0] ?? from };
    }
    return undefined;
  });
}

function numerals(bare: BareText, two: string): BareText {
  return replace(bare, (text, at) => {
    const figures = /^[0-9]+/u.exec(text.slice(at, at + 3))?.[0] ?? '';
    if (figures === '' || figures.length > 2) {
      return figures === '' ? undefined : { length: figures.length, by: figures };
    }
    return { length: figures.length, by: figures === '2' ? two : numeral(Number(figures)) };
  });
}

/** 0 to 99 as it is read. */
function numeral(number: number): string {
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  if (tens === 0) return DIGITS.charAt(ones);
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${ones === 0 ? '' : DIGITS.charAt(ones)}`;
}

function replace(
  { text, breaks }: BareText,
  find: (text: string, at: number) => { readonly length: number; readonly by: string } | undefined,
): BareText {
  let rewritten = '';
  const breaksAt: number[] = [];
  for (let at = 0; at < text.length;) {
    if (breaks[at] === 1) breaksAt.push(rewritten.length);
    const found = find(text, at);
    if (found === undefined) {
      rewritten += text.charAt(at++);
      continue;
    }
    rewritten += found.by;
    at += found.length;
  }
  const newBreaks = new Uint8Array(rewritten.length);
  for (const at of breaksAt) newBreaks[at] = 1;
  return { text: rewritten, breaks: newBreaks };
}
