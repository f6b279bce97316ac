import { mergeNotes, type Merged } from '../notes/merge.ts';
import type { Note } from '../notes/note.ts';
import type { NoteVersion } from '../notes/version.ts';
import type { Imported, Unreadable } from './import-result.ts';
import { isObject } from './json.ts';

/** A note that is here and in the file, and differs. */
export interface Conflict extends Merged {
  readonly here: Note;
  readonly there: Note;
}

/** What an import would do, before it does anything. */
export interface Preview {
  readonly fresh: readonly Note[];
  readonly same: readonly Note[];
  readonly conflicting: readonly Conflict[];
  readonly unreadable: readonly Unreadable[];
  readonly versions: readonly NoteVersion[];
}

/** What to write, in one transaction. */
export interface MergePlan {
  readonly put: readonly Note[];
  readonly versions: readonly NoteVersion[];
  /** The notes as they were, to undo it in one step; what is new is deleted. */
  readonly before: readonly Note[];
  readonly added: readonly string[];
}

/**
 * Compares a file with the notes that are here, deleted ones included.
 *
 * @param here the notes that are here with the ids of the file's
 */
export function previewImport(
  { notes, versions, unreadable }: Imported,
  here: ReadonlyMap<string, Note>,
): Preview {
  const fresh: Note[] = [];
  const same: Note[] = [];
  const conflicting: Conflict[] = [];
  for (const there of notes) {
    const mine = here.get(there.id);
    if (mine === undefined) {
      fresh.push(there);
      continue;
    }
    if (saysTheSame(mine, there)) {
      same.push(mine);
      continue;
    }
    conflicting.push({ here: mine, there, ...mergeNotes(mine, fill(there, mine), 'import') });
  }
  return { fresh, same, conflicting, unreadable, versions };
}

/** Adds what is new and merges what conflicts: newer text is never written over, older text is kept. */
export function mergePlan({ fresh, conflicting, versions }: Preview): MergePlan {
  const changed = conflicting.filter(({ here, note }) => canonical(here) !== canonical(note));
  return {
    put: [...fresh, ...changed.map(({ note }) => note)],
    versions: [...versions, ...conflicting.flatMap((conflict) => conflict.versions)],
    before: changed.map(({ here }) => here),
    added: fresh.map(({ id }) => id),
  };
}

/** Formats that know less than Tifa lose things on the way; what they keep must be the same. */
function saysTheSame(mine: Note, there: Note): boolean {
  if (isForeign(there)) return signature(mine) === signature(there);
  return canonical(mine) === canonical(there);
}

/** Was all of it written by an importer, and nothing by Tifa since? */
function isForeign({ clock }: Note): boolean {
  return Object.values(clock).every((stamp) => stamp === undefined || stamp.endsWith('-import'));
}

function signature(note: Note): string {
  const quote = note.selectors.find((s) => s.type === 'TextQuoteSelector' && s.space === 'raw');
  return JSON.stringify([
    note.body,
    [...note.tags].sort(),
    quote?.type === 'TextQuoteSelector' ? quote.exact : '',
    note.deleted ?? null,
  ]);
}

/** JSON with the fields in order of name, since stores need not keep the order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1))) : inner,
  );
}

/** A note that came back through another program has lost its place, its colour and its page's name. */
function fill(there: Note, mine: Note): Note {
  if (!isForeign(there) || isForeign(mine)) return there;
  const { termId, passage } = mine;
  return {
    ...there,
    target: mine.target,
    ...(termId === undefined ? {} : { termId }),
    ...(passage === undefined ? {} : { passage }),
    page: mine.page,
    selectors: mine.selectors,
    colour: mine.colour,
    clock: { ...there.clock, target: mine.clock.target, colour: mine.clock.colour },
    device: mine.device,
  };
}
