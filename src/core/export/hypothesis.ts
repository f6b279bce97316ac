import type { Note } from '../notes/note.ts';
import { isoTime, type ExportInput } from './export-input.ts';
import { sourceOf, wellFormed } from './webannotation.ts';

/**
 * The file that Hypothesis' own export writes and its import reads. A position is
 * left out: Hypothesis counts in another text than Tifa.
 */
export function exportHypothesis({ notes, now }: ExportInput): string {
  const file = {
    export_date: isoTime(now),
    export_userid: 'acct:tifa@localhost',
    client_version: 'tifa',
    annotations: notes.map(annotation),
  };
  return `${JSON.stringify(wellFormed(file), null, 2)}\n`;
}

function annotation(note: Note): object {
  const quote = note.selectors.find((s) => s.type === 'TextQuoteSelector' && s.space === 'raw');
  const { title } = note.page;
  const url = sourceOf(note);
  return {
    id: note.id,
    created: isoTime(note.created),
    updated: isoTime(note.modified),
    user: 'acct:tifa@localhost',
    user_info: { display_name: 'Tifa' },
    uri: url,
    text: note.body,
    tags: note.tags,
    document: { title: title === '' ? [] : [title] },
    references: [],
    flagged: false,
    hidden: false,
    target: [
      {
        source: url,
        ...(quote?.type === 'TextQuoteSelector'
          ? {
              selector: [
                { type: quote.type, exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
              ],
            }
          : {}),
      },
    ],
  };
}
