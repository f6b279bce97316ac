import { useEffect, useState } from 'preact/hooks';
import type { ResultItem } from '../components/result-list.tsx';
import type { Engine } from './popup-host.ts';

/** What was found, and for which query: a later one may still be on its way. */
export interface Found {
  readonly query: string;
  readonly items: readonly ResultItem[];
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
      setFound({ query, items: engine.search(query) });
    });
    return () => {
      clearTimeout(timer);
    };
  }, [engine, query]);
  return found;
}
