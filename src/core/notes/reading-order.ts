import type { Note } from './note.ts';

/**
 * Orders notes as they would be read: pages by the time of their first note, on each
 * page by the place of the words, notes on the page as a whole first, what has no
 * place last. Does not change `notes`.
 */
export function inReadingOrder(notes: readonly Note[]): Note[] {
  const firstOf = new Map<string, number>();
  for (const { page, created } of notes) {
    const first = firstOf.get(page.canonicalUrl);
    if (first === undefined || created < first) firstOf.set(page.canonicalUrl, created);
  }
  return [...notes].sort(
    (a, b) =>
      (firstOf.get(a.page.canonicalUrl) ?? 0) - (firstOf.get(b.page.canonicalUrl) ?? 0) ||
      compare(a.page.canonicalUrl, b.page.canonicalUrl) ||
      placeOf(a) - placeOf(b) ||
      a.created - b.created ||
      compare(a.id, b.id),
  );
}

/** Where on its page a note is, in units from its beginning; -1 of one on the page, beyond everything of one without a place. */
export function placeOf(note: Note): number {
  if (note.target === 'page') return -1;
  let place = Number.MAX_SAFE_INTEGER;
  for (const selector of note.selectors) {
    if (selector.type !== 'TextPositionSelector') continue;
    if (selector.space === 'folded') return selector.start;
    place = selector.start;
  }
  return place;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
