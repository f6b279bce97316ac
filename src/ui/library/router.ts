import { useEffect, useState } from 'preact/hooks';
import { parseRoute, type Route } from '../../core/library-route.ts';

/** What the history keeps of an entry, so that back and forward are told from following a link. */
interface Entry {
  readonly library: number;
}

export interface Visit {
  readonly route: Route;
  readonly hash: string;
  /** How the reader came here: by opening the page, a link, or back and forward. */
  readonly by: 'load' | 'link' | 'history';
  /** Where the page was scrolled to when the reader left it last, in CSS pixels. */
  readonly scrollY: number;
}

const entryOf = (state: unknown): number | undefined =>
  typeof state === 'object' && state !== null && 'library' in state && typeof state.library === 'number'
    ? state.library
    : undefined;

/**
 * The place in the library that the address names. Addresses are the browser's own
 * (hash links, back, forward); nothing is intercepted.
 */
export function useVisit(home: string): Visit {
  const [visit, setVisit] = useState<Visit>(() => ({
    route: parseRoute(location.hash, home),
    hash: location.hash,
    by: 'load',
    scrollY: 0,
  }));
  useEffect(() => {
    const scrolled = new Map<number, number>();
    let current = entryOf(history.state) ?? Date.now();
    history.scrollRestoration = 'manual';
    const name = (entry: number): void => {
      const state: Entry = { library: entry };
      history.replaceState(state, '');
    };
    name(current);
    const note = (): void => {
      scrolled.set(current, window.scrollY);
    };
    const arrive = (event: PopStateEvent): void => {
      const known = entryOf(event.state);
      current = known ?? current + 1;
      if (known === undefined) name(current);
      setVisit({
        route: parseRoute(location.hash, home),
        hash: location.hash,
        by: known === undefined ? 'link' : 'history',
        scrollY: scrolled.get(current) ?? 0,
      });
    };
    window.addEventListener('scroll', note, { passive: true });
    window.addEventListener('popstate', arrive);
    return () => {
      window.removeEventListener('scroll', note);
      window.removeEventListener('popstate', arrive);
    };
  }, [home]);
  return visit;
}

/** Goes to a place as a link would. */
export function go(hash: string): void {
  location.hash = hash;
}

/** Changes the address of the place that is shown, without a new entry in the history: filters, what is typed. */
export function amend(hash: string): void {
  history.replaceState(history.state, '', hash);
}
