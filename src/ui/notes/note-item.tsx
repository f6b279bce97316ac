import { useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { NoteChanges } from '../../core/notes/note-edits.ts';
import type { NoteVersion } from '../../core/notes/version.ts';
import type { NoteFault } from '../../core/notes/note-fault.ts';
import type { Note } from '../../core/notes/note.ts';
import { NoteEditor, type Saved } from './note-editor.tsx';
import { NoteBody } from './note-body.tsx';
import { FAULT_WORDS, type TranslateNotes } from './note-words.ts';
import type { ListedNote, NoteEdits, NoteForm } from './notes-model.ts';
import { WordDiff } from './word-diff.tsx';

interface Props {
  readonly listed: ListedNote;
  readonly edits: NoteEdits;
  readonly t: TranslateNotes;
  /** Said before the note: where it is. */
  readonly head?: ComponentChildren;
  /** What of its text is marked, in UTF-16 units. */
  readonly marks?: readonly (readonly [start: number, end: number])[];
  /** Buttons beside those for editing and deleting, and what they open. */
  readonly buttons?: ComponentChildren;
  readonly below?: ComponentChildren;
  readonly onDeleted: (undo: string) => void;
}

/** One note, which can be edited where it stands. */
export function NoteItem({
  listed: { note, diff },
  edits,
  t,
  head,
  marks = [],
  buttons,
  below,
  onDeleted,
}: Props) {
  const [editing, setEditing] = useState<Note>();
  const [replaced, setReplaced] = useState<readonly NoteVersion[]>([]);
  const [fault, setFault] = useState<NoteFault>();
  const unfinished = edits.unfinished(note);

  const save = async (began: Note, form: NoteForm): Promise<Saved> => {
    const outcome = await edits.update(began, changesOf(began, form), began.clock);
    if (!outcome.ok) return outcome;
    setEditing(undefined);
    setReplaced(outcome.value.replaced);
    return { ok: true, value: outcome.value };
  };
  const remove = async (): Promise<void> => {
    const outcome = await edits.remove(note.id);
    if (outcome.ok) onDeleted(outcome.value.undo);
    else setFault(outcome.fault);
  };

  return (
    <article class={`reader-note note-${note.colour}`}>
      {head}
      {editing !== undefined ? (
        <NoteEditor
          form={unfinished ?? formOf(editing)}
          found={unfinished !== undefined}
          t={t}
          tags={edits.tags}
          onSave={(form) => save(editing, form)}
          onDraft={(form) => edits.keepEdit(editing, form)}
          onLeave={() => {
            setEditing(undefined);
          }}
          onDiscard={() => {
            void edits.dropEdit(editing);
            setEditing(undefined);
          }}
        />
      ) : (
        <>
          {note.body === '' ? (
            <p class="note-quiet">{t('noteEmpty')}</p>
          ) : (
            <NoteBody body={note.body} marks={marks} />
          )}
          {diff !== undefined && (
            <div class="note-diff">
              <span class="note-quiet">{t('noteChangedHere')}</span> <WordDiff diff={diff} />
            </div>
          )}
          {replaced.map(({ field, text }) => (
            <div key={field} class="note-replaced" role="status">
              <p>{t('noteElsewhere')}</p>
              <blockquote dir="auto">{text}</blockquote>
            </div>
          ))}
          {fault !== undefined && (
            <p class="note-fault" role="alert">
              {t(FAULT_WORDS[fault])}
            </p>
          )}
          <div class="note-foot">
            {note.tags.length > 0 && (
              <ul class="note-tags">
                {note.tags.map((tag) => (
                  <li key={tag} dir="auto">
                    {tag}
                  </li>
                ))}
              </ul>
            )}
            <span class="note-buttons">
              {unfinished !== undefined && <span class="note-quiet">{t('noteDraft')}</span>}
              {buttons}
              <button
                type="button"
                class="text-button"
                onClick={() => {
                  setReplaced([]);
                  setEditing(note);
                }}
              >
                {t('noteEdit')}
              </button>
              <button type="button" class="text-button" onClick={() => void remove()}>
                {t('noteDelete')}
              </button>
            </span>
          </div>
          {below}
        </>
      )}
    </article>
  );
}

function formOf({ body, tags, colour }: Note): NoteForm {
  return { body, tags, colour };
}

/** Only what the reader has changed: what somebody else changes in another field stays. */
function changesOf(note: Note, { body, tags, colour }: NoteForm): NoteChanges {
  return {
    ...(body === note.body ? {} : { body }),
    ...(tags.join('\n') === note.tags.join('\n') ? {} : { tags: [...tags] }),
    ...(colour === note.colour ? {} : { colour }),
  };
}
