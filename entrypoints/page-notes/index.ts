import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createPageNotes } from '../../src/content/notes/create-page-notes.ts';
import { providePageNotes } from '../../src/content/notes/notes-link.ts';

export default defineUnlistedScript(() => {
  providePageNotes(createPageNotes);
});
