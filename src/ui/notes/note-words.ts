import type { NoteFault } from '../../core/notes/note-fault.ts';
import type { NoteColour } from '../../core/notes/note.ts';
import type { NotesKey } from '../../locales/notes.ts';

/** Gives a string of the interface; handed in, since only some places have the browser's. */
export type TranslateNotes = (key: NotesKey, ...substitutions: string[]) => string;

export const COLOUR_NAMES: Readonly<Record<NoteColour, NotesKey>> = {
  yellow: 'noteColourYellow',
  green: 'noteColourGreen',
  blue: 'noteColourBlue',
  pink: 'noteColourPink',
  grey: 'noteColourGrey',
};

export const FAULT_WORDS: Readonly<Record<NoteFault, NotesKey>> = {
  full: 'noteFaultFull',
  unavailable: 'noteFaultUnavailable',
  blocked: 'noteFaultBlocked',
  newer: 'noteFaultNewer',
  gone: 'noteFaultGone',
  'no-note': 'noteFaultMissing',
  refused: 'noteFaultRefused',
  updated: 'noteFaultUpdated',
  failed: 'noteFaultFailed',
};

/** The same where notes were to be read: nothing was typed that could be lost. */
export const READ_FAULT_WORDS: Readonly<Record<NoteFault, NotesKey>> = {
  ...FAULT_WORDS,
  full: 'noteReadFull',
  unavailable: 'noteReadUnavailable',
  gone: 'noteReadFailed',
  failed: 'noteReadFailed',
};
