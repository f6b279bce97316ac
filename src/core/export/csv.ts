import { BOM, csvText } from './csv-text.ts';
import { isoTime, plainText, quoteOf, type ExportInput } from './export-input.ts';
import { passageLink } from './links.ts';

/** The columns of Tifa's CSV; the importer finds them by these names, in any order. */
const CSV_COLUMNS = [
  'id',
  'created',
  'modified',
  'target',
  'term_id',
  'term',
  'quote',
  'note',
  'tags',
  'colour',
  'title',
  'url',
  'canonical_url',
  'site',
  'link',
  'before',
  'after',
  'fingerprint',
] as const;

/** One row a note: UTF-8 with a byte order mark, which Excel needs. Tags are joined by "; ". */
export function exportCsv(input: ExportInput): string {
  const rows = input.notes.map((note) => {
    const quote = note.selectors.find((s) => s.type === 'TextQuoteSelector' && s.space === 'raw');
    const context = quote?.type === 'TextQuoteSelector' ? quote : { prefix: '', suffix: '' };
    const cells: Record<(typeof CSV_COLUMNS)[number], string> = {
      id: note.id,
      created: isoTime(note.created),
      modified: isoTime(note.modified),
      target: note.target,
      term_id: note.termId ?? '',
      term: note.termId === undefined ? '' : (input.termName?.(note.termId) ?? ''),
      quote: note.target === 'quote' ? quoteOf(note, input) : '',
      note: note.body,
      tags: note.tags.map((tag) => tag.replaceAll(';', ',')).join('; '),
      colour: note.colour,
      title: note.page.title,
      url: note.page.url,
      canonical_url: note.page.canonicalUrl,
      site: note.page.site,
      link: passageLink(note) ?? '',
      before: context.prefix,
      after: context.suffix,
      fingerprint: note.page.fingerprint,
    };
    return CSV_COLUMNS.map((column) => plainText(cells[column]));
  });
  return BOM + csvText([CSV_COLUMNS, ...rows]);
}
