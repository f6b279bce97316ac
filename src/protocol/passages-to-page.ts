/**
 * Messages about passages to a page's script, from the panel, and what the page says
 * to the panel; checked by hand, since the script must not carry the schema library.
 */
import type { PassagesAnswer, PassagesFound } from './passages.ts';
import { typeOf } from './type-of.ts';

export type PassagesToPage =
  /** What does this page share with the sources? Answer: {@link PagePassages}. */
  | { readonly type: 'tifa:passages-on-page/state' }
  /** Scroll to units of the text of {@link PagePassages}. Answer: whether they are there. */
  | { readonly type: 'tifa:passages-on-page/go'; readonly start: number; readonly end: number };

export type PagePassages =
  /** Tifa is off for the page. */
  | { readonly state: 'off' }
  /** The worker did not answer, or the page changes faster than it can be read. */
  | { readonly state: 'failed' }
  | {
      readonly state: 'done';
      /** The article's blocks, joined by "\n". */
      readonly text: string;
      readonly found: PassagesFound;
    };

/** Page → panel: what the page shares may have changed. Said to all our pages, answered by none. */
export const PASSAGES_CHANGED = 'tifa:passages-changed';

/** Whether a message is one about passages, whatever else is in it. */
export function isAboutPassages(message: unknown): boolean {
  return typeOf(message).startsWith('tifa:passages-on-page/');
}

/** The message if it is one of these. */
export function passagesToPage(message: unknown): PassagesToPage | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  switch (typeOf(message)) {
    case 'tifa:passages-on-page/state':
      return { type: 'tifa:passages-on-page/state' };
    case 'tifa:passages-on-page/go': {
      if (!('start' in message) || !('end' in message)) return undefined;
      const { start, end } = message;
      if (!isUnit(start) || !isUnit(end)) return undefined;
      return { type: 'tifa:passages-on-page/go', start, end };
    }
    default:
      return undefined;
  }
}

/** Whether an answer of our own worker has passages in it: its outline is enough. */
export function isFound(answer: unknown): answer is PassagesFound {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'state' in answer &&
    (answer.state as PassagesAnswer['state']) === 'done' &&
    'passages' in answer &&
    Array.isArray(answer.passages)
  );
}

function isUnit(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
