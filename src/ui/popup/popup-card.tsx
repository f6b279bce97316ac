import { useEffect, useRef, useState } from 'preact/hooks';
import type { CardContent } from '../../core/knowledge/card-content.ts';
import { Card } from '../card/card.tsx';
import type { CardPage, CardState } from '../card/card-types.ts';
import { cardPageOf, framesWith } from './page-state.ts';
import type { PopupHost, ReadPage } from './popup-host.ts';

interface Props {
  readonly host: PopupHost;
  /** Undefined where there is no such term. */
  readonly content: CardContent | undefined;
  readonly page: ReadPage | undefined;
  readonly onOpenTerm: (id: string) => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
  /** The page has more or fewer marks now. */
  readonly onChanged: () => void;
}

/** The card of a term inside the popup, the same as on a page. */
export function PopupCard({ host, content, page, onOpenTerm, onBack, onClose, onChanged }: Props) {
  const root = useRef<HTMLDivElement>(null);
  const [index, setIndex] = useState(-1);
  const [done, setDone] = useState<{ readonly id: string; readonly key: string }>();
  const id = content?.id;
  useEffect(() => {
    setIndex(-1);
  }, [id]);
  useEffect(() => {
    root.current?.querySelector<HTMLElement>('[role=dialog]')?.focus({ preventScroll: true });
  }, []);

  const frames = page?.frames ?? [];
  const places = id === undefined ? [] : framesWith(id, frames);
  const jump = async (): Promise<void> => {
    const jumped = id === undefined ? undefined : await host.jump(id, places);
    if (jumped !== undefined && places.length === 1) setIndex(jumped.index);
  };
  const never = async (term: string): Promise<void> => {
    setDone({ id: term, key: await host.never(term) });
    onChanged();
  };
  const undo = async (): Promise<void> => {
    if (done !== undefined) await host.takeBack(done.key);
    setDone(undefined);
    onChanged();
  };

  return (
    <div
      ref={root}
      class="popup-card"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.isComposing) return;
        // Else the browser closes the popup.
        event.preventDefault();
        onClose();
      }}
    >
      <Card
        state={stateOf(content, page && pageOf(content, frames, index), done?.id === id)}
        language={host.language}
        t={host.t}
        canGoBack
        pinned={false}
        actions={{
          onOpenTerm,
          onBack,
          onClose,
          onCopy: host.copy,
          ...(places.length > 0 ? { onNext: () => void jump() } : {}),
          onNever: (term) => void never(term),
          onUndo: () => void undo(),
        }}
      />
    </div>
  );
}

function pageOf(
  content: CardContent | undefined,
  frames: readonly ReadPage['frames'][number][],
  index: number,
): CardPage | undefined {
  return content === undefined ? undefined : { ...cardPageOf(content.id, content.zh, frames), index };
}

function stateOf(content: CardContent | undefined, page: CardPage | undefined, never: boolean): CardState {
  if (content === undefined) return { type: 'error', reason: 'failed' };
  return {
    type: 'term',
    content,
    ...(page === undefined ? {} : { page }),
    ...(never ? { done: 'never' as const } : {}),
  };
}
