import type { CardContent } from '../core/knowledge/card-content.ts';
import type { Names } from '../core/match/matcher-data.ts';
import type { ToPage } from './messages.ts';

/**
 * The message if a page's script is meant by it. Validated by hand: the schema
 * library would be a third of that script. A test holds it against the schemas.
 */
export function toPage(message: unknown): ToPage | undefined {
  if (typeof message !== 'object' || message === null || !('type' in message)) return undefined;
  switch (message.type) {
    case 'tifa:summarise':
    case 'tifa:open-current':
    case 'tifa:selection':
    case 'tifa:leave':
    case 'tifa:ask-again':
      return { type: message.type };
    case 'tifa:step':
      if (!('by' in message) || (message.by !== 1 && message.by !== -1)) return undefined;
      if (!('more' in message) || typeof message.more !== 'boolean') return undefined;
      if (!('enter' in message) || typeof message.enter !== 'boolean') return undefined;
      return { type: message.type, by: message.by, more: message.more, enter: message.enter };
    case 'tifa:jump':
    case 'tifa:open-at-selection':
      if (!('id' in message) || typeof message.id !== 'string') return undefined;
      return { type: message.type, id: message.id };
    default:
      return undefined;
  }
}

/** Whether an answer is the names of entries: from our own worker, too. */
export function isNames(answer: unknown): answer is Names {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'ids' in answer &&
    typeof answer.ids === 'string' &&
    'senses' in answer &&
    Array.isArray(answer.senses)
  );
}

/** Whether an answer is a card's content: from our own worker, so its outline is enough. */
export function isCardContent(answer: unknown): answer is CardContent {
  return (
    typeof answer === 'object' &&
    answer !== null &&
    'id' in answer &&
    'quotations' in answer &&
    Array.isArray(answer.quotations)
  );
}
