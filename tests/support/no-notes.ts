import type { NotesDoor } from '../../src/ui/library/notes/notes-door.ts';

/** A library of a reader who has not taken a note, and cannot. */
export const NO_NOTES: NotesDoor = {
  ask: () => Promise.resolve({ ok: false, fault: 'unavailable' }),
  onChanged: () => () => undefined,
  files: () => {
    throw new Error('no files');
  },
  save: () => false,
  lastBackup: () => Promise.resolve(undefined),
  backedUp: () => undefined,
};
