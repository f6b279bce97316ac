import { useId, useState } from 'preact/hooks';
import type { TranslateNotes } from './note-words.ts';

interface Props {
  readonly value: string;
  readonly known: readonly string[];
  readonly t: TranslateNotes;
  readonly onChange: (value: string) => void;
}

/** More completions would be a list to read, not a help. */
const MOST = 5;

/** The tags in what was typed: separated by white space or commas, each once. */
export function tagsOf(value: string): string[] {
  return [...new Set(value.split(/[\s,，、;；]+/u).map((tag) => tag.replace(/^#+/u, '')))].filter(
    (tag) => tag !== '',
  );
}

/** Tags, with those in use offered for what is being typed. */
export function TagField({ value, known, t, onChange }: Props) {
  const id = useId();
  const [active, setActive] = useState(-1);
  const begun = /[^\s,，、;；]*$/u.exec(value)?.[0].replace(/^#+/u, '').toLowerCase() ?? '';
  const used = new Set(tagsOf(value));
  const offered =
    begun === ''
      ? []
      : known.filter((tag) => tag.toLowerCase().startsWith(begun) && !used.has(tag)).slice(0, MOST);
  const choose = (tag: string): void => {
    setActive(-1);
    onChange(`${value.slice(0, value.length - begun.length)}${tag} `);
  };
  const key = (event: KeyboardEvent): void => {
    if (event.isComposing || offered.length === 0) return;
    const chosen = offered[active];
    if (event.key === 'ArrowDown') setActive((active + 1) % offered.length);
    else if (event.key === 'ArrowUp') setActive((active - 1 + offered.length) % offered.length);
    else if (
      (event.key === 'Enter' || event.key === 'Tab') &&
      chosen !== undefined &&
      !event.ctrlKey &&
      !event.metaKey
    )
      choose(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <div class="note-tags-field">
      <input
        type="text"
        class="note-tags-input"
        role="combobox"
        aria-label={t('noteTags')}
        aria-description={t('noteTagsHint')}
        aria-expanded={offered.length > 0}
        aria-controls={offered.length > 0 ? id : undefined}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 && active < offered.length ? `${id}-${String(active)}` : undefined}
        placeholder={t('noteTags')}
        autocomplete="off"
        value={value}
        onInput={(event) => {
          setActive(-1);
          onChange(event.currentTarget.value);
        }}
        onKeyDown={key}
      />
      {offered.length > 0 && (
        <ul id={id} role="listbox" aria-label={t('noteTags')} class="note-tags-offered">
          {offered.map((tag, i) => (
            <li
              key={tag}
              id={`${id}-${String(i)}`}
              role="option"
              aria-selected={i === active}
              onPointerDown={(event) => {
                event.preventDefault();
                choose(tag);
              }}
            >
              {tag}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
