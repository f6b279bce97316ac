import { useLayoutEffect, useRef } from 'preact/hooks';
import { IconButton } from '../components/icon-button.tsx';
import type { CardActions, CardDone, CardPage } from './card-types.ts';
import type { Translate } from './translate.ts';

interface Props {
  readonly id: string;
  readonly page: CardPage | undefined;
  readonly done: CardDone | undefined;
  readonly t: Translate;
  readonly actions: CardActions;
}

/** The card's lower edge: the term's other places on the page, and what the reader may object to. */
export function Foot({ id, page, done, t, actions }: Props) {
  const { onPrevious, onNext, onNever, onWrong, onUndo } = actions;
  const root = useRef<HTMLElement>(null);
  /** The button that was pressed is gone with its row: focus goes to what stands there now. */
  const pressed = useRef(false);
  useLayoutEffect(() => {
    if (pressed.current) root.current?.querySelector<HTMLElement>('.objections button')?.focus();
    pressed.current = false;
  }, [done]);
  const press = (action: () => void) => (): void => {
    pressed.current = true;
    action();
  };

  // One place alone is where the reader is, unless the card stands elsewhere.
  const places = page !== undefined && page.count > (onPrevious === undefined ? 0 : 1);
  const objects = done !== undefined || onNever !== undefined || onWrong !== undefined;
  if (!places && !objects) return null;
  return (
    <footer class="card-foot" ref={root}>
      {places && (
        <div class="places">
          {onPrevious !== undefined && (
            <IconButton icon="back" label={t('cardPrevious')} onClick={onPrevious} />
          )}
          <span class="place" role="status">
            {page.index < 0
              ? t('cardPlaces', String(page.count))
              : t('cardOccurrence', String(page.index + 1), String(page.count))}
          </span>
          {onNext !== undefined && <IconButton icon="next" label={t('cardNext')} onClick={onNext} />}
        </div>
      )}
      <div class="objections">
        <span role="status" class="done">
          {done !== undefined && t(done === 'never' ? 'cardNeverDone' : 'cardWrongDone')}
        </span>
        {done !== undefined && onUndo !== undefined && (
          <TextButton label={t('cardUndo')} onClick={press(onUndo)} />
        )}
        {done === undefined && onWrong !== undefined && page !== undefined && (
          <TextButton
            label={t('cardWrong')}
            onClick={press(() => {
              onWrong(id);
            })}
          />
        )}
        {done === undefined && onNever !== undefined && (
          <TextButton
            label={t('cardNever')}
            name={t('cardNeverName')}
            onClick={press(() => {
              onNever(id);
            })}
          />
        )}
      </div>
    </footer>
  );
}

interface TextButtonProps {
  readonly label: string;
  /** Its whole name, where the label is short for want of room. Begins with the label. */
  readonly name?: string;
  readonly onClick: () => void;
}

function TextButton({ label, name, onClick }: TextButtonProps) {
  return (
    <button type="button" class="text-button" aria-label={name} title={name} onClick={onClick}>
      {label}
    </button>
  );
}
