import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { NotesModel } from '../notes/notes-model.ts';
import type { CardActions, CardState } from './card-types.ts';
import { CardBar } from './card-bar.tsx';
import { CardError, CardSkeleton } from './card-waiting.tsx';
import { Foot } from './foot.tsx';
import { PassageBody } from './passage-body.tsx';
import { TermBody } from './term-body.tsx';
import type { Language, Translate } from './translate.ts';

export interface CardProps {
  readonly state: CardState;
  readonly language: Language;
  readonly t: Translate;
  readonly canGoBack: boolean;
  readonly pinned: boolean;
  readonly actions: CardActions;
  /** The reader's notes at the place; without them the card has no part for notes. */
  readonly notes?: NotesModel | undefined;
}

/** How long what is shown may stay while the reader waits for what follows it, in milliseconds. */
const PATIENCE = 150;

/**
 * The card of a term, in every state. One element for all of them, so that focus
 * in it outlives loading and going from term to term. Esc is its host's.
 */
export function Card({ state: given, language, t, canGoBack, pinned, actions, notes }: CardProps) {
  const titleId = useId();
  const root = useRef<HTMLElement>(null);
  const state = usePatience(given);
  /** Whether the reader left the term shown by something in the card, which is gone now. */
  const left = useRef(false);
  const shown = state.value.type === 'term' ? state.value.content.id : state.value.type;

  useLayoutEffect(() => {
    if (!left.current) return;
    if (state.value.type !== 'loading') left.current = false;
    (root.current?.querySelector<HTMLElement>('.headword') ?? root.current)?.focus({ preventScroll: true });
  }, [shown]);

  const inside = actionsInside(actions, (leaves) => {
    state.expect();
    if (leaves) left.current = true;
  });

  return (
    <section
      ref={root}
      class="tifa-card"
      role="dialog"
      aria-labelledby={titleId}
      aria-busy={given.type === 'loading'}
      tabIndex={-1}
      lang={language === 'zh' ? 'zh-CN' : 'en'}
    >
      <CardBar state={state.value} t={t} canGoBack={canGoBack} pinned={pinned} actions={inside} />
      <CardInside
        titleId={titleId}
        state={state.value}
        language={language}
        t={t}
        actions={inside}
        notes={notes}
      />
    </section>
  );
}

interface InsideProps extends Pick<CardProps, 'state' | 'language' | 't' | 'actions' | 'notes'> {
  readonly titleId: string;
}

function CardInside({ titleId, state, language, t, actions, notes }: InsideProps) {
  if (state.type === 'loading') return <CardSkeleton titleId={titleId} text={state.text} t={t} />;
  if (state.type === 'error') {
    return <CardError titleId={titleId} reason={state.reason} t={t} actions={actions} />;
  }
  if (state.type === 'passage') {
    const { onOpenSource } = actions;
    return <PassageBody titleId={titleId} {...state} {...{ language, t, onOpenSource }} />;
  }
  const { content, page, done } = state;
  return (
    <>
      <TermBody key={content.id} {...{ titleId, content, page, language, t, actions, notes }} />
      <Foot key={`foot ${content.id}`} id={content.id} {...{ page, done, t, actions }} />
    </>
  );
}

/**
 * The state to show. Where the reader asked for the next from inside the card, what
 * is there stays for a moment instead of giving way to a skeleton: an answer
 * usually comes within milliseconds, and nothing should flicker or lose its focus.
 */
function usePatience(given: CardState): { readonly value: CardState; readonly expect: () => void } {
  const last = useRef<CardState | undefined>(undefined);
  const expecting = useRef(false);
  const [late, setLate] = useState(false);
  useLayoutEffect(() => {
    if (given.type === 'loading') return;
    last.current = given;
    expecting.current = false;
  });
  useEffect(() => {
    if (given.type !== 'loading') return;
    const timer = setTimeout(() => {
      setLate(true);
    }, PATIENCE);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [given]);
  const value = given.type === 'loading' && expecting.current && !late ? (last.current ?? given) : given;
  return {
    value,
    expect: () => {
      expecting.current = true;
    },
  };
}

/** The host's actions, each said first: whether it leaves the term that is shown. */
function actionsInside(actions: CardActions, before: (leaves: boolean) => void): CardActions {
  const told = <A extends unknown[], R>(action: (...values: A) => R, leaves: boolean) => {
    return (...values: A): R => {
      before(leaves);
      return action(...values);
    };
  };
  const { onPin, onPrevious, onNext, onRetry } = actions;
  return {
    ...actions,
    onOpenTerm: told(actions.onOpenTerm, true),
    onBack: told(actions.onBack, true),
    ...(onRetry === undefined ? {} : { onRetry: told(onRetry, true) }),
    ...(onPin === undefined ? {} : { onPin: told(onPin, false) }),
    ...(onPrevious === undefined ? {} : { onPrevious: told(onPrevious, false) }),
    ...(onNext === undefined ? {} : { onNext: told(onNext, false) }),
  };
}
