import { useEffect, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import { NoteItem } from './note-item.tsx';
import type { TranslateNotes } from './note-words.ts';
import type { ListedNote, NoteEdits } from './notes-model.ts';

interface Props<N extends ListedNote> {
  readonly notes: readonly N[];
  readonly edits: NoteEdits;
  readonly t: TranslateNotes;
  readonly head?: (listed: N) => ComponentChildren;
}

/** Notes one under the other. Where one was deleted, it can be undone for as long as the list is open. */
export function NoteList<N extends ListedNote>({ notes, edits, t, head }: Props<N>) {
  const [undo, setUndo] = useState<string>();
  return (
    <div class="note-list">
      {notes.map((listed) => (
        <NoteItem
          key={listed.note.id}
          listed={listed}
          edits={edits}
          t={t}
          head={head?.(listed)}
          onDeleted={setUndo}
        />
      ))}
      {undo !== undefined && (
        <p class="note-deleted" role="status">
          {t('noteDeleted')}{' '}
          <button
            type="button"
            class="text-button"
            ref={(button) => {
              button?.focus({ preventScroll: true });
            }}
            onClick={() => {
              void edits.undo(undo);
              setUndo(undefined);
            }}
          >
            {t('noteUndo')}
          </button>
        </p>
      )}
    </div>
  );
}

/** Draws again whenever a model says that its list may have changed. */
export function useModel(
  model: { readonly subscribe: (listener: () => void) => () => void } | undefined,
): void {
  const [, draw] = useState(0);
  useEffect(
    () =>
      model?.subscribe(() => {
        draw((n) => n + 1);
      }),
    [model],
  );
}
