import { useEffect, useState } from 'preact/hooks';
import type { SideBySide } from '../../../core/passages/side-by-side.ts';
import { useLibrary } from '../context.ts';

/** After the last change of a text that is being typed, in milliseconds. */
const SETTLED = 300;

export type Compared =
  { readonly state: 'none' | 'working' | 'failed' } | { readonly state: 'done'; readonly result: SideBySide };

/** Compares two texts whenever they change; a comparison that is no longer wanted is ended. */
export function useComparison(first: string, second: string): Compared {
  const { compare } = useLibrary();
  const [compared, setCompared] = useState<Compared>({ state: 'none' });
  const both = first !== '' && second !== '';
  useEffect(() => {
    if (!both) {
      setCompared({ state: 'none' });
      return;
    }
    setCompared({ state: 'working' });
    const ended = new AbortController();
    const { signal } = ended;
    const timer = setTimeout(() => {
      compare({ first, second }, signal).then(
        (result) => {
          if (!signal.aborted) setCompared({ state: 'done', result });
        },
        () => {
          if (!signal.aborted) setCompared({ state: 'failed' });
        },
      );
    }, SETTLED);
    return () => {
      clearTimeout(timer);
      ended.abort();
    };
  }, [first, second, both, compare]);
  return compared;
}
