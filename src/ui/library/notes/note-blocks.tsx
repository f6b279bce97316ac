import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { FoundNote, NoteList } from '../../../protocol/notes.ts';
import type { NotesRequest } from '../../../protocol/notes.ts';
import { useLibrary } from '../context.ts';

/** Notes of a block. */
export const BLOCK = 50;
/** What a note that was never drawn is taken to be high, in CSS pixels. */
const USUAL_HEIGHT = 150;
/** Notes of a block that are drawn in one frame: about ten milliseconds' worth. */
const STEP = 8;
/** Blocks are drawn this far above and below what is seen. */
const MARGIN = '1200px 0px';

type ListRequest = Extract<NotesRequest, { type: 'tifa:notes/list' }>;

interface Props {
  readonly request: Omit<ListRequest, 'offset' | 'limit' | 'type'>;
  readonly total: number;
  /** The first block's notes, which came with the total. */
  readonly first: readonly FoundNote[];
  readonly revision: number;
  readonly draw: (found: FoundNote, index: number) => ComponentChildren;
  /** A block's answer may count further than the first one did. */
  readonly onCounted: (list: NoteList) => void;
}

/**
 * A list of any length, of which only what is near the window is drawn: in blocks,
 * each of which asks for its own notes and keeps its height when it goes out of sight.
 */
export function NoteBlocks({ request, total, first, revision, draw, onCounted }: Props) {
  const count = Math.ceil(total / BLOCK);
  const watch = useWatch();
  return (
    <div class="note-blocks" role="list">
      {Array.from({ length: count }, (_, i) => (
        <Block
          key={i}
          index={i}
          size={Math.min(BLOCK, total - i * BLOCK)}
          request={request}
          given={i === 0 ? first : undefined}
          revision={revision}
          draw={draw}
          onCounted={onCounted}
          watch={watch}
        />
      ))}
    </div>
  );
}

interface BlockProps extends Omit<Props, 'total' | 'first'> {
  readonly index: number;
  readonly size: number;
  readonly given: readonly FoundNote[] | undefined;
  readonly watch: Watch;
}

/** Calls back when an element comes near the window and when it goes, until the function returned is called. */
type Watch = (element: Element, heard: (isNear: boolean) => void) => () => void;

/** One observer for all blocks: a thousand of them take a third of a second. */
function useWatch(): Watch {
  const [{ watch, stop }] = useState(() => {
    const heard = new Map<Element, (isNear: boolean) => void>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) heard.get(target)?.(isIntersecting);
      },
      { rootMargin: MARGIN },
    );
    return {
      watch: (element: Element, listener: (isNear: boolean) => void) => {
        heard.set(element, listener);
        observer.observe(element);
        return () => {
          heard.delete(element);
          observer.unobserve(element);
        };
      },
      stop: () => {
        observer.disconnect();
      },
    };
  });
  useEffect(() => stop, [stop]);
  return watch;
}

function Block({ index, size, request, given, revision, draw, onCounted, watch }: BlockProps) {
  const { notes } = useLibrary();
  const [near, setNear] = useState(index === 0);
  const [loaded, setLoaded] = useState<readonly FoundNote[]>();
  const box = useRef<HTMLDivElement>(null);
  const height = useRef(size * USUAL_HEIGHT);
  const found = given ?? loaded;

  useEffect(() => {
    const element = box.current;
    if (element === null) return;
    return watch(element, (isNear) => {
      // What is being written is not taken away.
      if (isNear || !element.contains(document.activeElement)) setNear(isNear);
    });
  }, [watch]);

  useEffect(() => {
    if (!near || given !== undefined) return;
    let gone = false;
    void notes
      .ask<NoteList>({ type: 'tifa:notes/list', ...request, offset: index * BLOCK, limit: BLOCK })
      .then((outcome) => {
        if (gone || !outcome.ok) return;
        setLoaded(outcome.value.found);
        onCounted(outcome.value);
      });
    return () => {
      gone = true;
    };
  }, [near, request, revision, given === undefined]);

  const drawn = near && found !== undefined;
  const [ready, setReady] = useState(STEP);
  const whole = found !== undefined && ready >= found.length;
  useEffect(() => {
    if (!drawn || whole) return;
    const frame = requestAnimationFrame(() => {
      setReady(ready + STEP);
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [drawn, whole, ready]);
  useEffect(() => {
    if (!near) setReady(STEP);
  }, [near]);
  useLayoutEffect(() => {
    if (!drawn || !whole || box.current === null) return;
    const observer = new ResizeObserver(([entry]) => {
      height.current = entry?.contentRect.height ?? height.current;
    });
    observer.observe(box.current);
    return () => {
      observer.disconnect();
    };
  }, [drawn, whole]);

  return (
    <div
      ref={box}
      class="note-block"
      role="presentation"
      style={drawn && whole ? undefined : { minHeight: `${String(height.current)}px` }}
    >
      {drawn &&
        found.slice(0, ready).map((one, i) => (
          <div key={one.note.id} role="listitem">
            {draw(one, index * BLOCK + i)}
          </div>
        ))}
    </div>
  );
}
