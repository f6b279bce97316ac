import { learnReadings, type Readings } from '../../core/search/readings.ts';
import {
  NoteIndex,
  type FoundIds,
  type NoteFacets,
  type NotedPlaces,
  type NoteSort,
} from '../../core/search/note-index.ts';
import type { NoteFilter } from '../../core/search/note-filter.ts';
import type { IndexedNote } from '../../core/search/indexed-note.ts';
import { foldQuery } from '../../core/search/note-query.ts';
import { QueryPlaces } from '../../core/search/query-places.ts';
import type { Knowledge, Term } from '../../core/knowledge/knowledge.ts';
import { buildFoldTable } from '../../core/text/build-fold-table.ts';
import type { FoldTable } from '../../core/text/fold-table.ts';
import { Folder, foldedText } from '../../core/text/fold.ts';
import type { Note } from '../../core/notes/note.ts';
import { sightingDay, type Sighting, type SightState } from '../../core/notes/sighting.ts';
import { placeOf } from '../../core/notes/reading-order.ts';
import type { FoundNote } from '../../protocol/notes.ts';
import type { NotesRepository } from '../../storage/notes-repository.ts';

/** Notes read from the database at a time. Indexing so many takes a few milliseconds. */
const SLICE = 500;

/**
 * Finds notes by an index in memory, which is built in slices when it is first
 * asked, and follows every change from then on. (Why not in the database:
 * docs/decisions/0030.)
 */
export class NoteSearch {
  readonly #repository: NotesRepository;
  readonly #knowledge: () => Knowledge;
  #index: Promise<NoteIndex> | undefined;
  #tools: { readonly table: FoldTable; readonly folder: Folder; readonly readings: Readings } | undefined;
  /** What changed while the index was being built. */
  #later: (() => void)[] | undefined;
  #built: NoteIndex | undefined;
  /** The database that the index is of. */
  #device: string | undefined;
  #states = new Map<string, SightState>();
  readonly #texts = new Map<string, string>();
  #terms: ReadonlyMap<string, Term> | undefined;

  constructor(repository: NotesRepository, knowledge: () => Knowledge) {
    this.#repository = repository;
    this.#knowledge = knowledge;
    repository.onChanged(({ changed, removed }) => {
      const follow = (): void => {
        for (const id of removed) this.#built?.remove(id);
        for (const note of changed) {
          if (note.deleted === undefined) this.#built?.put(this.#indexed(note));
          else this.#built?.remove(note.id);
        }
      };
      if (this.#later !== undefined) this.#later.push(follow);
      else follow();
    });
  }

  async search(
    query: string,
    filter: NoteFilter,
    sort: NoteSort,
    offset: number,
    limit: number,
  ): Promise<FoundIds> {
    const index = await this.#ready();
    return index.search(foldQuery(query, this.#getTools().folder), filter, sort, offset, limit);
  }

  async facets(): Promise<NoteFacets> {
    return (await this.#ready()).facets();
  }

  async places(most: number): Promise<NotedPlaces> {
    return (await this.#ready()).places(most);
  }

  /**
   * Keeps what has become of notes' words today. Where it was known already nothing is written,
   * so that a page that is read again costs nothing.
   *
   * @returns whether anything was new
   */
  async saw(states: readonly (readonly [id: string, state: SightState])[], now: number): Promise<boolean> {
    const day = sightingDay(now);
    const known = await this.#repository.sightings(states.map(([id]) => id));
    const fresh = new Map(
      states.flatMap(([id, state]): [string, Sighting][] => {
        const before = known.get(id);
        return before?.state === state && before.day === day ? [] : [[id, { state, day }]];
      }),
    );
    if (fresh.size === 0) return false;
    await this.#repository.keepSightings(fresh);
    for (const [id, { state }] of fresh) this.#states.set(id, state);
    return true;
  }

  async count(): Promise<number> {
    return (await this.#ready()).size;
  }

  /** Notes with the places of a query's words in them, and what had become of theirs. */
  async marked(notes: readonly Note[], query: string): Promise<FoundNote[]> {
    const { table, readings } = this.#getTools();
    const places = new QueryPlaces(query, table, readings);
    const seen = await this.#repository.sightings(notes.map(({ id }) => id));
    return notes.map((note) => ({
      note,
      ...withSighting(seen.get(note.id)),
      marks: {
        body: places.in(note.body),
        quote: places.in(quoteOf(note)),
        title: places.in(note.page.title),
      },
    }));
  }

  /** An index of the database that is there now: of one that was deleted meanwhile nothing is found any more. */
  async #ready(): Promise<NoteIndex> {
    const device = await this.#repository.device();
    // A database without a name has no notes, and the index hears of the first one.
    if (this.#device !== undefined && device !== this.#device) this.#forget();
    this.#device = device;
    this.#index ??= this.#build();
    return this.#index;
  }

  #forget(): void {
    this.#index = undefined;
    this.#built = undefined;
    this.#later = undefined;
  }

  async #build(): Promise<NoteIndex> {
    const later: (() => void)[] = [];
    this.#later = later;
    const index = new NoteIndex(this.#getTools().readings, (id) => this.#states.get(id));
    try {
      const seen = await this.#repository.sightings();
      this.#states = new Map([...seen].map(([id, { state }]) => [id, state]));
      let after: string | undefined;
      do {
        const { notes, next } = await this.#repository.after(after, SLICE);
        for (const note of notes) index.put(this.#indexed(note));
        after = next;
      } while (after !== undefined);
    } catch (error) {
      if (this.#later === later) this.#forget();
      throw error;
    }
    // Forgotten while it was being built.
    if (this.#later !== later) return index;
    this.#built = index;
    this.#later = undefined;
    for (const follow of later) follow();
    return index;
  }

  #indexed(note: Note): IndexedNote {
    const term = note.termId === undefined ? undefined : this.#term(note.termId);
    const texts = [
      note.body,
      quoteOf(note),
      note.page.title,
      ...note.tags,
      ...(term === undefined ? [] : [term.zh, term.en]),
    ];
    return {
      id: note.id,
      folded: texts.map((text) => this.#fold(text)).join('\n'),
      target: note.target,
      ...(note.termId === undefined ? {} : { termId: note.termId }),
      tags: note.tags,
      colour: note.colour,
      site: note.page.site,
      page: this.#shared(note.page.canonicalUrl),
      article: this.#shared(note.page.fingerprint),
      title: this.#shared(note.page.title),
      place: placeOf(note),
      created: note.created,
      modified: note.modified,
    };
  }

  /** One string for all notes of a page. */
  #shared(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }

  #term(id: string): Term | undefined {
    this.#terms ??= new Map(this.#knowledge().terms.map((term) => [term.id, term]));
    return this.#terms.get(id);
  }

  #fold(text: string): string {
    return foldedText(this.#getTools().folder.fold(text));
  }

  #getTools() {
    if (this.#tools === undefined) {
      const table = buildFoldTable();
      this.#tools = { table, folder: new Folder(table), readings: learnReadings(this.#knowledge().terms) };
    }
    return this.#tools;
  }
}

function withSighting(seen: Sighting | undefined): Pick<FoundNote, 'seen'> {
  return seen === undefined ? {} : { seen };
}

/** The words that a note is on; empty of others. */
function quoteOf(note: Note): string {
  return note.selectors.find((selector) => selector.type === 'TextQuoteSelector')?.exact ?? '';
}
