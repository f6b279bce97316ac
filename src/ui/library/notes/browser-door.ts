import { NOTES_MARK, NOTES_SEEN } from '../../../core/notes/note-settings.ts';
import { downloadFile } from '../../../platform/downloads.ts';
import { onKeyChanged, readEverything, writeKey } from '../../../platform/local-storage.ts';
import { askWorker } from '../../notes/ask-worker.ts';
import { noteFiles } from './files/note-files.ts';
import type { NotesDoor } from './notes-door.ts';

/** Under this key stands when everything was last exported as a backup, in milliseconds since 1970. */
const BACKUP_KEY = 'notes-backup';

/** The reader's notes as the worker has them. */
export function notesDoor(): NotesDoor {
  return {
    ask: askWorker,
    onChanged: (listener) => {
      const stops = [NOTES_MARK, NOTES_SEEN].map((key) => onKeyChanged(key, listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
    files: noteFiles,
    save: downloadFile,
    lastBackup: async () => {
      const at = (await readEverything())[BACKUP_KEY];
      return typeof at === 'number' ? at : undefined;
    },
    backedUp: (at) => void writeKey(BACKUP_KEY, at),
  };
}
