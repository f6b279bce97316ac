/**
 * What opens the card of a term on a page, beside the keyboard: the pointer's rest and
 * clicks, clicks, or only clicks with Alt held. A tap opens it in any case, and on links
 * and buttons Alt is held in any case.
 */
export const OPENINGS = ['rest', 'click', 'alt'] as const;

export type Opening = (typeof OPENINGS)[number];

/** The key of local storage that holds an {@link Opening}; absent while it is the first. */
export const OPENING_KEY = 'card-opens';

export function readOpening(stored: unknown): Opening {
  return stored === 'click' || stored === 'alt' ? stored : 'rest';
}
