import type { NoteColour } from '../notes/note.ts';
import { readNoteQuery } from './note-query.ts';
import { gramsOf, intersect, Postings } from './postings.ts';
import type { Readings } from './readings.ts';

/** What is looked for of a note. */
export interface IndexedNote {
  readonly id: string;
  /** Everything that is searched, joined by "\n" and folded. */
  readonly folded: string;
  readonly target: 'term' | 'quote' | 'page';
  readonly termId?: string;
  readonly tags: readonly string[];
  readonly colour: NoteColour;
  readonly site: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly modified: number;
}

/** Which notes; what is left out does not matter, and of a list one must hold. */
export interface NoteFilter {
  readonly tags?: readonly string[] | undefined;
  readonly colours?: readonly NoteColour[] | undefined;
  readonly targets?: readonly IndexedNote['target'][] | undefined;
  readonly sites?: readonly string[] | undefined;
  readonly termIds?: readonly string[] | undefined;
  /** Created from and before, in milliseconds since 1970. */
  readonly from?: number | undefined;
  readonly before?: number | undefined;
}

export const NOTE_SORTS = ['modified', 'created', 'oldest', 'site'] as const;
export type NoteSort = (typeof NOTE_SORTS)[number];

/** A name and how many notes have it. */
export type Facet = readonly [name: string, notes: number];

/** How many notes have each tag, colour, target and site; the most frequent first. */
export interface NoteFacets {
  readonly tags: readonly Facet[];
  readonly colours: readonly Facet[];
  readonly targets: readonly Facet[];
  readonly sites: readonly Facet[];
}

type Counts = Map<string, number>;

const COMPARE: Readonly<Record<NoteSort, (a: IndexedNote, b: IndexedNote) => number>> = {
  modified: (a, b) => b.modified - a.modified,
  created: (a, b) => b.created - a.created,
  oldest: (a, b) => a.created - b.created,
  site: (a, b) => (a.site < b.site ? -1 : a.site > b.site ? 1 : b.modified - a.modified),
};

/**
 * All notes in memory, found by one character as by many: for each character, each
 * two that follow one another and each Latin word the ascending ordinals of the
 * notes that have it. Memory: about four bytes for each distinct pair of a note,
 * besides the folded text.
 */
export class NoteIndex {
  readonly #readings: Readings;
  #postings = new Postings();
  /** By ordinal; a changed note gets a new one, and its old one is empty. */
  #notes: (IndexedNote | undefined)[] = [];
  readonly #ordinals = new Map<string, number>();
  /** Ordinals in each order, until a note changes. */
  #orders = new Map<NoteSort, readonly number[]>();

  constructor(readings: Readings) {
    this.#readings = readings;
  }

  get size(): number {
    return this.#ordinals.size;
  }

