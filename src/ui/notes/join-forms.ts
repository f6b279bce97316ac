import type { NoteForm } from './notes-model.ts';

/** Between two texts that were typed for one note at different times. */
const BETWEEN = '\n\n';

/** Both of two unfinished notes on one place, the older one first. Nothing is there twice. */
export function joinForms(older: NoteForm, newer: NoteForm): NoteForm {
  return {
    body: joinBodies(older.body, newer.body),
    tags: [...new Set([...older.tags, ...newer.tags])],
    // Yellow is what a form begins with.
    colour: newer.colour === 'yellow' ? older.colour : newer.colour,
  };
}

function joinBodies(older: string, newer: string): string {
  const has = (whole: string, part: string): boolean => whole.startsWith(part) || whole.endsWith(part);
  if (has(older, newer)) return older;
  return has(newer, older) ? newer : older + BETWEEN + newer;
}
