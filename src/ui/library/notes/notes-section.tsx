import { useLibrary } from '../context.ts';
import { NotFound } from '../not-found.tsx';
import type { SectionProps } from '../section.ts';
import { NotesList } from './notes-list.tsx';
import { OneNote } from './one-note.tsx';

/** #/notes, #/notes?q=…, #/notes/ID: everything that the reader has written. */
export function NotesSection({ route: { path, query } }: SectionProps) {
  const { t } = useLibrary();
  const [id, ...more] = path;
  if (more.length > 0) return <NotFound reason={t('notesLibraryNoNote')} section="notes" />;
  return id === undefined ? <NotesList query={query} /> : <OneNote id={id} />;
}
