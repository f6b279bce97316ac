import { NoteError } from '../../core/notes/note-fault.ts';
import type { Note } from '../../core/notes/note.ts';
import type { NoteVersion } from '../../core/notes/version.ts';

/** Some of an import, or all of it. */
interface Part {
  readonly notes: readonly Note[];
  readonly versions: readonly NoteVersion[];
}

/**
 * Where the notes of an import wait until all of them are there. A worker that is
 * ended in between forgets them; nothing has been written then, and the sender
 * begins again.
 */
export class ImportRoom {
  readonly #waiting = new Map<string, { readonly notes: Note[]; readonly versions: NoteVersion[] }>();

  /** @throws NoteError where parts sent before are not here */
  add(name: string, before: number, { notes, versions }: Part): number {
    const there = this.#waiting.get(name);
    // From the beginning again, where notes were sent before.
    const waiting =
      there === undefined || (before === 0 && there.notes.length > 0) ? { notes: [], versions: [] } : there;
    if (waiting.notes.length !== before) throw new NoteError('failed');
    waiting.notes.push(...notes);
    waiting.versions.push(...versions);
    // One import at a time.
    this.#waiting.clear();
    this.#waiting.set(name, waiting);
    return waiting.notes.length;
  }

  /** All that waits under a name, which is free again. @throws NoteError where it is not all here */
  take(name: string, count: number): Part {
    const waiting = this.#waiting.get(name) ?? { notes: [], versions: [] };
    if (waiting.notes.length !== count) throw new NoteError('failed');
    this.#waiting.delete(name);
    return waiting;
  }
}
