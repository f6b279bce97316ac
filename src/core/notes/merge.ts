import { latestStamp } from './clock.ts';
import type { Note } from './note.ts';
import type { NoteVersion } from './version.ts';

export interface Merged {
  readonly note: Note;
  /** Texts that lost, for the note's history. */
  readonly versions: readonly NoteVersion[];
}

/** How a note without text says that it was deleted. */
export function tombstone(note: Note): Note {
  const { passage: _passage, termId: _termId, ...rest } = note;
  return { ...rest, body: '', tags: [], selectors: [] };
}

/**
 * Merges two versions of one note, each field from where it was written last. The
 * same in either order, and nothing written is lost: of two texts the older goes to
 * the history. A note is deleted only if nothing of it was written afterwards.
 */
export function mergeNotes(a: Note, b: Note, why: NoteVersion['why'] = 'merge'): Merged {
  const body = later(a, b, 'body', (note) => note.body);
  const tags = later(a, b, 'tags', (note) => JSON.stringify(note.tags));
  const colour = later(a, b, 'colour', (note) => note.colour);
  const target = later(a, b, 'target', (note) =>
    JSON.stringify([note.target, note.termId, note.passage, note.page, note.selectors]),
  );
  const deletion = later(a, b, 'deleted', (note) => String(note.deleted ?? ''));
  const first = a.created < b.created || (a.created === b.created && a.device <= b.device) ? a : b;
  const { termId, passage } = target;
  const deletedAt = deletion.clock.deleted;
  const clock: Note['clock'] = {
    body: body.clock.body,
    tags: tags.clock.tags,
    colour: colour.clock.colour,
    target: target.clock.target,
    ...(deletedAt === undefined ? {} : { deleted: deletedAt }),
  };
  const written = latestStamp([clock.body, clock.tags, clock.colour, clock.target]) ?? '';
  const isDeleted = deletion.deleted !== undefined && deletedAt !== undefined && deletedAt >= written;
  const alive: Note = {
    id: a.id,
    created: Math.min(a.created, b.created),
    modified: Math.max(a.modified, b.modified),
    clock,
    target: target.target,
    ...(termId === undefined ? {} : { termId }),
    ...(passage === undefined ? {} : { passage }),
    body: body.body,
    tags: tags.tags,
    colour: colour.colour,
    page: target.page,
    selectors: target.selectors,
    device: first.device,
  };
  const lost = body === a ? b : a;
  const versions: NoteVersion[] =
    lost.body === body.body || lost.body === ''
      ? []
      : [{ noteId: a.id, field: 'body', text: lost.body, when: Number(lost.clock.body.slice(0, 15)), why }];
  return isDeleted
    ? { note: { ...tombstone(alive), deleted: deletion.deleted }, versions }
    : { note: alive, versions };
}

/** Whoever wrote a field last; of two at the very same time the greater value, whoever asks. */
function later(a: Note, b: Note, field: keyof Note['clock'], value: (note: Note) => string): Note {
  const stampA = a.clock[field] ?? '';
  const stampB = b.clock[field] ?? '';
  if (stampA !== stampB) return stampA > stampB ? a : b;
  return value(a) >= value(b) ? a : b;
}
