import type { ToPage } from './messages.ts';

/**
 * Validation of what a page's script receives, by hand: the schema library would
 * be a third of that script. A test holds it against the schemas.
 */
export function isSummarise(message: unknown): message is ToPage {
  return (
    typeof message === 'object' && message !== null && 'type' in message && message.type === 'tifa:summarise'
  );
}
