import type { Line } from './lines.ts';

/** Links to the article's other pages stand so few lines after it. */
const NEAR = 8;

const ADJACENT = /[上下前后後]一?[页頁]/u;
/** What stands in a line of links to pages. */
const PAGE_WORDS = /[首尾末]?[页頁]|[上下前后後]一?[页頁]|[共第]|\d{1,3}|[^\p{L}\p{N}]/gu;

/**
 * Whether a line links to other pages of an article: the page before or after it by name, or
 * a row of numbers that begins with 1. Lines with anything else in them do not.
 */
function linksPages({ text, linked }: { readonly text: string; readonly linked: number }): boolean {
  if (linked === 0 || text.length > 80 || text.replace(PAGE_WORDS, '') !== '') return false;
  if (ADJACENT.test(text)) return true;
  const numbers = text.match(/\d+/gu)?.map(Number) ?? [];
  return numbers.length > 1 && numbers.every((number, i) => number === i + 1);
}

/** Whether links to other pages stand in the article or right after it. */
export function goesOn<N>(lines: readonly Line<N>[], inBody: (block: N) => boolean): boolean {
  const first = lines.findIndex(({ element }) => inBody(element));
  const last = lines.findLastIndex(({ element }) => inBody(element));
  return first >= 0 && lines.slice(first, last + 1 + NEAR).some(linksPages);
}
