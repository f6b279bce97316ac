import type { Matcher } from '../core/match/matcher.ts';
import type { Names } from '../core/match/matcher-data.ts';
import { sendToBackground } from '../platform/content-api.ts';
import type { ToBackground } from '../protocol/messages.ts';
import { isNames } from '../protocol/to-page.ts';

/**
 * What the matcher's entries are called. Finding and marking terms needs none of it, so
 * the page's script does not carry it, and asks the worker when a card, a summary, notes
 * or what the reader objected to need it (docs/decisions/0185).
 */
export class EntryNames {
  #answer: Promise<Names | undefined> | undefined;

  /** Asks for them, once; again where nobody answered. */
  ask(): Promise<Names | undefined> {
    return (this.#answer ??= this.#ask());
  }

  /** Has a matcher know them. False where they cannot be had. */
  async give(matcher: Matcher): Promise<boolean> {
    if (matcher.isNamed) return true;
    const names = await this.ask();
    if (names === undefined) this.#answer = undefined;
    else matcher.name(names);
    return names !== undefined;
  }

  async #ask(): Promise<Names | undefined> {
    const question: ToBackground = { type: 'tifa:names' };
    const answer = await sendToBackground(question);
    return isNames(answer) ? answer : undefined;
  }
}
