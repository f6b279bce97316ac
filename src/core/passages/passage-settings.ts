/** The key of local storage that says whether passages are marked: false where not, absent where they are. */
export const PASSAGES_KEY = 'passages';

/** Whether the reader wants passages marked in pages, from what storage holds under {@link PASSAGES_KEY}. */
export function passagesWanted(stored: unknown): boolean {
  return stored !== false;
}

/** UTF-16 units of a page that are read; a page cuts its text here before it sends it. */
export const LONGEST_PAGE = 300_000;
