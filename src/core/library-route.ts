/**
 * Addresses within the library page: what follows its `#`. Segments are of ASCII
 * letters, digits, hyphens and points, so that a route can be taken from a message
 * and tested by one pattern.
 */
const ROUTE = /^#\/[a-z]+(?:\/[A-Za-z0-9.-]{1,120}){0,3}(?:\?[A-Za-z0-9%._~,&=+-]{0,20000})?$/u;

/** Whether a string may be opened as a place in the library. */
export function isLibraryRoute(route: string): boolean {
  return ROUTE.test(route);
}

export interface Route {
  /** terms, sources, glossary …: the name of a section. */
  readonly section: string;
  /** What follows it: an id, a paragraph. */
  readonly path: readonly string[];
  readonly query: ReadonlyMap<string, string>;
}

/** Reads a location's hash; an empty one is the first section. Never throws. */
export function parseRoute(hash: string, home: string): Route {
  const [path = '', query = ''] = hash.replace(/^#\/?/u, '').split('?', 2);
  const [section = '', ...rest] = path.split('/').filter((part) => part !== '');
  return {
    section: section === '' ? home : section,
    path: rest,
    query: new Map(
      query
        .split('&')
        .filter((pair) => pair !== '')
        .map((pair): [string, string] => {
          const [name = '', value = ''] = pair.split('=', 2);
          return [decoded(name), decoded(value)];
        }),
    ),
  };
}

/** The hash of a place in the library. Empty values of the query are left out. */
export function formatRoute(
  section: string,
  path: readonly string[] = [],
  query: Readonly<Record<string, string>> = {},
): string {
  const pairs = Object.entries(query)
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`);
  return `#/${[section, ...path].join('/')}${pairs.length === 0 ? '' : `?${pairs.join('&')}`}`;
}

export function termRoute(id: string): string {
  return formatRoute('terms', [id]);
}

/** @param paragraph from 1, as {@link paragraphOf} counts; without it the text's beginning */
export function sourceRoute(id: string, paragraph?: number): string {
  return formatRoute('sources', paragraph === undefined ? [id] : [id, `p${String(paragraph)}`]);
}

/** A comparison of two sources, to be read from the first to the second. */
export function compareRoute(first: string, second: string): string {
  return formatRoute('compare', [first, second]);
}

/** A comparison of a source with the article of a tab. */
export function comparePageRoute(tab: number, source: string): string {
  return formatRoute('compare', ['page'], { tab: String(tab), with: source });
}

/** The paragraph that a segment such as p7 names. */
export function paragraphOf(segment: string | undefined): number | undefined {
  const digits = /^p([1-9]\d{0,4})$/u.exec(segment ?? '')?.[1];
  return digits === undefined ? undefined : Number(digits);
}

function encoded(text: string): string {
  // encodeURIComponent leaves !'()* as they are; commas stay for lists of ids.
  return encodeURIComponent(text)
    .replace(/[!'()*]/gu, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
    .replaceAll('%2C', ',');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return '';
  }
}
