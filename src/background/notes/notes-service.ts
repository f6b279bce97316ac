import { createNotesRepository } from '../../storage/create-repository.ts';
import { bundledKnowledge } from '../../generated/knowledge.ts';
import { DraftShelf } from './draft-shelf.ts';
import { ImportRoom } from './import-room.ts';
import { NoteSearch } from './note-search.ts';

/** The one repository of the extension, and what is built on it. Nothing is opened before it is asked. */
export function createNotesService() {
  const repository = createNotesRepository();
  return {
    repository,
    drafts: new DraftShelf(repository),
    search: new NoteSearch(repository, bundledKnowledge),
    imports: new ImportRoom(),
  };
}

export type NotesService = ReturnType<typeof createNotesService>;
