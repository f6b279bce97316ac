import type { CardContent } from '../../core/knowledge/card-content.ts';
import { sendToBackground } from '../../platform/content-api.ts';
import type { ToBackground } from '../../protocol/messages.ts';
import { isCardContent } from '../../protocol/to-page.ts';
import type { CardActions } from '../../ui/card/card-types.ts';
import { providedCardView, type CardView } from '../../ui/card/card-view.ts';

/** The card's script, loaded into the frame when it is first needed. */
export class ViewLoader {
  readonly #actions: CardActions;
  readonly #signal: AbortSignal;
  #view: CardView | undefined;

  constructor(actions: CardActions, signal: AbortSignal) {
    this.#actions = actions;
    this.#signal = signal;
  }

  /** The view if it has been loaded. */
  get view(): CardView | undefined {
    return this.#view;
  }

  /** The view; undefined where it cannot be had. */
  async load(): Promise<CardView | undefined> {
    if (this.#view !== undefined) return this.#view;
    if (providedCardView() === undefined) {
      const request: ToBackground = { type: 'tifa:load-card' };
      await sendToBackground(request);
    }
    const create = providedCardView();
    if (create === undefined || this.#signal.aborted) return undefined;
    return (this.#view ??= create(this.#actions));
  }
}

/** What a term's card shows; undefined where nobody answers. */
export async function fetchContent(id: string): Promise<CardContent | undefined> {
  const question: ToBackground = { type: 'tifa:card', id };
  const answer = await sendToBackground(question);
  return isCardContent(answer) ? answer : undefined;
}
