import type { Note } from '../../core/notes/note.ts';
import { NoteError } from '../../core/notes/note-fault.ts';

/**
 * Where the notes of an import wait until all of them are there. A worker that is
 * ended in between forgets them; nothing has been written then, and the sender
 * begins again.
 */
export class ImportRoom {
  readonly #waiting = new Map<string, Note[]>();

  /** @throws NoteError where parts sent before are not here */
  add(name: string, before: number, notes: readonly Note[]): number {
    const waiting = before === 0 ? [] : (this.#waiting.get(name) ?? []);
    if (waiting.length !== before) throw new NoteError('failed');
    waiting.push(...notes);
    // One import at a time.
    this.#waiting.clear();
    this.#waiting.set(name, waiting);
    return waiting.length;
  }

  /** All that waits under a name, which is free again. @throws NoteError where it is not all here */
  take(name: string, count: number): readonly Note[] {
    const waiting = this.#waiting.get(name) ?? [];
    if (waiting.length !== count) throw new NoteError('failed');
    this.#waiting.delete(name);
    return waiting;
  }
}
