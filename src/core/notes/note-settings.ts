/** Keys of extension storage that are about notes. */

/**
 * Whether there are any notes or drafts, and when they last changed. The worker
 * writes it after every change; pages and our own windows hear of changes by it.
 */
export const NOTES_MARK = 'notes';

/** Written when what has become of notes' words is known anew; only the library shows it. */
export const NOTES_SEEN = 'notes-seen';

export interface NotesMark {
  readonly any: boolean;
  /** Grows with every change. */
  readonly changed: number;
}

/** What storage holds under {@link NOTES_MARK}; nothing there means that no note was ever taken. */
export function notesMark(value: unknown): NotesMark {
  const mark = (typeof value === 'object' && value !== null ? value : {}) as Partial<NotesMark>;
  return { any: mark.any === true, changed: typeof mark.changed === 'number' ? mark.changed : 0 };
}

/** What the reader chooses about notes, on a site or everywhere. */
export interface NoteChoices {
  /** Notes are not marked on the page, where its scripts could read what is marked; the panel has them. */
  readonly panelOnly: boolean;
  /** A small toolbar appears at a selection. */
  readonly toolbar: boolean;
}

/** The keys that decide over a page; each holds true, or is not there. */
export interface NoteChoiceKeys {
  readonly panelOnly: string;
  readonly noToolbar: string;
  readonly noToolbarHere: string;
}

/** Off everywhere: the toolbar at a selection. */
export const NO_TOOLBAR = 'noteToolbar:off';

/** What the reader chooses for single sites; a key of storage is one of these and a host. */
export const NOTE_SITE_CHOICES = {
  panelOnly: 'notes-in-panel:site:',
  noToolbar: 'noteToolbar:off:site:',
} as const;
export type NoteSiteChoice = keyof typeof NOTE_SITE_CHOICES;

/**
 * The keys that a choice for a site stands under: with “www.” and without, since
 * browsers show addresses without it. Undefined of what is neither host nor address.
 */
export function siteChoiceKeys(choice: NoteSiteChoice, typed: string): readonly string[] | undefined {
  const address = /^[a-z]+:\/\//iu.test(typed.trim()) ? typed.trim() : `https://${typed.trim()}`;
  if (typed.trim() === '' || !URL.canParse(address)) return undefined;
  const { host, protocol } = new URL(address);
  // Some browsers take a space in a host for %20.
  if (host === '' || host.includes('%') || (protocol !== 'http:' && protocol !== 'https:')) return undefined;
  const site = host.replace(/^www\./u, '');
  return [site, `www.${site}`].map((name) => NOTE_SITE_CHOICES[choice] + name);
}

/** The sites that a choice was made for, without “www.”, each once. */
export function chosenSites(choice: NoteSiteChoice, stored: Readonly<Record<string, unknown>>): string[] {
  const prefix = NOTE_SITE_CHOICES[choice];
  const hosts = Object.keys(stored)
    .filter((key) => key.startsWith(prefix) && stored[key] === true)
    .map((key) => key.slice(prefix.length).replace(/^www\./u, ''));
  return [...new Set(hosts)].sort();
}

/** `host` as in location.host. */
export function noteChoiceKeys(host: string): NoteChoiceKeys {
  return {
    panelOnly: NOTE_SITE_CHOICES.panelOnly + host,
    noToolbar: NO_TOOLBAR,
    noToolbarHere: NOTE_SITE_CHOICES.noToolbar + host,
  };
}

export function noteChoices(keys: NoteChoiceKeys, stored: Readonly<Record<string, unknown>>): NoteChoices {
  return {
    panelOnly: stored[keys.panelOnly] === true,
    toolbar: stored[keys.noToolbar] !== true && stored[keys.noToolbarHere] !== true,
  };
}
