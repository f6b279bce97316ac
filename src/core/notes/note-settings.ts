/** Keys of extension storage that are about notes. */

/**
 * Whether there are any notes or drafts, and when they last changed. The worker
 * writes it after every change; pages and our own windows hear of changes by it.
 */
export const NOTES_MARK = 'notes';

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

/** `host` as in location.host. */
export function noteChoiceKeys(host: string): NoteChoiceKeys {
  return {
    panelOnly: `notes-in-panel:site:${host}`,
    noToolbar: 'noteToolbar:off',
    noToolbarHere: `noteToolbar:off:site:${host}`,
  };
}

export function noteChoices(keys: NoteChoiceKeys, stored: Readonly<Record<string, unknown>>): NoteChoices {
  return {
    panelOnly: stored[keys.panelOnly] === true,
    toolbar: stored[keys.noToolbar] !== true && stored[keys.noToolbarHere] !== true,
  };
}
