import type { Outcome } from '../../core/notes/note-fault.ts';
import { extensionAlive, sendToBackground } from '../../platform/content-api.ts';
import type { NotesFromPage } from '../../protocol/notes.ts';

/** Asks the worker about notes. Where nobody answers, the extension was updated, or has failed. */
export async function ask<T>(question: NotesFromPage): Promise<Outcome<T>> {
  const answer = await sendToBackground(question);
  if (typeof answer === 'object' && answer !== null && 'ok' in answer) return answer as Outcome<T>;
  return { ok: false, fault: extensionAlive() ? 'failed' : 'updated' };
}
