import { webAddress } from '../notes/address.ts';
import { csvText } from './csv-text.ts';
import { isoTime, oneLine, plainText, quoteOf, type ExportInput } from './export-input.ts';

const COLUMNS = ['Highlight', 'Title', 'Author', 'URL', 'Note', 'Location', 'Date'];

/**
 * Readwise's CSV: tags are words with a full stop in front at the beginning of the
 * note. A note without words of a page is given its term or the page's title.
 */
export function exportReadwise(input: ExportInput): string {
  const rows = input.notes.map((note, i) => {
    const tags = note.tags.map((tag) => `.${oneLine(tag).replace(/[\s.]+/gu, '_')}`).join(' ');
    return [
      oneLine(quoteOf(note, input)) || oneLine(note.page.title),
      oneLine(note.page.title),
      oneLine(note.page.site),
      webAddress(note.page.url) ?? '',
      [tags, plainText(note.body)].filter((part) => part !== '').join('\n'),
      String(i + 1),
      isoTime(note.created).slice(0, 19).replace('T', ' '),
    ].map(plainText);
  });
  return csvText([COLUMNS, ...rows]);
}
