import type { Draft } from '../../core/notes/note-edits.ts';
import { browser } from '../../platform/browser.ts';
import { DraftSchema } from '../../core/notes/note-edits.ts';
import { receive } from '../../protocol/messages.ts';
import type { DraftPlace } from '../../protocol/notes.ts';
import type { NotesRepository } from '../../storage/notes-repository.ts';

const ASIDE = 'draft:';

/**
 * Keeps unfinished notes where it can: in the database, else in extension storage,
 * else in memory, so that what was typed outlives a full disk and a lost database.
 */
export class DraftShelf {
  readonly #repository: NotesRepository;
  readonly #memory = new Map<string, Draft>();

  constructor(repository: NotesRepository) {
    this.#repository = repository;
  }

  async put(draft: Draft): Promise<DraftPlace> {
    try {
      await this.#repository.putDraft(draft);
      await this.#forgetAside(draft.key);
      return 'kept';
    } catch {
      // The next best place.
    }
    try {
      await browser.storage.local.set({ [ASIDE + draft.key]: draft });
      this.#memory.delete(draft.key);
      return 'aside';
    } catch {
      this.#memory.set(draft.key, draft);
      return 'memory';
    }
  }

  async drop(key: string): Promise<void> {
    await this.#forgetAside(key);
    await this.#repository.dropDraft(key);
  }

  /** Lets go of what lies outside the database: the note it was for is kept now. */
  async #forgetAside(key: string): Promise<void> {
    this.#memory.delete(key);
    await browser.storage.local.remove(ASIDE + key).catch(() => undefined);
  }

  async settled(key: string): Promise<void> {
    await this.#forgetAside(key);
  }

  /** Every unfinished note, wherever it is; the newest of each. */
  async all(): Promise<Draft[]> {
    const kept = await this.#repository.drafts().catch((): Draft[] => []);
    const stored = await browser.storage.local.get(null).catch((): Record<string, unknown> => ({}));
    const aside = Object.entries(stored).flatMap(([key, value]) => {
      const draft = key.startsWith(ASIDE) ? receive(DraftSchema, value) : undefined;
      return draft === undefined ? [] : [draft];
    });
    const newest = new Map<string, Draft>();
    for (const draft of [...kept, ...aside, ...this.#memory.values()]) {
      const known = newest.get(draft.key);
      if (known === undefined || known.saved < draft.saved) newest.set(draft.key, draft);
    }
    return [...newest.values()].sort((a, b) => b.saved - a.saved);
  }
}
