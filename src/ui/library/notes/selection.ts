import { useMemo, useRef, useState } from 'preact/hooks';

/** Which notes are selected. */
export interface Selected {
  readonly ids: ReadonlySet<string>;
  /** Takes a note in or out; later stretches begin at it. */
  readonly toggle: (id: string, index: number) => void;
  /** Takes in everything from the note that was chosen last to this one, in the order of the list. */
  readonly extend: (id: string, index: number) => void;
  /** The same from a place where nothing may have been chosen yet. */
  readonly extendTo: (from: number, to: number) => void;
  readonly all: () => void;
  readonly none: () => void;
}

/**
 * @param idsBetween the ids of a stretch of the list: `count` of them from `offset`,
 * or all where no count is given
 */
export function useSelected(
  idsBetween: (offset: number, count?: number) => Promise<readonly string[]>,
): Selected {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set());
  const anchor = useRef(0);
  const between = useRef(idsBetween);
  between.current = idsBetween;
  return useMemo(() => {
    const toggle = (id: string, index: number): void => {
      anchor.current = index;
      setIds((before) => {
        const after = new Set(before);
        if (!after.delete(id)) after.add(id);
        return after;
      });
    };
    const take = (from: number, to: number): void => {
      void between.current(Math.min(from, to), Math.abs(to - from) + 1).then((stretch) => {
        setIds((before) => new Set([...before, ...stretch]));
      });
    };
    return {
      ids,
      toggle,
      extend: (id, index) => {
        // The box has turned by itself; it is taken in with the rest.
        setIds((before) => new Set([...before, id]));
        take(anchor.current, index);
      },
      extendTo: (from, to) => {
        if (ids.size === 0) anchor.current = from;
        take(anchor.current, to);
      },
      all: () => {
        void between.current(0).then((every) => {
          setIds(new Set(every));
        });
      },
      none: () => {
        setIds(new Set());
      },
    };
  }, [ids]);
}
