import { browser } from '../../platform/browser.ts';
import { answerNotes } from './answer-notes.ts';
import { setUpTakingNotes } from './note-menu.ts';
import { createNotesService } from './notes-service.ts';

/** Notes in the worker: messages, menu and command. The database is opened by the first question. */
export function setUpNotes(): void {
  browser.runtime.onMessage.addListener(answerNotes(createNotesService()));
  setUpTakingNotes();
}
