import type { Passage } from './passage.ts';

/** A stretch of an article, and how it stands to the sources. */
export interface ArticlePart {
  readonly start: number;
  readonly end: number;
  readonly as: Passage['class'] | 'new';
}

export interface Shares {
  /** Characters, white space not counted. */
  readonly total: number;
  readonly verbatim: number;
  readonly adapted: number;
  readonly fresh: number;
  /** The source that most characters are shared with first. */
  readonly bySource: readonly { readonly source: string; readonly count: number }[];
}

/** An article from top to bottom: passages, and what lies between them. Linear in the passages. */
export function articleParts(text: string, passages: readonly Passage[]): ArticlePart[] {
  const parts: ArticlePart[] = [];
  const add = (start: number, end: number, as: ArticlePart['as']): void => {
    if (end <= start || text.slice(start, end).trim() === '') return;
    parts.push({ start, end, as });
  };
  let at = 0;
  for (const { start, end, class: as } of passages) {
    add(at, start, 'new');
    add(Math.max(at, start), end, as);
    at = Math.max(at, end);
  }
  add(at, text.length, 'new');
  return parts;
}

/** How much of an article is the same, adapted and new, and with which sources it is shared. */
export function sharesOf(text: string, passages: readonly Passage[]): Shares {
  const counts = { verbatim: 0, adapted: 0, new: 0 };
  for (const { start, end, as } of articleParts(text, passages)) counts[as] += charactersIn(text, start, end);
  const bySource = new Map<string, number>();
  for (const { source, start, end } of passages) {
    bySource.set(source, (bySource.get(source) ?? 0) + charactersIn(text, start, end));
  }
  const { verbatim, adapted, new: fresh } = counts;
  return {
    total: verbatim + adapted + fresh,
    verbatim,
    adapted,
    fresh,
    bySource: [...bySource]
      .map(([source, count]) => ({ source, count }))
      .sort((a, b) => b.count - a.count || (a.source < b.source ? -1 : 1)),
  };
}

/**
 * Parts of a whole as whole percentages that add up to 100: the largest remainders are
 * rounded up. What is there at all is at least 1.
 */
export function percentages(parts: readonly number[]): number[] {
  const total = parts.reduce((sum, part) => sum + part, 0);
  if (total === 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part / total) * 100);
  const whole = exact.map((value) => (value > 0 ? Math.max(1, Math.floor(value)) : 0));
  const left = 100 - whole.reduce((sum, value) => sum + value, 0);
  const order = exact
    .map((value, i) => ({ i, rest: value - (whole[i] ?? 0) }))
    .sort((a, b) => b.rest - a.rest);
  const most = whole.indexOf(Math.max(...whole));
  if (left < 0) whole[most]! += left;
  for (let n = 0; n < left; n++) whole[order[n % order.length]!.i]!++;
  return whole;
}

function charactersIn(text: string, start: number, end: number): number {
  return text.slice(start, end).replace(/\s+/gu, '').length;
}
