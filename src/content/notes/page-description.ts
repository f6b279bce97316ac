import type { NotePage } from '../../core/notes/note.ts';
import { canonicalAddress, siteOf } from '../../core/notes/address.ts';
import { isCanonicalOf } from '../../core/notes/page-keys.ts';
import { pageAddress } from '../page-address.ts';

/** Longer titles are cut, in UTF-16 units. */
const LONGEST_TITLE = 500;

/** The page as a note remembers it. */
export function describePage(fingerprint: string): NotePage {
  const url = (pageAddress() ?? location.href).replace(/#.*$/u, '');
  const stated = document.querySelector<HTMLLinkElement>('link[rel~="canonical"][href]')?.href ?? '';
  return {
    url,
    canonicalUrl: canonicalAddress(isCanonicalOf(stated, url) ? stated : url),
    title: document.title.trim().slice(0, LONGEST_TITLE),
    site: siteOf(url),
    fingerprint,
  };
}
