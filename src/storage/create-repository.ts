import { onceASession } from '../platform/once-a-session.ts';
import { Connection } from './connection.ts';
import { isUpToDate, openDatabase } from './database.ts';
import { beginFreshLog } from './fresh-log.ts';
import { NotesRepository } from './notes-repository.ts';
import { BROWSER_SURROUNDINGS } from './stamps.ts';

/** The reader's notes. Nothing is opened before the first question. */
export function createNotesRepository(): NotesRepository {
  // Firefox keeps its databases in SQLite, which has no such need.
  const first = import.meta.env.FIREFOX
    ? undefined
    : {
        beforeWriting: () => onceASession('fresh-log', () => beginFreshLog(indexedDB)),
        opensWithoutWriting: () => isUpToDate(indexedDB),
      };
  return new NotesRepository(new Connection(() => openDatabase(), first), BROWSER_SURROUNDINGS);
}
