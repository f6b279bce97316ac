import { fingerprint } from '../anchor/fingerprint.ts';
import { webAddress } from '../notes/address.ts';
import type { Note } from '../notes/note.ts';
import { isoTime, type ExportInput } from './export-input.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';

/**
 * W3C Web Annotation Data Model (Recommendation of 23 February 2017) as JSON-LD: a
 * collection with one page of annotations. Positions are code points, as 4.2.5 has
 * them; a position whose code points are not known is left out.
 */
export function exportWebAnnotation({ notes, now }: ExportInput): string {
  const name = fingerprint(notes.map(({ id, modified }) => `${id} ${String(modified)}`).join('\n'));
  const collection = `urn:tifa:notes:${name}`;
  const page = {
    id: `${collection}:1`,
    type: 'AnnotationPage',
    partOf: collection,
    startIndex: 0,
    items: notes.map(annotation),
  };
  const file = {
    '@context': CONTEXT,
    id: collection,
    type: 'AnnotationCollection',
    label: 'Tifa',
    generated: isoTime(now),
    total: notes.length,
    ...(notes.length === 0 ? {} : { first: page }),
  };
  return `${JSON.stringify(wellFormed(file), null, 2)}\n`;
}

function annotation(note: Note): object {
  const bodies: object[] = [];
  if (note.body !== '') {
    bodies.push({ type: 'TextualBody', value: note.body, format: 'text/markdown', purpose: 'commenting' });
  }
  for (const tag of note.tags) bodies.push({ type: 'TextualBody', value: tag, purpose: 'tagging' });
  if (note.termId !== undefined) {
    bodies.push({
      type: 'SpecificResource',
      source: `urn:tifa:term:${encodeURIComponent(note.termId.replace(/\p{Surrogate}/gu, '\ufffd'))}`,
      purpose: 'identifying',
    });
  }
  const source = sourceOf(note);
  const selectors = selectorsOf(note);
  return {
    '@context': CONTEXT,
    id: `urn:uuid:${note.id}`,
    type: 'Annotation',
    motivation: note.body !== '' ? 'commenting' : note.tags.length > 0 ? 'tagging' : 'highlighting',
    created: isoTime(note.created),
    modified: isoTime(note.modified),
    ...(bodies.length === 0 ? {} : { body: bodies }),
    target:
      selectors.length === 0
        ? source
        : { source, selector: selectors.length === 1 ? selectors[0] : selectors },
  };
}

/** An IRI for the page: its address, or a name where that is no web address. */
export function sourceOf({ page }: Note): string {
  return webAddress(page.url) ?? `urn:tifa:page:${page.fingerprint.replace(/[^0-9a-f]/giu, '') || '0'}`;
}

function selectorsOf(note: Note): object[] {
  const selectors: object[] = [];
  for (const selector of note.selectors) {
    if (selector.space !== 'raw') continue;
    if (selector.type === 'TextQuoteSelector') {
      const { type, exact, prefix, suffix } = selector;
      selectors.push({
        type,
        exact,
        ...(prefix === '' ? {} : { prefix }),
        ...(suffix === '' ? {} : { suffix }),
      });
    } else if (selector.points !== undefined) {
      selectors.push({ type: selector.type, start: selector.points.start, end: selector.points.end });
    }
  }
  return selectors;
}

/** The same with half surrogate pairs made U+FFFD, which JSON-LD processors refuse. */
export function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/\p{Surrogate}/gu, '\ufffd');
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, wellFormed(inner)]));
  }
  return value;
}
