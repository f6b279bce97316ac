/** Under which keys a note is found from a page: the same article has the same at every address. */
import { canonicalAddress, siteOf, webAddress } from './address.ts';
import type { Note } from './note.ts';

/** The key of an address: the same for every address of a page. Undefined of what is no page of the web. */
export function addressKey(address: string): string | undefined {
  if (webAddress(address) === undefined) return undefined;
  return `a:${canonicalAddress(address)
    .slice('https://'.length)
    .replace(/\/+(?=\?|$)/u, '')}`;
}

function fingerprintKey(fingerprint: string): string | undefined {
  return fingerprint === '' ? undefined : `f:${fingerprint}`;
}

export function termKey(termId: string): string {
  return `t:${termId}`;
}

/**
 * Whether a page may call another address its own: only within its own site, since
 * notes are shown on the strength of it.
 */
export function isCanonicalOf(canonical: string, address: string): boolean {
  const site = siteOf(canonical);
  return site !== '' && site === siteOf(address);
}

/** The keys of a page that is open. */
export function pageKeys(page: {
  readonly url: string;
  readonly canonicalUrl?: string;
  readonly fingerprint?: string;
}): string[] {
  const addresses = [page.url];
  if (page.canonicalUrl !== undefined && isCanonicalOf(page.canonicalUrl, page.url))
    addresses.push(page.canonicalUrl);
  const keys = [...addresses.map(addressKey), fingerprintKey(page.fingerprint ?? '')];
  return [...new Set(keys.filter((key) => key !== undefined))];
}

/** The keys that a note lies under. One on a term lies under its term's alone. */
export function noteKeys(note: Pick<Note, 'target' | 'termId' | 'page' | 'deleted'>): string[] {
  if (note.deleted !== undefined) return [];
  if (note.target === 'term') return note.termId === undefined ? [] : [termKey(note.termId)];
  return pageKeys(note.page);
}
