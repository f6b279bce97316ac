import type { SightState } from '../notes/sighting.ts';
import type { IndexedNote } from './indexed-note.ts';
import { filterOf, type NoteFilter } from './note-filter.ts';
import { hasNote, keepBoth, listed, type NoteBits } from './note-bits.ts';
import { readNoteQuery, type SoughtPart } from './note-query.ts';
import { Postings } from './postings.ts';
import type { Readings } from './readings.ts';

export const NOTE_SORTS = ['modified', 'created', 'oldest', 'page', 'site'] as const;
export type NoteSort = (typeof NOTE_SORTS)[number];

/** A name and how many notes have it. */
export type Facet = readonly [name: string, notes: number];

/** How many notes have each tag, colour, target, site and last state; the most frequent first. */
export interface NoteFacets {
  readonly tags: readonly Facet[];
  readonly colours: readonly Facet[];
  readonly targets: readonly Facet[];
  readonly sites: readonly Facet[];
  readonly states: readonly Facet[];
}

/** A page with notes. */
export interface NotedPage {
  /** Its canonical address, and the fingerprint of its article. */
  readonly page: string;
  readonly article: string;
  readonly title: string;
  readonly notes: number;
}

/** What notes are on: pages, those with the newest notes first, and terms by their ids, the most frequent first. */
export interface NotedPlaces {
  readonly pages: readonly NotedPage[];
  readonly terms: readonly Facet[];
}

type Counts = Map<string, number>;

/** What a search has found. */
export interface FoundIds {
  readonly ids: string[];
  readonly total: number;
  /** Whether there are more than `total`: what is beyond the slice was counted up to here only. */
  readonly more: boolean;
}

/** Notes that are looked at to count what is beyond the slice. They lie all over the memory: looking at so many takes a tenth of a millisecond. */
const COUNTED = 50;
/** Where no more than this share of all notes can have the words, all of them are looked at. */
const FEW = 1 / 100;

const COMPARE: Readonly<Record<Exclude<NoteSort, 'page'>, (a: IndexedNote, b: IndexedNote) => number>> = {
  modified: (a, b) => b.modified - a.modified,
  created: (a, b) => b.created - a.created,
  oldest: (a, b) => a.created - b.created,
  site: (a, b) => (a.site < b.site ? -1 : a.site > b.site ? 1 : b.modified - a.modified),
};

/**
 * All notes in memory, found by one character as by many. The index says in which notes
 * the words can be ({@link Postings}), the folded texts in which notes they are: common words
 * are found by looking at notes in their order until the slice is full, rare ones by looking
 * at the few that can have them. Memory: about four bytes for each distinct pair of a block of
 * eight notes, less where it is common, and 256 bytes a note, besides the folded text.
 */
export class NoteIndex {
  readonly #readings: Readings;
  readonly #stateOf: (id: string) => SightState | undefined;
  #postings = new Postings();
  /** By ordinal; a changed note gets a new one, and its old one is empty. */
  #notes: (IndexedNote | undefined)[] = [];
  /** Their folded texts once more: each object on the way to one lies elsewhere in the memory. */
  #texts: (string | undefined)[] = [];
  readonly #ordinals = new Map<string, number>();
  /** Ordinals in each order, and the place of each in it, until a note changes. */
  #orders = new Map<NoteSort, { readonly order: readonly number[]; readonly ranks: Int32Array }>();

  /** @param stateOf what had become of a note's words when they were last looked for */
  constructor(readings: Readings, stateOf: (id: string) => SightState | undefined = () => undefined) {
    this.#readings = readings;
    this.#stateOf = stateOf;
  }

  get size(): number {
    return this.#ordinals.size;
  }

