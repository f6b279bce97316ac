import { readCell } from '../export/csv-text.ts';
import { NOTE_COLOURS, type Note } from '../notes/note.ts';
import { foreignNote, quoteSelectors } from './foreign-note.ts';
import { unreadable, type Imported, type Unreadable } from './import-result.ts';
import { timeOf } from './json.ts';

/** Tifa's CSV, also when a spreadsheet has saved it: commas, semicolons or tabs, any order of columns. */
export function readCsv(text: string): Imported {
  const separator = separatorOf(text);
  const { rows, open } = parseCsv(text, separator);
  const [head, ...body] = rows;
  const columns = new Map((head?.cells ?? []).map((name, i) => [name.trim().toLowerCase(), i]));
  if (!columns.has('url') || !(columns.has('quote') || columns.has('note'))) {
    return { format: 'csv', notes: [], versions: [], unreadable: [unreadable('', 'unknown-format')] };
  }
  const notes: Note[] = [];
  const problems: Unreadable[] = open === undefined ? [] : [unreadable(`line ${String(open)}`, 'open-quote')];
  for (const { cells, line } of body) {
    if (cells.every((cell) => cell === '')) continue;
    const place = `line ${String(line)}`;
    if (cells.length !== columns.size || line === open) {
      if (line !== open) {
        problems.push(unreadable(place, 'bad-row', { cells: cells.length, expected: columns.size }));
      }
      continue;
    }
    const cell = (name: string): string => readCell(cells[columns.get(name) ?? -1] ?? '');
    const url = cell('url');
    if (url === '') {
      problems.push(unreadable(place, 'bad-field', { field: 'url' }));
      continue;
    }
    notes.push(noteOf(cell, url));
  }
  return { format: 'csv', notes, versions: [], unreadable: problems };
}

function noteOf(cell: (name: string) => string, url: string): Note {
  const created = timeOf(cell('created'));
  const colour = NOTE_COLOURS.find((name) => name === cell('colour'));
  const target = (['term', 'quote', 'page'] as const).find((name) => name === cell('target'));
  const selectors = quoteSelectors(cell('quote'), cell('before'), cell('after'));
  const termId = cell('term_id');
  const canonicalUrl = cell('canonical_url');
  const fingerprint = cell('fingerprint');
  return foreignNote({
    id: cell('id') || `csv ${JSON.stringify([url, selectors, cell('note'), created ?? null])}`,
    created,
    modified: timeOf(cell('modified')) ?? created,
    url,
    ...(canonicalUrl === '' ? {} : { canonicalUrl }),
    title: cell('title'),
    ...(fingerprint === '' ? {} : { fingerprint }),
    body: cell('note'),
    tags: cell('tags').split(';'),
    ...(colour === undefined ? {} : { colour }),
    ...(termId === '' ? {} : { termId }),
    ...(target === undefined || (target === 'quote' && selectors.length === 0) ? {} : { target }),
    selectors,
  });
}

function separatorOf(text: string): string {
  const head = text.split(/\r?\n/u, 1)[0] ?? '';
  const count = (c: string): number => head.split(c).length;
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0] ?? ',';
}

interface Row {
  readonly cells: string[];
  /** The line on which the row begins, from 1. */
  readonly line: number;
}

/**
 * RFC 4180, with line ends of any kind. Linear in the length of `text`.
 *
 * @returns `open`: the line of a row in which a quotation mark is not closed
 */
function parseCsv(text: string, separator: string): { rows: Row[]; open: number | undefined } {
  const rows: Row[] = [];
  let cells: string[] = [];
  let line = 1;
  let rowLine = 1;
  let at = 0;
  while (at < text.length) {
    let cell = '';
    if (text.charAt(at) === '"') {
      at++;
      for (;;) {
        const close = text.indexOf('"', at);
        if (close < 0) {
          rows.push({ cells: [...cells, cell + text.slice(at)], line: rowLine });
          return { rows, open: rowLine };
        }
        cell += text.slice(at, close);
        at = close + 1;
        if (text.charAt(at) !== '"') break;
        cell += '"';
        at++;
      }
      line += cell.split('\n').length - 1;
    }
    const from = at;
    while (
      at < text.length &&
      text.charAt(at) !== separator &&
      text.charAt(at) !== '\n' &&
      text.charAt(at) !== '\r'
    )
      at++;
    cells.push(cell + text.slice(from, at));
    const stop = text.charAt(at);
    if (stop === separator) {
      at++;
      if (at < text.length) continue;
      cells.push('');
    } else {
      at += text.startsWith('\r\n', at) ? 2 : 1;
    }
    rows.push({ cells, line: rowLine });
    cells = [];
    line++;
    rowLine = line;
  }
  return { rows, open: undefined };
}
