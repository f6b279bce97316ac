import type { CardContent } from '../../core/knowledge/card-content.ts';
import { sendToBackground } from '../../platform/content-api.ts';
import type { ToBackground } from '../../protocol/messages.ts';
import { isCardContent } from '../../protocol/to-page.ts';

/** What a term's card shows; undefined where nobody answers. */
export async function fetchContent(id: string): Promise<CardContent | undefined> {
  const question: ToBackground = { type: 'tifa:card', id };
  const answer = await sendToBackground(question);
  return isCardContent(answer) ? answer : undefined;
}
