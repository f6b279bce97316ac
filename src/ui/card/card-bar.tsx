import { IconButton } from '../components/icon-button.tsx';
import { KIND_NAMES, KindLabel } from '../components/kind-line.tsx';
import type { CardActions, CardState } from './card-types.ts';
import type { Translate } from './translate.ts';

interface Props {
  readonly state: CardState;
  readonly t: Translate;
  readonly canGoBack: boolean;
  readonly pinned: boolean;
  readonly actions: CardActions;
}

/** The card's upper edge: what kind of term it is, and what is done with the card itself. */
export function CardBar({ state, t, canGoBack, pinned, actions }: Props) {
  const { onMoveStart, onPin, onBack, onClose } = actions;
  return (
    <header
      class={onMoveStart === undefined ? 'card-bar' : 'card-bar movable'}
      onPointerDown={(event) => {
        // Pressing a button moves nothing.
        if ((event.target as Element).closest('button') === null) onMoveStart?.(event);
      }}
    >
      {canGoBack && <IconButton icon="back" label={t('cardBack')} onClick={onBack} />}
      <p class="card-kind">
        <CardKind state={state} t={t} />
      </p>
      {onPin !== undefined && <IconButton icon="pin" label={t('cardPin')} pressed={pinned} onClick={onPin} />}
      <IconButton icon="close" label={t('cardClose')} onClick={onClose} />
    </header>
  );
}

function CardKind({ state, t }: { readonly state: CardState; readonly t: Translate }) {
  if (state.type === 'error') return null;
  if (state.type === 'passage') return <>{t('passageKind')}</>;
  const { kind, weight } = state.type === 'term' ? state.content : { kind: state.kind, weight: undefined };
  if (kind === undefined) return null;
  return (
    <KindLabel kind={kind} {...(weight === undefined ? {} : { weight })}>
      {t(KIND_NAMES[kind])}
    </KindLabel>
  );
}
