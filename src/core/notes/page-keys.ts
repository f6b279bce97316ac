/** Under which keys a note is found from a page: the same article has the same at every address. */
import type { Note } from './note.ts';

/** Parameters that say how a reader came to a page, not which page it is. */
const TRACKING =
  /^(?:utm_\w+|spm|from|isappinstalled|share\w*|scene|src|source|tdsourcetag|fbclid|gclid|msclkid|yclid|mc_[ce]id|_hs\w+|wt_\w+|track\w*|ref|referer|referrer|channel|clicktime|enterid|sharer_\w+|nsukey|wxshare_count|bd_vid|sudaref|hmsr)$/iu;

/** Hosts' first labels that show the same pages: of phones, and none. */
const SAME_HOST = /^(?:www|m|wap|mobile|h5|amp|3g)\./u;

/** The host without what only says which edition it is. */
export function siteOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^www\./u, '') : '';
}

/**
 * An address without fragment and tracking parameters; the others in their order.
 * What is no address is given back as it is.
 */
export function cleanAddress(address: string): string {
  if (!URL.canParse(address)) return address;
  const url = new URL(address);
  url.hash = '';
  url.username = '';
  url.password = '';
  for (const name of [...url.searchParams.keys()]) {
    if (TRACKING.test(name)) url.searchParams.delete(name);
  }
  return url.href.replace(/\?$/u, '');
}

/** The key of an address: scheme, edition of the host, trailing slash and order of parameters left out. */
export function addressKey(address: string): string | undefined {
  const clean = cleanAddress(address);
  if (!URL.canParse(clean)) return undefined;
  const url = new URL(clean);
  if (url.host === '') return undefined;
  url.searchParams.sort();
  const host = url.host.replace(SAME_HOST, '');
  return `a:${host}${url.pathname.replace(/\/+$/u, '')}${url.search}`;
}

export function fingerprintKey(fingerprint: string): string | undefined {
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
  if (!URL.canParse(canonical) || !URL.canParse(address)) return false;
  const host = (url: string): string => new URL(url).hostname.replace(SAME_HOST, '');
  return host(canonical) === host(address);
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
