import type { TranslateNotes } from './note-words.ts';

interface Props {
  readonly lost: boolean;
  readonly t: TranslateNotes;
  /** Where a backup can be imported; none where that is here. */
  readonly library?: string;
  readonly onSeen: () => void;
}

/** Says that the database with the reader's notes was deleted, until they say that they know. */
export function LostNotice({ lost, t, library, onSeen }: Props) {
  if (!lost) return null;
  return (
    <div class="note-fault note-lost" role="alert">
      <p>{t('noteLost')}</p>
      <p class="note-lost-acts">
        {library !== undefined && (
          <a href={library} target="_blank">
            {t('noteLostImport')}
          </a>
        )}
        <button type="button" class="text-button" onClick={onSeen}>
          {t('noteLostSeen')}
        </button>
      </p>
    </div>
  );
}
