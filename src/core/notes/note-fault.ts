/** What can go wrong with notes. The codes are stable: they cross contexts and are shown in words. */
export const NOTE_FAULTS = [
  /** The disk, or what the browser grants, is full. */
  'full',
  /** The browser keeps no database here: a private window, or site data forbidden. */
  'unavailable',
  /** Another of our pages is in the way of opening the database. */
  'blocked',
  /** The database is of a newer version of the extension. */
  'newer',
  /** The database was taken away while it was open, and could not be opened again. */
  'gone',
  /** There is no such note (any more). */
  'no-note',
  /** What was to be saved is no note: too long, or misshapen. */
  'refused',
  /** The extension was updated or removed: only a reload of the page helps. */
  'updated',
  'failed',
] as const;
export type NoteFault = (typeof NOTE_FAULTS)[number];

/** An answer about notes, as it crosses contexts. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: NoteFault };

/** The same as an exception, within one context. */
export class NoteError extends Error {
  readonly fault: NoteFault;

  constructor(fault: NoteFault, cause?: unknown) {
    super(`notes: ${fault}`, { cause });
    this.name = 'NoteError';
    this.fault = fault;
  }
}
