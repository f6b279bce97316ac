import { fnv1a64 } from '../anchor/fingerprint.ts';
import { canonicalAddress, siteOf } from '../notes/address.ts';
import { stampAt } from '../notes/clock.ts';
import type { Note, NoteColour, Selector } from '../notes/note.ts';
import { uuidV7 } from '../notes/uuid.ts';

/** The device of notes that no Tifa has written. */
const DEVICE = 'import';

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/iu;

export interface ForeignNote {
  /** Its identifier where it comes from; a UUID is kept. */
  readonly id: string;
  readonly created: number | undefined;
  readonly modified: number | undefined;
  readonly url: string;
  readonly canonicalUrl?: string;
  readonly title: string;
  readonly fingerprint?: string;
  readonly body: string;
  readonly tags: readonly string[];
  readonly colour?: NoteColour;
  readonly termId?: string;
  readonly target?: Note['target'];
  readonly selectors: Selector[];
}

/**
 * A note made of what another program knows of it. The same input gives the same
 * identifier, so that a file imported twice doubles nothing.
 */
export function foreignNote(source: ForeignNote): Note {
  const modified = source.modified ?? source.created ?? 0;
  const created = Math.min(source.created ?? modified, modified);
  const stamp = stampAt(modified, DEVICE);
  const target =
    source.target ?? (source.selectors.length > 0 ? 'quote' : source.termId !== undefined ? 'term' : 'page');
  return {
    id: UUID.test(source.id) ? source.id.toLowerCase() : uuidV7(created, hashBytes(source.id)),
    created,
    modified,
    clock: { body: stamp, tags: stamp, colour: stamp, target: stamp },
    target,
    ...(source.termId === undefined ? {} : { termId: source.termId }),
    body: source.body,
    tags: [...new Set(source.tags.map((tag) => tag.trim()).filter((tag) => tag !== ''))],
    colour: source.colour ?? 'yellow',
    page: {
      url: source.url,
      canonicalUrl: source.canonicalUrl ?? canonicalAddress(source.url),
      title: source.title,
      site: siteOf(source.url),
      fingerprint: source.fingerprint ?? '',
    },
    selectors: source.selectors,
    device: DEVICE,
  };
}

/** A raw quote of another program, or nothing where it has no words. */
export function quoteSelectors(exact: string, prefix: string, suffix: string): Selector[] {
  return exact.trim() === '' ? [] : [{ type: 'TextQuoteSelector', space: 'raw', exact, prefix, suffix }];
}

/** Ten bytes that stand for a text: two hashes of it. */
function hashBytes(text: string): Uint8Array {
  const units = (prefix: number): Uint8Array => {
    const bytes = new Uint8Array(text.length * 2 + 1);
    bytes[0] = prefix;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      bytes[2 * i + 1] = unit & 0xff;
      bytes[2 * i + 2] = unit >>> 8;
    }
    return bytes;
  };
  const digits = fnv1a64(units(0)) + fnv1a64(units(1));
  return Uint8Array.from({ length: 10 }, (_, i) => Number.parseInt(digits.slice(2 * i, 2 * i + 2), 16));
}
