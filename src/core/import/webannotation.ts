import type { Note, Selector } from '../notes/note.ts';
import { foreignNote, quoteSelectors } from './foreign-note.ts';
import { unreadable, type Imported, type Unreadable } from './import-result.ts';
import { isObject, listOf, textOf, timeOf } from './json.ts';

/** Pages and collections within each other beyond this are no sensible file. */
const DEEPEST = 8;

/** W3C Web Annotation as JSON-LD: an annotation, a list, a page or a collection of them. */
export function readWebAnnotation(file: unknown): Imported {
  const notes: Note[] = [];
  const problems: Unreadable[] = [];
  const read = (value: unknown, place: string, depth: number): void => {
    if (Array.isArray(value)) {
      value.forEach((item: unknown, i) => {
        read(item, `${place}[${String(i)}]`, depth + 1);
      });
      return;
    }
    if (!isObject(value) || depth > DEEPEST) {
      problems.push(unreadable(place, 'bad-field', { field: '' }));
      return;
    }
    const types = listOf(value['type']);
    const inner = place === '' ? '' : `${place}.`;
    if (types.includes('AnnotationCollection')) {
      if (isObject(value['first'])) read(value['first'], `${inner}first`, depth + 1);
      else if (value['total'] !== 0)
        problems.push(unreadable(`${inner}first`, 'bad-field', { field: 'first' }));
      return;
    }
    if (types.includes('AnnotationPage')) {
      read(listOf(value['items']), `${inner}items`, depth + 1);
      return;
    }
    const note = readAnnotation(value, place);
    if ('reason' in note) problems.push(note);
    else notes.push(note);
  };
  read(file, '', 0);
  return { format: 'webannotation', notes, versions: [], unreadable: problems };
}

function readAnnotation(value: Record<string, unknown>, place: string): Note | Unreadable {
  const at = (field: string): Unreadable =>
    unreadable(place === '' ? field : `${place}.${field}`, 'bad-field', { field });
  if (!listOf(value['type']).includes('Annotation')) return at('type');
  const [target] = listOf(value['target']);
  const url = sourceOf(target);
  if (url === '') return at('target');
  const created = timeOf(value['created']);
  const selectors = isObject(target) ? selectorsOf(target['selector']) : [];
  const bodies = listOf(value['bodyValue'] ?? value['body']);
  const texts: string[] = [];
  const tags: string[] = [];
  let termId: string | undefined;
  for (const body of bodies) {
    if (typeof body === 'string') {
      // A text where it is the body's value, an address where it is a body.
      texts.push(body);
      continue;
    }
    if (!isObject(body)) continue;
    const purpose = listOf(body['purpose'] ?? value['motivation']);
    const text = textOf(body['value']);
    const term = /^urn:tifa:term:(.+)$/u.exec(textOf(body['source']))?.[1];
    if (term !== undefined) termId = decoded(term);
    else if (text !== '' && purpose.includes('tagging')) tags.push(text);
    else if (text !== '') texts.push(text);
  }
  const body = texts.join('\n\n');
  const id = textOf(value['id']).replace(/^urn:uuid:/iu, '');
  return foreignNote({
    id: id === '' ? `webannotation ${JSON.stringify([url, selectors, body, created ?? null])}` : id,
    created,
    modified: timeOf(value['modified']) ?? created,
    url,
    title: '',
    body,
    tags,
    ...(termId === undefined ? {} : { termId }),
    selectors,
  });
}

function sourceOf(target: unknown): string {
  if (typeof target === 'string') return target;
  if (!isObject(target)) return '';
  const { source } = target;
  if (typeof source === 'string') return source;
  return isObject(source) ? textOf(source['id']) : textOf(target['id']);
}

/** The first quote, also one that refines another selector. */
function selectorsOf(value: unknown, depth = 0): Selector[] {
  if (depth > DEEPEST) return [];
  for (const selector of listOf(value)) {
    if (!isObject(selector)) continue;
    if (selector['type'] === 'TextQuoteSelector') {
      const found = quoteSelectors(
        textOf(selector['exact']),
        textOf(selector['prefix']),
        textOf(selector['suffix']),
      );
      if (found.length > 0) return found;
    }
    const refined = selectorsOf(selector['refinedBy'], depth + 1);
    if (refined.length > 0) return refined;
  }
  return [];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
