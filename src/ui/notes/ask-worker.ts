import type { Outcome } from '../../core/notes/note-fault.ts';
import { browser } from '../../platform/browser.ts';
import type { NotesRequest } from '../../protocol/notes.ts';

/** Asks the worker about notes, from a page of ours. */
export async function askWorker<T>(request: NotesRequest): Promise<Outcome<T>> {
  try {
    const answer: unknown = await browser.runtime.sendMessage(request);
    if (typeof answer === 'object' && answer !== null && 'ok' in answer) return answer as Outcome<T>;
  } catch {
    // The worker was ended while it answered.
  }
  return { ok: false, fault: 'failed' };
}
