import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { NewNoteForm } from './new-note.tsx';
import { NoteList, useModel } from './note-list.tsx';
import type { TranslateNotes } from './note-words.ts';
import type { NotesModel } from './notes-model.ts';

interface Props {
  readonly model: NotesModel;
  readonly t: TranslateNotes;
  /** What the button to take a note says. */
  readonly take: string;
}

/** The notes of one place and a form for one more: in the card, under everything else. */
export function NotesSection({ model, t, take }: Props) {
  useModel(model);
  const [writing, setWriting] = useState(false);
  const notes = model.list();
  const button = useRef<HTMLButtonElement>(null);
  const wrote = useRef(false);
  useLayoutEffect(() => {
    if (wrote.current && !writing) button.current?.focus({ preventScroll: true });
    wrote.current = writing;
  }, [writing]);
  return (
    <section class="card-section notes-section">
      <div class="section-head">
        <h3>{t('noteTitle')}</h3>
        {notes.length > 0 && <span class="aside">{notes.length}</span>}
      </div>
      <NoteList notes={notes} edits={model} t={t} />
      {writing ? (
        <NewNoteForm
          model={model}
          t={t}
          onDone={() => {
            setWriting(false);
          }}
        />
      ) : (
        <button
          ref={button}
          type="button"
          class="text-button note-take"
          onClick={() => {
            setWriting(true);
          }}
        >
          {model.unfinishedNew() === undefined ? take : t('noteContinue')}
        </button>
      )}
    </section>
  );
}
