import { csvCell } from './csv-text.ts';
import { oneLine, plainText, quoteOf, type ExportInput } from './export-input.ts';
import { escapeHtml } from './html-text.ts';
import { citation } from './links.ts';

/** What Anki reads before the first note: with the guid column, importing again updates instead of doubling. */
const HEADER = [
  '#separator:tab',
  '#html:true',
  '#guid column:1',
  '#tags column:5',
  '#columns:guid\tFront\tBack\tSource\tTags',
];

/** Anki's text import (version 2.1.54 and later): the words in front, the note on the back. */
export function exportAnki(input: ExportInput): string {
  const rows = input.notes.map((note) => {
    const front = quoteOf(note, input) || note.page.title;
    return [
      note.id,
      field(front),
      field(note.body),
      field(citation(note, input).plain),
      note.tags.map((tag) => oneLine(tag).replace(/\s+/gu, '_')).join(' '),
    ]
      .map((cell) => csvCell(cell))
      .join('\t');
  });
  return `${[...HEADER, ...rows].join('\n')}\n`;
}

function field(text: string): string {
  return escapeHtml(plainText(text)).replaceAll('\t', ' ').replaceAll('\n', '<br>');
}
