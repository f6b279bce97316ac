import type { Resolution } from '../../../src/core/anchor/resolve.ts';

/** A note on some words of a page, what became of the page, and what must become of the note. */
export interface PageHasChanged {
  readonly name: string;
  /** The page as the note was taken, blocks joined by "\n"; the article of the table if left out. */
  readonly page?: string;
  /** The words, and which of several places (from 0). */
  readonly quote: string;
  readonly nth?: number;
  readonly change: (page: string) => string;
  readonly state: Resolution['state'];
  /** What the anchor must be on, if not the words themselves, and which of several places. */
  readonly on?: string;
  readonly onNth?: number;
}

/** Replaces the first of each; a part that is not there is a mistake in the table. */
export function edit(...pairs: readonly (readonly [from: string, to: string])[]): (page: string) => string {
  return (page) => {
    let changed = page;
    for (const [from, to] of pairs) {
      if (!changed.includes(from)) throw new Error(`the page has no “${from}”`);
      changed = changed.replace(from, () => to);
    }
    return changed;
  };
}

/** The blocks in another order, by their old numbers. */
export function order(...numbers: readonly number[]): (page: string) => string {
  return (page) => {
    const blocks = page.split('\n');
    return numbers.map((n) => blocks[n] ?? '').join('\n');
  };
}

export function chain(...changes: readonly ((page: string) => string)[]): (page: string) => string {
  return (page) => changes.reduce((changed, change) => change(changed), page);
}

/** Where the nth `part` stands. */
export function placeOf(text: string, part: string, nth = 0): number {
  let at = text.indexOf(part);
  for (let i = 0; i < nth && at >= 0; i++) at = text.indexOf(part, at + 1);
  if (at < 0) throw new Error(`the page has no “${part}” (${String(nth)})`);
  return at;
}
