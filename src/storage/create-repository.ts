import { Connection } from './connection.ts';
import { openDatabase } from './database.ts';
import { NotesRepository } from './notes-repository.ts';
import { BROWSER_SURROUNDINGS } from './stamps.ts';

/** The reader's notes. Nothing is opened before the first question. */
export function createNotesRepository(): NotesRepository {
  return new NotesRepository(new Connection(() => openDatabase()), BROWSER_SURROUNDINGS);
}
