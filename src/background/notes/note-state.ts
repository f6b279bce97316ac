import { NOTES_MARK, notesMark } from '../../core/notes/note-settings.ts';
import { browser } from '../../platform/browser.ts';
import { askToPersist, storageState } from '../../platform/storage-state.ts';
import type { NotesState } from '../../protocol/notes.ts';
import type { NotesRepository } from '../../storage/notes-repository.ts';

/**
 * Where extension storage, which outlives a deleted database, says which database the
 * notes were in, and whether the reader is still to be told that one is gone.
 */
const DATABASE_KEY = 'notes-database';

interface KnownDatabase {
  /** See {@link NotesRepository.device}. */
  readonly device?: string;
  readonly lost: boolean;
}

/** Says in extension storage that notes or drafts have changed; every page and window hears of it. */
export async function markChanged(repository: NotesRepository): Promise<void> {
  const stored = await browser.storage.local.get([NOTES_MARK, DATABASE_KEY]);
  const before = notesMark(stored[NOTES_MARK]);
  // Once there were some, a page asks: a tombstone needs no page, but a mark too many costs nothing.
  const any = before.any || !(await repository.isEmpty());
  if (any && !before.any) void askToPersist();
  const known = knownDatabase(stored[DATABASE_KEY]);
  const device = await repository.device();
  if (device !== undefined && device !== known.device) {
    const now: KnownDatabase = { device, lost: isLost(known, device) };
    await browser.storage.local.set({ [DATABASE_KEY]: now });
  }
  await browser.storage.local.set({
    [NOTES_MARK]: { any, changed: Math.max(before.changed + 1, Date.now()) },
  });
}

export async function notesState(repository: NotesRepository, notes: number): Promise<NotesState> {
  const known = knownDatabase((await browser.storage.local.get(DATABASE_KEY))[DATABASE_KEY]);
  return { notes, lost: isLost(known, await repository.device()), ...(await storageState()) };
}

/** The reader has been told that the notes of a database are gone. */
export async function lossSeen(repository: NotesRepository): Promise<void> {
  const device = await repository.device();
  const now: KnownDatabase = { ...(device === undefined ? {} : { device }), lost: false };
  await browser.storage.local.set({ [DATABASE_KEY]: now });
}

function isLost({ device: before, lost }: KnownDatabase, device: string | undefined): boolean {
  return lost || (before !== undefined && before !== device);
}

function knownDatabase(value: unknown): KnownDatabase {
  const { device, lost } = (
    typeof value === 'object' && value !== null ? value : {}
  ) as Partial<KnownDatabase>;
  return { ...(typeof device === 'string' ? { device } : {}), lost: lost === true };
}
