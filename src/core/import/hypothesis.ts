import type { Note, Selector } from '../notes/note.ts';
import { foreignNote, quoteSelectors } from './foreign-note.ts';
import { unreadable, type Imported, type Unreadable } from './import-result.ts';
import { isObject, listOf, textOf, timeOf } from './json.ts';

/**
 * Hypothesis: its export file (`annotations`), a search result of its API (`rows`), or
 * a list of annotations. Its text positions count in another text and are left.
 */
export function readHypothesis(file: unknown): Imported {
  const [name, list] = annotationsOf(file);
  if (list === undefined) {
    return { format: 'hypothesis', notes: [], versions: [], unreadable: [unreadable('', 'unknown-format')] };
  }
  const notes: Note[] = [];
  const problems: Unreadable[] = [];
  list.forEach((value, i) => {
    const place = `${name}[${String(i)}]`;
    const note = readAnnotation(value, place);
    if ('reason' in note) problems.push(note);
    else notes.push(note);
  });
  return { format: 'hypothesis', notes, versions: [], unreadable: problems };
}

function annotationsOf(file: unknown): [string, unknown[] | undefined] {
  if (Array.isArray(file)) return ['', file];
  if (!isObject(file)) return ['', undefined];
  if (Array.isArray(file['annotations'])) return ['annotations', file['annotations']];
  if (Array.isArray(file['rows'])) return ['rows', file['rows']];
  if ('uri' in file) return ['', [file]];
  return ['', undefined];
}

function readAnnotation(value: unknown, place: string): Note | Unreadable {
  if (!isObject(value)) return unreadable(place, 'bad-field', { field: '' });
  const url = textOf(value['uri']);
  if (url === '') return unreadable(`${place}.uri`, 'bad-field', { field: 'uri' });
  if (listOf(value['references']).length > 0) return unreadable(place, 'reply');
  const created = timeOf(value['created']);
  const modified = timeOf(value['updated']) ?? created;
  const selectors: Selector[] = [];
  for (const target of listOf(value['target'])) {
    for (const selector of listOf(isObject(target) ? target['selector'] : undefined)) {
      if (selectors.length > 0 || !isObject(selector) || selector['type'] !== 'TextQuoteSelector') continue;
      selectors.push(
        ...quoteSelectors(textOf(selector['exact']), textOf(selector['prefix']), textOf(selector['suffix'])),
      );
    }
  }
  const id = textOf(value['id']);
  const body = textOf(value['text']);
  const { document } = value;
  const title = isObject(document) ? textOf(listOf(document['title'])[0]) : '';
  return foreignNote({
    id: id === '' ? `hypothesis ${JSON.stringify([url, selectors, body, created ?? null])}` : id,
    created,
    modified,
    url,
    title,
    body,
    tags: listOf(value['tags']).map(textOf),
    selectors,
  });
}
