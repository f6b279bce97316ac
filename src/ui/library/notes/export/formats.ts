import type { MessageKey } from '../../../../locales/strings.ts';
import type { ExportFormat } from '../files/file-work-types.ts';

interface FormatFacts {
  readonly name: MessageKey;
  /** What it is for, in a line. */
  readonly why: MessageKey;
  readonly extension: string;
  readonly type: string;
}

/** In the order they are offered. */
export const FORMATS: Readonly<Record<ExportFormat, FormatFacts>> = {
  markdown: {
    name: 'notesLibraryMarkdown',
    why: 'notesLibraryMarkdownWhy',
    extension: 'md',
    type: 'text/markdown',
  },
  zip: { name: 'notesLibraryZip', why: 'notesLibraryZipWhy', extension: 'zip', type: 'application/zip' },
  html: { name: 'notesLibraryHtml', why: 'notesLibraryHtmlWhy', extension: 'html', type: 'text/html' },
  csv: { name: 'notesLibraryCsv', why: 'notesLibraryCsvWhy', extension: 'csv', type: 'text/csv' },
  json: { name: 'notesLibraryJson', why: 'notesLibraryJsonWhy', extension: 'json', type: 'application/json' },
  webannotation: {
    name: 'notesLibraryWebAnnotation',
    why: 'notesLibraryWebAnnotationWhy',
    extension: 'jsonld',
    type: 'application/ld+json',
  },
  hypothesis: {
    name: 'notesLibraryHypothesis',
    why: 'notesLibraryHypothesisWhy',
    extension: 'hypothesis.json',
    type: 'application/json',
  },
  readwise: {
    name: 'notesLibraryReadwise',
    why: 'notesLibraryReadwiseWhy',
    extension: 'readwise.csv',
    type: 'text/csv',
  },
  anki: { name: 'notesLibraryAnki', why: 'notesLibraryAnkiWhy', extension: 'anki.txt', type: 'text/plain' },
};

/** The name of a file: of letters that every system takes. */
export function fileName(format: ExportFormat, now: Date): string {
  const day = [now.getFullYear(), now.getMonth() + 1, now.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
  return `tifa-notes-${day}.${FORMATS[format].extension}`;
}
