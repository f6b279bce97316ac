import { useState } from 'preact/hooks';
import { IconButton } from '../components/icon-button.tsx';
import { NewNoteForm } from './new-note.tsx';
import { NotesSection } from './notes-section.tsx';
import type { TranslateNotes } from './note-words.ts';
import type { NotesModel } from './notes-model.ts';

interface Props {
  readonly model: NotesModel;
  /** The words that the notes are on; none of notes on the page. */
  readonly words: string;
  /** Whether it opens on a form for a new note. */
  readonly writing: boolean;
  readonly language: 'zh' | 'en';
  readonly t: TranslateNotes;
  readonly close: string;
  readonly onClose: () => void;
}

/** The notes on some words of the page, beside them. */
export function NotePopover({ model, words, writing: begun, language, t, close, onClose }: Props) {
  const [writing, setWriting] = useState(begun);
  return (
    <section
      class="note-popover"
      role="dialog"
      aria-label={t(begun ? 'noteTake' : 'noteTitle')}
      tabIndex={-1}
      lang={language === 'zh' ? 'zh-CN' : 'en'}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header class="note-popover-bar">
        <h2>{t(begun ? 'noteTake' : 'noteTitle')}</h2>
        <IconButton icon="close" label={close} onClick={onClose} />
      </header>
      {words !== '' && (
        <p class="popover-words" lang="zh-CN" dir="auto">
          {words}
        </p>
      )}
      {writing ? (
        <NewNoteForm
          model={model}
          t={t}
          onDone={() => {
            setWriting(false);
            onClose();
          }}
        />
      ) : (
        <NotesSection model={model} t={t} take={t('noteTake')} />
      )}
    </section>
  );
}
