import { LOOK_KEY } from '../core/look.ts';
import { onLocalChanged, sendToBackground } from '../platform/content-api.ts';
import type { ToBackground } from '../protocol/messages.ts';

/**
 * Has this frame's marks look as the reader chose. A reader who chose nothing costs
 * nothing: the extension's own style sheet is there already.
 *
 * @param chosen what storage holds under {@link LOOK_KEY}
 */
export function dress(chosen: unknown, signal: AbortSignal): void {
  const ask = (before: unknown, after: unknown): void => {
    const request: ToBackground = { type: 'tifa:dress', before, after };
    void sendToBackground(request);
  };
  if (chosen !== undefined) ask(undefined, chosen);
  onLocalChanged((changes) => {
    const change = changes[LOOK_KEY];
    if (change !== undefined) ask(change.oldValue, change.newValue);
  }, signal);
}
