import type { NotePage } from '../../core/notes/note.ts';
import { cleanAddress, isCanonicalOf, siteOf } from '../../core/notes/page-keys.ts';
import { pageAddress } from '../page-address.ts';

/** Longer titles are cut, in UTF-16 units. */
const LONGEST_TITLE = 500;

/** The page as a note remembers it. */
export function describePage(fingerprint: string): NotePage {
  const url = cleanAddress(pageAddress() ?? location.href);
  const stated = document.querySelector<HTMLLinkElement>('link[rel~="canonical"][href]')?.href ?? '';
  return {
    url,
    canonicalUrl: stated !== '' && isCanonicalOf(stated, url) ? cleanAddress(stated) : url,
    title: document.title.trim().slice(0, LONGEST_TITLE),
    site: siteOf(url),
    fingerprint,
  };
}
