import type { Note } from '../notes/note.ts';
import { isoTime, type ExportInput } from './export-input.ts';
import { sourceOf, wellFormed } from './webannotation.ts';

/**
 * The file that Hypothesis' own export writes and its import reads. A position is
 * left out: Hypothesis counts in another text than Tifa.
 */
export function exportHypothesis({ notes, now, termName }: ExportInput): string {
  const file = {
    export_date: isoTime(now),
    export_userid: 'acct:tifa@localhost',
    client_version: 'tifa',
    annotations: notes.map((note) => annotation(note, termName)),
  };
  return `${JSON.stringify(wellFormed(file), null, 2)}\n`;
}

function annotation(note: Note, termName: ExportInput['termName']): object {
  const quote = note.selectors.find((s) => s.type === 'TextQuoteSelector' && s.space === 'raw');
  const { title } = note.page;
  const url = sourceOf(note);
  const term = note.termId === undefined ? undefined : (termName?.(note.termId) ?? note.termId);
  return {
    id: note.id,
    created: isoTime(note.created),
    updated: isoTime(note.modified),
    user: 'acct:tifa@localhost',
    user_info: { display_name: 'Tifa' },
    uri: url,
    text: note.body,
    tags: term === undefined || note.tags.includes(term) ? note.tags : [...note.tags, term],
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
