import { isCanonicalOf, noteKeys, pageKeys, termKey } from '../../core/notes/page-keys.ts';
import { canonicalAddress, siteOf } from '../../core/notes/address.ts';
import type { Note, NewNote } from '../../core/notes/note-edits.ts';
import { browser, type MessageSender } from '../../platform/browser.ts';
import type { PageClaim } from '../../protocol/notes.ts';

/** Who speaks: one of our own pages, or the script of a web page at an address the browser vouches for. */
export type Speaker = { readonly own: true } | { readonly own: false; readonly url: string };

export function speakerOf(sender: MessageSender): Speaker | undefined {
  if (sender.id !== browser.runtime.id) return undefined;
  const { url, tab, frameId } = sender;
  if (url?.startsWith(browser.runtime.getURL('')) === true) return { own: true };
  if (url === undefined || tab === undefined) return undefined;
  return { own: false, url: frameId === 0 ? addressNow(url, tab.url) : url };
}

/**
 * The address of a page that changes it without being loaded again: of the sender
 * Chromium tells the one that its document began with, of the tab the one of now.
 */
function addressNow(began: string, now: string | undefined): string {
  if (now === undefined || !URL.canParse(now) || !URL.canParse(began)) return began;
  return new URL(now).origin === new URL(began).origin ? now : began;
}

/** The keys of the page that is spoken of. A web page speaks of itself only, whatever it says. */
export function keysOf(speaker: Speaker, { url, canonicalUrl, fingerprint }: PageClaim): string[] {
  const address = speaker.own ? url : speaker.url;
  return pageKeys({
    url: address ?? '',
    ...(canonicalUrl === undefined ? {} : { canonicalUrl }),
    ...(fingerprint === undefined ? {} : { fingerprint }),
  });
}

/** Whether a speaker may change a note: our own pages any, a web page its own and those on terms. */
export function mayChange(speaker: Speaker, claim: PageClaim, note: Note): boolean {
  if (speaker.own || note.target === 'term') return true;
  const keys = new Set(keysOf(speaker, claim));
  return noteKeys(note).some((key) => keys.has(key));
}

/** The note with its page's addresses as the browser has them, where a web page sent it. */
export function ofItsPage(speaker: Speaker, note: NewNote): NewNote {
  if (speaker.own) return note;
  const { url } = speaker;
  const { canonicalUrl } = note.page;
  return {
    ...note,
    page: {
      ...note.page,
      url: url.replace(/#.*$/u, ''),
      canonicalUrl: canonicalAddress(isCanonicalOf(canonicalUrl, url) ? canonicalUrl : url),
      site: siteOf(url),
    },
  };
}

/** The keys under which an unfinished note is found again. */
export function draftKeys(note: NewNote): string[] {
  return note.target === 'term' ? [termKey(note.termId ?? '')] : pageKeys(note.page);
}
