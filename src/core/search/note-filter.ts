import type { NoteColour } from '../notes/note.ts';
import type { SightState } from '../notes/sighting.ts';
import type { IndexedNote } from './indexed-note.ts';

/** Which notes; what is left out does not matter, and of a list one must hold. */
export interface NoteFilter {
  readonly tags?: readonly string[] | undefined;
  readonly colours?: readonly NoteColour[] | undefined;
  readonly targets?: readonly IndexedNote['target'][] | undefined;
  readonly sites?: readonly string[] | undefined;
  readonly termIds?: readonly string[] | undefined;
  /** Canonical addresses and fingerprints: either names a page. */
  readonly pages?: readonly string[] | undefined;
  /** What had become of the note's words when they were last looked for. */
  readonly states?: readonly SightState[] | undefined;
  /** Created from and before, in milliseconds since 1970. */
  readonly from?: number | undefined;
  readonly before?: number | undefined;
}

/** Undefined where every note passes. */
export function filterOf(
  { tags, colours, targets, sites, termIds, pages, from, before, states }: NoteFilter,
  stateOf: (id: string) => SightState | undefined,
): ((note: IndexedNote) => boolean) | undefined {
  const lists = [tags, colours, targets, sites, termIds, pages, states];
  if (from === undefined && before === undefined && lists.every((list) => (list?.length ?? 0) === 0)) {
    return undefined;
  }
  const oneOf = <T>(wanted: readonly T[] | undefined): ((value: T | undefined) => boolean) => {
    if (wanted === undefined || wanted.length === 0) return () => true;
    const set = new Set(wanted);
    return (value) => value !== undefined && set.has(value);
  };
  const [colour, target, site, term, tag] = [
    oneOf(colours),
    oneOf(targets),
    oneOf(sites),
    oneOf(termIds),
    oneOf(tags),
  ];
  const page = oneOf(pages);
  const state = oneOf(states);
  const anyState = states === undefined || states.length === 0;
  const anyTag = tags === undefined || tags.length === 0;
  return (note) =>
    colour(note.colour) &&
    target(note.target) &&
    site(note.site) &&
    term(note.termId) &&
    (page(note.page) || page(note.article)) &&
    (anyState || state(stateOf(note.id))) &&
    (anyTag || note.tags.some(tag)) &&
    (from === undefined || note.created >= from) &&
    (before === undefined || note.created < before);
}
