import { useEffect, useState } from 'preact/hooks';
import type { NoteColour } from '../../../core/notes/note.ts';
import type { SightState } from '../../../core/notes/sighting.ts';
import { NOTE_SORTS, type Facet, type NoteFacets, type NoteSort } from '../../../core/search/note-index.ts';
import type { MessageKey } from '../../../locales/strings.ts';
import { COLOUR_NAMES } from '../../notes/note-words.ts';
import { useLibrary } from '../context.ts';
import { amended, isNarrowed, type ListQuery } from './list-query.ts';

const SORT_NAMES: Readonly<Record<NoteSort, MessageKey>> = {
  modified: 'notesLibrarySortModified',
  created: 'notesLibrarySortNewest',
  oldest: 'notesLibrarySortOldest',
  page: 'notesLibrarySortPage',
  site: 'notesLibrarySortSite',
};

const TARGET_NAMES: Readonly<Record<'quote' | 'term' | 'page', MessageKey>> = {
  quote: 'notesLibraryOnWords',
  term: 'notesLibraryOnTerm',
  page: 'notesLibraryOnPage',
};

const STATE_NAMES: Readonly<Record<SightState, MessageKey>> = {
  exact: 'notesLibraryStateExact',
  moved: 'notesLibraryStateMoved',
  changed: 'notesLibraryStateChanged',
  gone: 'notesLibraryStateGone',
};

/** Names beyond these are found by search, not by reading a list. */
const MOST = 300;

interface Props {
  readonly list: ListQuery;
  readonly revision: number;
  readonly onChange: (list: ListQuery) => void;
}

/** What the list of notes is narrowed by, and its order. */
export function NoteFilters({ list, revision, onChange }: Props) {
  const { t, notes, data } = useLibrary();
  const [facets, setFacets] = useState<NoteFacets>();
  useEffect(() => {
    void notes.ask<NoteFacets>({ type: 'tifa:notes/facets' }).then((outcome) => {
      if (outcome.ok) setFacets(outcome.value);
    });
  }, [notes, revision]);
  const set = (part: Parameters<typeof amended>[1]): void => {
    onChange(amended(list, part));
  };
  const term = list.term === undefined ? undefined : (data.term(list.term)?.zh ?? list.term);
  return (
    <div class="filters note-filters" role="group" aria-label={t('libraryFilters')}>
      <Facets
        label={t('noteTags')}
        value={list.tag}
        facets={facets?.tags}
        onChoose={(tag) => {
          set({ tag });
        }}
      />
      <Facets
        label={t('noteColour')}
        value={list.colour}
        facets={facets?.colours}
        name={(colour) => t(COLOUR_NAMES[colour as NoteColour])}
        onChoose={(colour) => {
          set({ colour: colour as NoteColour | undefined });
        }}
      />
      <Facets
        label={t('notesLibraryKind')}
        value={list.target}
        facets={facets?.targets}
        name={(target) => t(TARGET_NAMES[target as 'quote'])}
        onChoose={(target) => {
          set({ target: target as 'quote' | undefined });
        }}
      />
      <Facets
        label={t('notesLibrarySite')}
        value={list.site}
        facets={facets?.sites}
        onChoose={(site) => {
          set({ site });
        }}
      />
      {(list.state !== undefined || (facets?.states.length ?? 0) > 0) && (
        <Facets
          label={t('notesLibraryState')}
          value={list.state}
          facets={facets?.states}
          name={(state) => t(STATE_NAMES[state as SightState])}
          onChoose={(state) => {
            set({ state: state as SightState | undefined });
          }}
        />
      )}
      <span class="note-days">
        <Day
          label={t('notesLibraryFrom')}
          value={list.from}
          onChoose={(from) => {
            set({ from });
          }}
        />
        <Day
          label={t('notesLibraryTo')}
          value={list.to}
          onChoose={(to) => {
            set({ to });
          }}
        />
      </span>
      <label class="choice">
        <span>{t('notesLibrarySort')}</span>
        <select
          value={list.sort}
          onChange={({ currentTarget: { value } }) => {
            set({ sort: NOTE_SORTS.find((sort) => sort === value) ?? 'modified' });
          }}
        >
          {NOTE_SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(SORT_NAMES[sort])}
            </option>
          ))}
        </select>
      </label>
      {list.page !== undefined && (
        <Only
          words={t('notesLibraryOnlyPage')}
          onDrop={() => {
            set({ page: undefined, article: undefined });
          }}
        />
      )}
      {term !== undefined && (
        <Only
          words={t('notesLibraryOnlyTerm', term)}
          onDrop={() => {
            set({ term: undefined });
          }}
        />
      )}
      {isNarrowed(list) && (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            onChange({ query: '', sort: list.sort });
          }}
        >
          {t('libraryClear')}
        </button>
      )}
    </div>
  );
}

function Only({ words, onDrop }: { readonly words: string; readonly onDrop: () => void }) {
  const { t } = useLibrary();
  return (
    <span class="note-only">
      {words}
      <button type="button" class="text-button" aria-label={t('notesLibraryDrop', words)} onClick={onDrop}>
        ×
      </button>
    </span>
  );
}

interface FacetsProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly facets: readonly Facet[] | undefined;
  readonly name?: (value: string) => string;
  readonly onChoose: (value: string | undefined) => void;
}

function Facets({ label, value, facets = [], name = (one) => one, onChoose }: FacetsProps) {
  const { t } = useLibrary();
  const shown = facets.slice(0, MOST);
  // What is chosen is there, even if no note has it any more.
  const lost = value !== undefined && !shown.some(([one]) => one === value) ? value : undefined;
  return (
    <label class="choice">
      <span>{label}</span>
      <select
        value={value ?? ''}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.value === '' ? undefined : currentTarget.value);
        }}
      >
        <option value="">{t('libraryAny')}</option>
        {lost !== undefined && <option value={lost}>{name(lost)}</option>}
        {shown.map(([one, count]) => (
          <option key={one} value={one}>{`${name(one)} (${String(count)})`}</option>
        ))}
      </select>
    </label>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChoose: (value: string | undefined) => void;
}

function Day({ label, value, onChoose }: DayProps) {
  return (
    <label class="choice">
      <span>{label}</span>
      <input
        type="date"
        value={value ?? ''}
        onChange={({ currentTarget }) => {
          onChoose(currentTarget.value === '' ? undefined : currentTarget.value);
        }}
      />
    </label>
  );
}
