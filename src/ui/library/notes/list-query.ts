import { formatRoute } from '../../../core/library-route.ts';
import { NOTE_COLOURS, type NoteColour } from '../../../core/notes/note.ts';
import { SIGHT_STATES, type SightState } from '../../../core/notes/sighting.ts';
import type { NotesRequest } from '../../../protocol/notes.ts';
import { NOTE_SORTS, type NoteSort } from '../../../core/search/note-index.ts';

/** A filter as it crosses to the worker. */
export type ListFilter = NonNullable<Extract<NotesRequest, { type: 'tifa:notes/list' }>['filter']>;

const TARGETS = ['quote', 'term', 'page'] as const;

/** What the list of notes shows. Dates are days as 2026-01-31, in the reader's time. */
export interface ListQuery {
  readonly query: string;
  readonly sort: NoteSort;
  readonly tag?: string;
  readonly colour?: NoteColour;
  readonly target?: (typeof TARGETS)[number];
  readonly site?: string;
  readonly term?: string;
  /** A page's canonical address and the fingerprint of its article. */
  readonly page?: string;
  readonly article?: string;
  /** What had become of the note's words when they were last looked for. */
  readonly state?: SightState;
  readonly from?: string;
  readonly to?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u;

/** Reads a query of the address; what is no part of one is passed over. */
export function readListQuery(query: ReadonlyMap<string, string>): ListQuery {
  const text = (name: string): string | undefined => (query.get(name) === '' ? undefined : query.get(name));
  const one = <T extends string>(name: string, known: readonly T[]): T | undefined =>
    known.find((value) => value === query.get(name));
  const day = (name: string): string | undefined =>
    DAY.test(query.get(name) ?? '') ? text(name) : undefined;
  return without({
    query: query.get('q') ?? '',
    sort: one('sort', NOTE_SORTS) ?? 'modified',
    tag: text('tag'),
    colour: one('colour', NOTE_COLOURS),
    target: one('kind', TARGETS),
    site: text('site'),
    term: text('term'),
    page: text('page'),
    article: text('article'),
    state: one('state', SIGHT_STATES),
    from: day('from'),
    to: day('to'),
  });
}

/** The address of a list. */
export function listRoute(list: ListQuery): string {
  const { query, sort, tag = '', colour = '', target = '', site = '', term = '', page = '' } = list;
  return formatRoute('notes', [], {
    q: query,
    tag,
    colour,
    kind: target,
    site,
    term,
    page,
    article: list.article ?? '',
    state: list.state ?? '',
    from: list.from ?? '',
    to: list.to ?? '',
    sort: sort === 'modified' ? '' : sort,
  });
}

/** A list with one of its parts set, or taken out. */
export function amended(
  list: ListQuery,
  part: { readonly [K in keyof ListQuery]?: ListQuery[K] | undefined },
): ListQuery {
  return without({ ...list, ...part });
}

/** Whether it leaves any note out. */
export function isNarrowed({ sort: _, query, ...filter }: ListQuery): boolean {
  return query.trim() !== '' || Object.keys(filter).length > 0;
}

/** As the worker is asked. */
export function filterOf({
  tag,
  colour,
  target,
  site,
  term,
  page,
  article,
  state,
  from,
  to,
}: Partial<ListQuery>): ListFilter {
  const pages = [page, article].filter((name) => name !== undefined);
  return {
    ...(tag === undefined ? {} : { tags: [tag] }),
    ...(colour === undefined ? {} : { colours: [colour] }),
    ...(target === undefined ? {} : { targets: [target] }),
    ...(site === undefined ? {} : { sites: [site] }),
    ...(term === undefined ? {} : { termIds: [term] }),
    ...(pages.length === 0 ? {} : { pages }),
    ...(state === undefined ? {} : { states: [state] }),
    ...(from === undefined ? {} : { from: startOf(from, 0) }),
    ...(to === undefined ? {} : { before: startOf(to, 1) }),
  };
}

/** When a day begins, or one some days later, in milliseconds since 1970; never below 0. */
function startOf(day: string, later: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const start = new Date(year, month - 1, date + later).getTime();
  return Number.isFinite(start) ? Math.max(0, start) : 0;
}

type Loose = { readonly [K in keyof ListQuery]: ListQuery[K] | undefined };

function without({ query, sort, ...rest }: Loose): ListQuery {
  const filled = Object.entries(rest).filter(([, value]) => value !== undefined);
  return {
    query: query ?? '',
    sort: sort ?? 'modified',
    ...(Object.fromEntries(filled) as Partial<ListQuery>),
  };
}
