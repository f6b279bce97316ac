import type { Note } from '../notes/note.ts';
import type { NoteVersion } from '../notes/version.ts';

/** What every exporter is given. The same input gives the same bytes. */
export interface ExportInput {
  /** The notes, in the order in which they are to be written. */
  readonly notes: readonly Note[];
  /** Their histories; only Tifa's own format takes them. */
  readonly versions?: readonly NoteVersion[];
  /** Milliseconds since 1970, UTC. */
  readonly now: number;
  /** Minutes that the reader's time is ahead of UTC, for dates that people read. */
  readonly offset?: number;
  readonly language: 'en' | 'zh';
  /** What a term is called, by its id. */
  readonly termName?: (id: string) => string | undefined;
}

/** The words that a note is on: as the page has them; the term's name of a note on a term. */
export function quoteOf(note: Note, { termName }: Pick<ExportInput, 'termName'>): string {
  const quote = note.selectors.find((s) => s.type === 'TextQuoteSelector' && s.space === 'raw');
  if (quote?.type === 'TextQuoteSelector') return quote.exact;
  const folded = note.selectors.find((s) => s.type === 'TextQuoteSelector');
  if (folded?.type === 'TextQuoteSelector') return folded.exact;
  return note.termId === undefined ? '' : (termName?.(note.termId) ?? note.termId);
}

/** 2025-03-12, in the reader's time. */
export function dateOf(milliseconds: number, offset = 0): string {
  return isoTime(milliseconds + offset * 60_000).slice(0, 10);
}

const LATEST = 8.64e15;

/** 2025-03-12T08:30:00.000Z. Times beyond what a date can hold are brought back to it. */
export function isoTime(milliseconds: number): string {
  return new Date(Math.min(LATEST, Math.max(-LATEST, milliseconds))).toISOString();
}

/* eslint-disable no-control-regex -- they are what is looked for */
const INVISIBLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu;
/* eslint-enable no-control-regex */

/**
 * Text for people and for programs that show it: without control characters and
 * without those that reverse the direction of what follows; line ends are "\n".
 * Half surrogate pairs become U+FFFD.
 */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/gu, '\n')
    .replace(INVISIBLE, '')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}

/** The same on one line. */
export function oneLine(text: string): string {
  return plainText(text).replace(/\s+/gu, ' ').trim();
}
