import type { NoteColour } from '../notes/note.ts';
import { readNoteQuery, type QueryPart } from './note-query.ts';
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
  /** The canonical address of its page. */
  readonly page: string;
  /** The fingerprint of the page's article; empty where there is none. */
  readonly article: string;
  /** Where on the page it is, in units from its beginning; below 0 of a note on the page as a whole. */
  readonly place: number;
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
  /** Canonical addresses and fingerprints: either names a page. */
  readonly pages?: readonly string[] | undefined;
  /** Created from and before, in milliseconds since 1970. */
  readonly from?: number | undefined;
  readonly before?: number | undefined;
}

export const NOTE_SORTS = ['modified', 'created', 'oldest', 'page', 'site'] as const;
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

/** What a search has found. */
export interface FoundIds {
  readonly ids: string[];
  readonly total: number;
  /** Whether there are more than `total`: what is beyond the slice was counted up to here only. */
  readonly more: boolean;
}

/** Notes that are looked at to count what is beyond the slice. Looking at so many takes about a millisecond. */
const COUNTED = 2000;

const COMPARE: Readonly<Record<Exclude<NoteSort, 'page'>, (a: IndexedNote, b: IndexedNote) => number>> = {
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
   * in order; `total` says how many there are, or that there are more. Candidates
   * are looked at in that order, and so only as many as the slice needs and some more.
   */
  search(
    folded: string,
    filter: NoteFilter = {},
    sort: NoteSort = 'modified',
    offset = 0,
    limit = Infinity,
  ): FoundIds {
    const passes = filterOf(filter);
    const { candidates, unsure } = this.#candidates(folded);
    const few = candidates !== undefined && candidates.length < this.#ordinals.size / 16;
    const order = few ? this.#compared([...candidates], sort) : this.#order(sort);
    const wanted = few || candidates === undefined ? undefined : bitsOf(candidates, this.#notes.length);
    // All that is left to do after the last one of the slice is counting, and often that is known.
    const known =
      passes === undefined && unsure.length === 0 && this.#isDense
        ? (candidates?.length ?? order.length)
        : undefined;
    const ids: string[] = [];
    let total = 0;
    let counted = 0;
    for (const ordinal of order) {
      if (wanted !== undefined && wanted[ordinal] !== 1) continue;
      const note = this.#notes[ordinal];
      if (note === undefined || passes?.(note) === false) continue;
      if (unsure.length > 0) {
        if (ids.length === limit && ++counted > COUNTED) return { ids, total, more: true };
        if (!unsure.every((part) => part.isIn(note.folded))) continue;
      }
      if (total >= offset && ids.length < limit) ids.push(note.id);
      total++;
      if (known !== undefined && ids.length === limit) break;
    }
    return { ids, total: known ?? total, more: false };
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

  /**
   * Ordinals of the notes that may have every word, undefined where the query has
   * none, and the words that each of them is still to be looked at for.
   */
  #candidates(folded: string): {
    readonly candidates: readonly number[] | undefined;
    readonly unsure: readonly QueryPart[];
  } {
    const parts = readNoteQuery(folded, this.#readings);
    let candidates: readonly number[] | undefined;
    for (const part of parts) {
      const found = part.candidates(this.#postings);
      candidates = candidates === undefined ? found : intersect(candidates, found);
    }
    return { candidates, unsure: parts.filter(({ exact }) => !exact) };
  }

  #order(sort: NoteSort): readonly number[] {
    const known = this.#orders.get(sort);
    if (known !== undefined) return known;
    const order = this.#compared([...this.#ordinals.values()], sort);
    this.#orders.set(sort, order);
    return order;
  }

  #compared(ordinals: number[], sort: NoteSort): number[] {
    const compare = sort === 'page' ? this.#byPage(ordinals) : COMPARE[sort];
    return ordinals.sort((a, b) => {
      const [noteA, noteB] = [this.#notes[a], this.#notes[b]];
      return noteA === undefined || noteB === undefined ? a - b : compare(noteA, noteB);
    });
  }

  /** As they would be read: pages by the time of their first note, on each by place. */
  #byPage(ordinals: readonly number[]): (a: IndexedNote, b: IndexedNote) => number {
    const first = new Map<string, number>();
    for (const ordinal of ordinals) {
      const note = this.#notes[ordinal];
      if (note === undefined) continue;
      first.set(note.page, Math.min(first.get(note.page) ?? Infinity, note.created));
    }
    const firstOf = ({ page }: IndexedNote): number => first.get(page) ?? 0;
    return (a, b) =>
      firstOf(a) - firstOf(b) ||
      (a.page < b.page ? -1 : a.page > b.page ? 1 : a.place - b.place || a.created - b.created);
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
  pages,
  from,
  before,
}: NoteFilter): ((note: IndexedNote) => boolean) | undefined {
  const lists = [tags, colours, targets, sites, termIds, pages];
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
  const anyTag = tags === undefined || tags.length === 0;
  return (note) =>
    colour(note.colour) &&
    target(note.target) &&
    site(note.site) &&
    term(note.termId) &&
    (page(note.page) || page(note.article)) &&
    (anyTag || note.tags.some(tag)) &&
    (from === undefined || note.created >= from) &&
    (before === undefined || note.created < before);
}

function sorted(counts: Counts): Facet[] {
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}