  put(note: IndexedNote): void {
    this.remove(note.id);
    this.#add(note);
    this.#orders.clear();
    // Half of the ordinals are of notes that have changed since: number them anew.
    if (this.#notes.length > 1000 && this.#notes.length > 2 * this.#ordinals.size) this.#rebuild();
  }

  remove(id: string): void {
    const ordinal = this.#ordinals.get(id);
    if (ordinal === undefined) return;
    this.#ordinals.delete(id);
    this.#postings.remove(ordinal, this.#texts[ordinal] ?? '');
    this.#notes[ordinal] = this.#texts[ordinal] = undefined;
    this.#orders.clear();
  }

  /**
   * The ids of the notes that have every word of a folded query and pass the filter,
   * in order; `total` says how many there are, or that there are more. Notes are looked
   * at in that order, and so only as many as the slice needs and some more.
   */
  search(
    folded: string,
    filter: NoteFilter = {},
    sort: NoteSort = 'modified',
    offset = 0,
    limit = Infinity,
  ): FoundIds {
    const passes = filterOf(filter, this.#stateOf);
    const parts = readNoteQuery(folded, this.#readings).map((part) => part.among(this.#postings));
    const may = mayHave(parts);
    const { order, ranks } = this.#order(sort);
    /** Whether a note is one of them. */
    const takes = (ordinal: number): boolean => {
      const text = this.#texts[ordinal];
      if (text === undefined) return false;
      for (const part of parts) if (!part.isIn(text)) return false;
      if (passes === undefined) return true;
      const note = this.#notes[ordinal];
      return note !== undefined && passes(note);
    };
    const idAt = (ordinal: number): string => this.#notes[ordinal]?.id ?? '';
    const most = this.#notes.length * FEW;
    const few = may === undefined ? undefined : listed(may, most);
    if (few !== undefined && few.length <= most) {
      const found = Int32Array.from(few.filter(takes), (ordinal) => ranks[ordinal] ?? 0).sort();
      const slice = found.subarray(offset, limit === Infinity ? undefined : offset + limit);
      const ids = Array.from(slice, (rank) => idAt(order[rank] ?? -1));
      return { ids, total: found.length, more: false };
    }
    const ids: string[] = [];
    let total = 0;
    // All that is left to do after the last one of the slice is counting, and often that is known.
    const known = passes === undefined ? this.#known(parts) : undefined;
    let counted = 0;
    for (const ordinal of order) {
      if (may !== undefined && !hasNote(may, ordinal)) continue;
      if (ids.length === limit && (known !== undefined || (parts.length > 0 && ++counted > COUNTED))) {
        return known === undefined ? { ids, total, more: true } : { ids, total: known, more: false };
      }
      if (!takes(ordinal)) continue;
      if (total >= offset && ids.length < limit) ids.push(idAt(ordinal));
      total++;
    }
    return { ids, total, more: false };
  }

  /** How many notes have all of some words, where that is known without looking. */
  #known(parts: readonly SoughtPart[]): number | undefined {
    const [only, ...more] = parts;
    if (only === undefined) return this.#ordinals.size;
    return more.length === 0 ? only.count : undefined;
  }

  facets(): NoteFacets {
    const tags: Counts = new Map();
    const colours: Counts = new Map();
    const targets: Counts = new Map();
    const sites: Counts = new Map();
    const states: Counts = new Map();
    const count = (of: Counts, name: string): void => {
      of.set(name, (of.get(name) ?? 0) + 1);
    };
    for (const note of this.#notes) {
      if (note === undefined) continue;
      for (const tag of note.tags) count(tags, tag);
      count(colours, note.colour);
      count(targets, note.target);
      if (note.site !== '') count(sites, note.site);
      const state = this.#stateOf(note.id);
      if (state !== undefined) count(states, state);
    }
    return {
      tags: sorted(tags),
      colours: sorted(colours),
      targets: sorted(targets),
      sites: sorted(sites),
      states: sorted(states),
    };
  }

  /** @param most pages and terms beyond so many are left out */
  places(most: number): NotedPlaces {
    const pages = new Map<string, { newest: IndexedNote; notes: number }>();
    const terms: Counts = new Map();
    for (const note of this.#notes) {
      if (note === undefined) continue;
      if (note.termId !== undefined) terms.set(note.termId, (terms.get(note.termId) ?? 0) + 1);
      const known = pages.get(note.page);
      if (known === undefined) pages.set(note.page, { newest: note, notes: 1 });
      else {
        known.notes++;
        if (note.created > known.newest.created) known.newest = note;
      }
    }
    return {
      pages: [...pages.values()]
        .sort((a, b) => b.newest.created - a.newest.created)
        .slice(0, most)
        .map(({ newest: { page, article, title }, notes }) => ({ page, article, title, notes })),
      terms: sorted(terms).slice(0, most),
    };
  }

  #order(sort: NoteSort): { readonly order: readonly number[]; readonly ranks: Int32Array } {
    const known = this.#orders.get(sort);
    if (known !== undefined) return known;
    const order = this.#compared([...this.#ordinals.values()], sort);
    const ranks = new Int32Array(this.#notes.length);
    order.forEach((ordinal, rank) => {
      ranks[ordinal] = rank;
    });
    const made = { order, ranks };
    this.#orders.set(sort, made);
    return made;
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
    this.#texts = [];
    this.#postings = new Postings();
    this.#ordinals.clear();
    for (const note of notes) this.#add(note);
  }

  #add(note: IndexedNote): void {
    const ordinal = this.#notes.push(note) - 1;
    this.#texts.push(note.folded);
    this.#ordinals.set(note.id, ordinal);
    this.#postings.add(ordinal, note.folded);
  }
}

/** The notes that may have every word; undefined where there is none. */
function mayHave(parts: readonly SoughtPart[]): NoteBits | undefined {
  const [first, ...others] = parts;
  if (first !== undefined) for (const { notes } of others) keepBoth(first.notes, notes);
  return first?.notes;
}

function sorted(counts: Counts): Facet[] {
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
}
