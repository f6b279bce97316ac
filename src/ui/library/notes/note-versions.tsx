import { useEffect, useState } from 'preact/hooks';
import type { Note } from '../../../core/notes/note.ts';
import type { NoteVersion } from '../../../core/notes/version.ts';
import type { MessageKey } from '../../../locales/strings.ts';
import type { NoteEdits } from '../../notes/notes-model.ts';
import { useLibrary } from '../context.ts';
import { dayOf } from './day.ts';

const WHY: Readonly<Record<NoteVersion['why'], MessageKey>> = {
  edit: 'notesLibraryWhyEdit',
  merge: 'notesLibraryWhyMerge',
  import: 'notesLibraryWhyImport',
};

/** The texts that a note had before; each can be taken again. */
export function NoteVersions({ note, edits }: { readonly note: Note; readonly edits: NoteEdits }) {
  const { t, language, notes } = useLibrary();
  const [versions, setVersions] = useState<readonly NoteVersion[]>();
  useEffect(() => {
    let gone = false;
    void notes.ask<readonly NoteVersion[]>({ type: 'tifa:notes/versions', id: note.id }).then((outcome) => {
      if (!gone) setVersions(outcome.ok ? outcome.value : []);
    });
    return () => {
      gone = true;
    };
  }, [notes, note.id, note.modified]);
  if (versions === undefined) return <p class="note-quiet" aria-busy="true" />;
  const texts = versions.filter(({ field, text }) => field === 'body' && text !== note.body);
  return (
    <div class="note-versions">
      {texts.length === 0 ? (
        <p class="note-quiet">{t('notesLibraryNoVersions')}</p>
      ) : (
        <ol aria-label={t('notesLibraryVersions')}>
          {texts.map(({ text, when, why }, i) => (
            <li key={i}>
              <p class="note-quiet">
                {dayOf(when, language)} · {t(WHY[why])}{' '}
                <button
                  type="button"
                  class="text-button"
                  onClick={() => void edits.update(note, { body: text }, note.clock)}
                >
                  {t('notesLibraryRestore')}
                </button>
              </p>
              <p class="note-old" dir="auto">
                {text}
              </p>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
