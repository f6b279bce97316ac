import { useState } from 'preact/hooks';
import type { UndoneAnswer } from '../../../protocol/notes.ts';
import type { MessageKey } from '../../../locales/strings.ts';
import { useLibrary } from '../context.ts';

interface Step {
  readonly undo: string;
  readonly said: string;
}

export interface Undo {
  readonly last: Step | undefined;
  /** Offers to undo a deletion. */
  readonly offer: (undo: string, count: number) => void;
  /** Offers to undo anything, in these words. */
  readonly offerWith: (undo: string, said: string) => void;
  readonly close: () => void;
}

/** The last thing that was done to notes, which can be undone. */
export function useUndo(): Undo {
  const { t } = useLibrary();
  const [last, setLast] = useState<Step>();
  return {
    last,
    offer: (undo, count) => {
      setLast({ undo, said: countOf(t, 'notesLibraryDeleted', count) });
    },
    offerWith: (undo, said) => {
      setLast({ undo, said });
    },
    close: () => {
      setLast(undefined);
    },
  };
}

type Counted =
  | 'notesLibraryCount'
  | 'notesLibraryTexts'
  | 'notesLibraryDeleted'
  | 'notesLibraryDone'
  | 'notesLibraryUndone'
  | 'notesLibraryImported';

/** A sentence about one note, or about several. */
export function countOf(
  t: (key: MessageKey, ...substitutions: string[]) => string,
  key: Counted,
  count: number,
): string {
  return count === 1 ? t(`${key}One`) : t(key, String(count));
}

/** Says what was done, and undoes it, once. */
export function UndoBar({ undo: { last, close } }: { readonly undo: Undo }) {
  const { t, notes } = useLibrary();
  const [said, setSaid] = useState('');
  const act = async ({ undo }: Step): Promise<void> => {
    const outcome = await notes.ask<UndoneAnswer>({ type: 'tifa:notes/undo', undo });
    close();
    setSaid(
      outcome.ok
        ? countOf(t, 'notesLibraryUndone', outcome.value.restored) +
            (outcome.value.left > 0 ? ` ${t('notesLibraryUndoLeft', String(outcome.value.left))}` : '')
        : t('notesLibraryUndoFailed'),
    );
  };
  return (
    <div class="undo-bar" role="status">
      {last !== undefined ? (
        <p>
          <span>{last.said}</span>
          <button type="button" class="text-button" onClick={() => void act(last)}>
            {t('noteUndo')}
          </button>
          <button
            type="button"
            class="text-button"
            onClick={() => {
              setSaid('');
              close();
            }}
          >
            {t('notesLibraryClose')}
          </button>
        </p>
      ) : (
        said !== '' && (
          <p>
            <span>{said}</span>
            <button
              type="button"
              class="text-button"
              onClick={() => {
                setSaid('');
              }}
            >
              {t('notesLibraryClose')}
            </button>
          </p>
        )
      )}
    </div>
  );
}
