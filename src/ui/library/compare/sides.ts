import { formatRoute, type Route } from '../../../core/library-route.ts';
import type { LibraryData } from '../data.ts';

/** Which text stands on a side: of the address only, never the text itself. */
export type Side =
  | { readonly kind: 'none' }
  | { readonly kind: 'source'; readonly id: string }
  | { readonly kind: 'own' }
  | { readonly kind: 'page'; readonly tab: number };

export interface Sides {
  readonly first: Side;
  readonly second: Side;
}

/** The segments that are no ids of sources. */
const OWN = 'text';
const PAGE = 'page';
/** An empty side where the other one is chosen. */
const NONE = '-';

const NOTHING: Side = { kind: 'none' };

/**
 * The sides that a route names: `#/compare/000/003`, `#/compare/000/text`,
 * `#/compare/page?tab=ID&with=000`, where the page is the second. What it does not
 * know is given as a string.
 */
export function readSides({ path, query }: Route, data: LibraryData): Sides | string {
  const given = query.get('with');
  const [one, two, ...more] =
    path.length === 1 && path[0] === PAGE && given !== undefined ? [given, PAGE] : path;
  if (more.length > 0) return path.join('/');
  const first = readSide(one, query, data);
  const second = readSide(two, query, data);
  if (typeof first === 'string') return first;
  return typeof second === 'string' ? second : { first, second };
}

export function sidesRoute({ first, second }: Sides): string {
  const tab = first.kind === 'page' ? first.tab : second.kind === 'page' ? second.tab : undefined;
  if (first.kind === 'none' && second.kind === 'none') return formatRoute('compare');
  return formatRoute(
    'compare',
    [segment(first), segment(second)],
    tab === undefined ? {} : { tab: String(tab) },
  );
}

function readSide(name: string | undefined, query: Route['query'], data: LibraryData): Side | string {
  if (name === undefined || name === NONE) return NOTHING;
  if (name === OWN) return { kind: 'own' };
  if (name === PAGE) {
    const tab = Number(query.get('tab') ?? Number.NaN);
    return Number.isInteger(tab) && tab >= 0 ? { kind: 'page', tab } : NOTHING;
  }
  return data.source(name) === undefined ? name : { kind: 'source', id: name };
}

function segment(side: Side): string {
  if (side.kind === 'source') return side.id;
  return side.kind === 'none' ? NONE : side.kind === 'own' ? OWN : PAGE;
}
