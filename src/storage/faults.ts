import { NoteError, type NoteFault } from '../core/notes/note-fault.ts';

/** By the names of Dexie's errors and of the browsers' own, which are often inside them. */
const FAULTS: Readonly<Record<string, NoteFault>> = {
  QuotaExceededError: 'full',
  VersionError: 'newer',
  MissingAPIError: 'unavailable',
  MissingApiError: 'unavailable',
  SecurityError: 'unavailable',
  NotAllowedError: 'unavailable',
  DatabaseClosedError: 'gone',
  // What a closing connection says, and Firefox where it keeps no database.
  InvalidStateError: 'gone',
  NotFoundError: 'gone',
  UnknownError: 'gone',
};

/** What an error of the database means to the reader. */
export function faultOf(error: unknown): NoteFault {
  for (let at: unknown = error; at instanceof Error || at instanceof DOMException;) {
    if (at instanceof NoteError) return at.fault;
    // Dexie hides a full disk in an aborted transaction.
    const fault = FAULTS[at.name];
    if (fault !== undefined) return fault;
    const { inner, cause } = at as { inner?: unknown; cause?: unknown };
    at = inner ?? cause;
  }
  return 'failed';
}

/** Whether the connection is lost, and another may be had. */
export function isConnectionLost(error: unknown): boolean {
  return faultOf(error) === 'gone';
}
