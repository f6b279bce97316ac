import { useEffect, useState } from 'preact/hooks';
import { formatRoute } from '../../../core/library-route.ts';
import type { NoteFault } from '../../../core/notes/note-fault.ts';
import type { Note } from '../../../core/notes/note.ts';
import { READ_FAULT_WORDS } from '../../notes/note-words.ts';
import { useLibrary } from '../context.ts';
import { NotFound } from '../not-found.tsx';
import { usePageTitle } from '../page-title.ts';
import { NoteRow } from './note-row.tsx';
import { NoteVersions } from './note-versions.tsx';
import { UndoBar, useUndo } from './undo-bar.tsx';
import { useEdits, useRevision } from './use-notes.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu;

/** One note by itself, with the texts it had before. */
export function OneNote({ id }: { readonly id: string }) {
  const { t, notes } = useLibrary();
  const [note, setNote] = useState<Note | 'none' | NoteFault>();
  const revision = useRevision();
  const edits = useEdits(revision);
  const undo = useUndo();
  useEffect(() => {
    if (!UUID.test(id)) {
      setNote('none');
      return;
    }
    void notes.ask<readonly Note[]>({ type: 'tifa:notes/by-ids', ids: [id] }).then((outcome) => {
      setNote(outcome.ok ? (outcome.value[0] ?? 'none') : outcome.fault);
    });
  }, [notes, id, revision]);
  usePageTitle(t('notesLibraryNote'));
  if (note === undefined) return <h1 tabIndex={-1}>{t('notesLibraryNote')}</h1>;
  if (note === 'none' && undo.last === undefined) {
    return <NotFound reason={t('notesLibraryNoNote')} section="notes" />;
  }
  return (
    <>
      <h1 tabIndex={-1}>{t('notesLibraryNote')}</h1>
      {note === 'none' ? null : typeof note === 'string' ? (
        <p class="note-fault" role="alert">
          {t(READ_FAULT_WORDS[note])}
        </p>
      ) : (
        <>
          <NoteRow
            found={{ note, marks: { body: [], quote: [], title: [] } }}
            edits={edits}
            onDeleted={undo.offer}
          />
          <h2>{t('notesLibraryVersions')}</h2>
          <NoteVersions note={note} edits={edits} />
        </>
      )}
      <p>
        <a href={formatRoute('notes')}>{t('notesLibraryAll')}</a>
      </p>
      <UndoBar undo={undo} />
    </>
  );
}
