import { NOTES_MARK, notesMark } from '../../core/notes/note-settings.ts';
import { browser } from '../../platform/browser.ts';
import { askToPersist, storageState } from '../../platform/storage-state.ts';
import type { NotesState } from '../../protocol/notes.ts';
import type { NotesRepository } from '../../storage/notes-repository.ts';

/** Says in extension storage that notes or drafts have changed; every page and window hears of it. */
export async function markChanged(repository: NotesRepository): Promise<void> {
  const stored = (await browser.storage.local.get(NOTES_MARK))[NOTES_MARK];
  const before = notesMark(stored);
  // Once there were some, a page asks: a tombstone needs no page, but a mark too many costs nothing.
  const any = before.any || !(await repository.isEmpty());
  if (any && !before.any) void askToPersist();
  await browser.storage.local.set({
    [NOTES_MARK]: { any, changed: Math.max(before.changed + 1, Date.now()) },
  });
}

export async function notesState(repository: NotesRepository, notes: number): Promise<NotesState> {
  const stored = (await browser.storage.local.get(NOTES_MARK))[NOTES_MARK];
  const lost = notesMark(stored).any && (await repository.isUntouched());
  return { notes, lost, ...(await storageState()) };
}
