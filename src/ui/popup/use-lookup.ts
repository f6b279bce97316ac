import { useEffect, useState } from 'preact/hooks';
import type { Figure } from '../../core/figures/figures.ts';
import type { ResultItem } from '../components/result-list.tsx';
import type { Engine } from './popup-host.ts';

/** What was found, and for which query: a later one may still be on its way. */
export interface Found {
  readonly query: string;
  readonly items: readonly ResultItem[];
  /** What the query says where it is a figure. */
  readonly figure?: Figure;
}

const NOTHING: Found = { query: '', items: [] };

/**
 * Looks up what is typed, each time in a task of its own and only the last of
 * several, so that typing never waits. What was found before stays until then.
 */
export function useLookup(engine: Engine | undefined, query: string): Found {
  const [found, setFound] = useState(NOTHING);
  useEffect(() => {
    if (engine === undefined) return;
    if (query.trim() === '') {
      setFound(NOTHING);
      return;
    }
    const timer = setTimeout(() => {
      const figure = engine.figure(query.trim());
      setFound({ query, items: engine.search(query), ...(figure === undefined ? {} : { figure }) });
    });
    return () => {
      clearTimeout(timer);
    };
  }, [engine, query]);
  return found;
}