  put(note: IndexedNote): void {
    this.remove(note.id);
    const ordinal = this.#notes.push(note) - 1;
    this.#ordinals.set(note.id, ordinal);
    this.#postings.add(ordinal, gramsOf(note.folded));
    this.#orders.clear();
    // Half of the ordinals are of notes that have changed since: number them anew.
    if (this.#notes.length > 1000 && this.#notes.length > 2 * this.#ordinals.size) this.#rebuild();
  }

  remove(id: string): void {
    const ordinal = this.#ordinals.get(id);
    if (ordinal === undefined) return;
    this.#ordinals.delete(id);
    this.#notes[ordinal] = undefined;
    this.#orders.clear();
  }

  /**
   * The ids of the notes that have every word of a folded query and pass the filter,
   * in order; of all of them `total` says the number.
   */
  search(
    folded: string,
    filter: NoteFilter = {},
    sort: NoteSort = 'modified',
    offset = 0,
    limit = Infinity,
  ): { readonly ids: string[]; readonly total: number } {
    const passes = filterOf(filter);
    const found = this.#matching(folded);
    const few = found !== undefined && found.length < this.#ordinals.size / 16;
    const order = few ? this.#compared([...found], sort) : this.#order(sort);
    const wanted = few || found === undefined ? undefined : bitsOf(found, this.#notes.length);
    // All that is left to do after the last one of the slice is counting, and often that is known.
    const known = passes === undefined && this.#isDense ? (found?.length ?? order.length) : undefined;
    const ids: string[] = [];
    let total = 0;
    for (const ordinal of order) {
      if (wanted !== undefined && wanted[ordinal] !== 1) continue;
      const note = this.#notes[ordinal];
      if (note === undefined || passes?.(note) === false) continue;
      if (total >= offset && ids.length < limit) ids.push(note.id);
      total++;
      if (known !== undefined && ids.length === limit) break;
    }
    return { ids, total: known ?? total };
  }

  /** Whether no ordinal is of a note that has changed since. */
  get #isDense(): boolean {
    return this.#notes.length === this.#ordinals.size;
  }

  facets(): NoteFacets {
    const tags: Counts = new Map();
    const colours: Counts = new Map();
    const targets: Counts = new Map();
    const sites: Counts = new Map();
    const count = (of: Counts, name: string): void => {
      of.set(name, (of.get(name) ?? 0) + 1);
    };
    for (const note of this.#notes) {
      if (note === undefined) continue;
      for (const tag of note.tags) count(tags, tag);
      count(colours, note.colour);
      count(targets, note.target);
      if (note.site !== '') count(sites, note.site);
    }
    return { tags: sorted(tags), colours: sorted(colours), targets: sorted(targets), sites: sorted(sites) };
  }

  /** Ordinals of the notes with every word; undefined where the query has none. */
  #matching(folded: string): readonly number[] | undefined {
    const parts = readNoteQuery(folded, this.#readings);
    let found: readonly number[] | undefined;
    for (const part of parts) {
      const candidates = part.candidates(this.#postings);
      found = found === undefined ? candidates : intersect(found, candidates);
    }
    const unsure = parts.filter(({ exact }) => !exact);
    if (found === undefined || unsure.length === 0) return found;
    return found.filter((ordinal) => {
      const text = this.#notes[ordinal]?.folded;
      return text !== undefined && unsure.every((part) => part.isIn(text));
    });
  }

  #order(sort: NoteSort): readonly number[] {
    const known = this.#orders.get(sort);
    if (known !== undefined) return known;
    const order = this.#compared([...this.#ordinals.values()], sort);
    this.#orders.set(sort, order);
    return order;
  }

  #compared(ordinals: number[], sort: NoteSort): number[] {
    const compare = COMPARE[sort];
    return ordinals.sort((a, b) => {
      const [noteA, noteB] = [this.#notes[a], this.#notes[b]];
      return noteA === undefined || noteB === undefined ? a - b : compare(noteA, noteB);
    });
  }

  #rebuild(): void {
    const notes = this.#notes.filter((note) => note !== undefined);
    this.#notes = [];
    this.#postings = new Postings();
    this.#ordinals.clear();
    for (const note of notes) {
      const ordinal = this.#notes.push(note) - 1;
      this.#ordinals.set(note.id, ordinal);
      this.#postings.add(ordinal, gramsOf(note.folded));
    }
  }
}

function bitsOf(ordinals: readonly number[], length: number): Uint8Array {
  const bits = new Uint8Array(length);
  for (const ordinal of ordinals) bits[ordinal] = 1;
  return bits;
}

/** Undefined where every note passes. */
function filterOf({
  tags,
  colours,
  targets,
  sites,
  termIds,
  from,
  before,
}: NoteFilter): ((note: IndexedNote) => boolean) | undefined {
  const lists = [tags, colours, targets, sites, termIds];
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
  const anyTag = tags === undefined || tags.length === 0;
  return (note) =>
    colour(note.colour) &&
    target(note.target) &&
    site(note.site) &&
    term(note.termId) &&
    (anyTag || note.tags.some(tag)) &&
    (from === undefined || note.created >= from) &&
    (before === undefined || note.created < before);
}

function sorted(counts: Counts): Facet[] {
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}
