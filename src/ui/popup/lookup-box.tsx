import { useEffect, useRef } from 'preact/hooks';
import { optionId } from '../components/result-list.tsx';

interface Props {
  /** The id of the listbox, if one is shown. */
  readonly listId: string | undefined;
  readonly query: string;
  readonly label: string;
  readonly hint: string;
  /** How many options there are, and which of them is active; -1 for none. */
  readonly count: number;
  readonly active: number;
  /** Goes up whenever the box should take the focus. */
  readonly focused: number;
  readonly onQuery: (query: string) => void;
  readonly onActive: (index: number) => void;
  /** The reader asks for the list where nothing is typed. */
  readonly onAsk: () => void;
  readonly onEnter: () => void;
}

/**
 * The look-up box: a combobox whose focus stays in it. While an input method is
 * composing, the keys are the input method's and nothing happens here; what has
 * been composed so far is looked up all the same, since it is pinyin.
 */
export function LookupBox(props: Props) {
  const { listId, query, label, hint, count, active, focused, onQuery, onActive, onAsk, onEnter } = props;
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    input.current?.focus({ preventScroll: true });
    input.current?.select();
  }, [focused]);

  const onKey = (event: KeyboardEvent): void => {
    if (event.isComposing || event.key === 'Process') return;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        if (listId === undefined) onAsk();
        else onActive(next(active, event.key === 'ArrowDown' ? 1 : -1, count));
        return;
      case 'Enter':
        event.preventDefault();
        onEnter();
        return;
      case 'Escape':
        // With nothing in the box it is the browser's, and closes the popup.
        if (query === '') return;
        event.preventDefault();
        event.stopPropagation();
        onQuery('');
        return;
    }
  };

  return (
    <div class="lookup" role="search">
      <input
        ref={input}
        class="lookup-box"
        role="combobox"
        aria-label={label}
        aria-autocomplete="list"
        aria-haspopup="listbox"
        aria-expanded={listId !== undefined}
        aria-controls={listId}
        aria-activedescendant={listId === undefined || active < 0 ? undefined : optionId(listId, active)}
        placeholder={hint}
        value={query}
        autocomplete="off"
        autocapitalize="off"
        spellcheck={false}
        enterkeyhint="search"
        onInput={(event) => {
          onQuery(event.currentTarget.value);
        }}
        onKeyDown={onKey}
        onClick={() => {
          if (query === '') onAsk();
        }}
      />
    </div>
  );
}

/** Round the ends, by way of none. */
function next(active: number, by: 1 | -1, count: number): number {
  const at = active + by;
  return at >= count ? -1 : at < -1 ? count - 1 : at;
}
