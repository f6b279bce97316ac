import { useEffect, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { NotedPage, NotedPlaces } from '../../../../core/search/note-index.ts';
import { useLibrary } from '../../context.ts';
import { isNarrowed, type ListQuery } from '../list-query.ts';
import type { ExportChoice } from './export-choice.ts';

interface Props {
  readonly choice: ExportChoice;
  readonly list: ListQuery;
  readonly selected: number;
  readonly onChoose: (choice: ExportChoice) => void;
}

/** Which notes: all, selected ones, those shown, of one page, on one term, or of some days. */
export function ChoiceField({ choice, list, selected, onChoose }: Props) {
  const { t, notes, data } = useLibrary();
  const [places, setPlaces] = useState<NotedPlaces>();
  useEffect(() => {
    void notes.ask<NotedPlaces>({ type: 'tifa:notes/places' }).then((outcome) => {
      if (outcome.ok) setPlaces(outcome.value);
    });
  }, [notes]);

  const pages = withChosen(places?.pages ?? [], choice);
  const terms = (places?.terms ?? []).map(([id, count]) => ({ id, count }));
  if (choice.type === 'term' && choice.term !== '' && !terms.some(({ id }) => id === choice.term)) {
    terms.unshift({ id: choice.term, count: 0 });
  }
  const simple = (type: 'all' | 'selected' | 'matching', label: string) => (
    <Way
      label={label}
      chosen={choice.type === type}
      onChoose={() => {
        onChoose({ type });
      }}
    />
  );
  return (
    <fieldset class="formats scopes">
      <legend>{t('notesLibraryWhich')}</legend>
      {simple('all', t('notesLibraryScopeAll'))}
      {selected > 0 && simple('selected', t('notesLibraryScopeSelected', String(selected)))}
      {isNarrowed(list) && simple('matching', t('notesLibraryScopeMatching'))}
      {pages.length > 0 && (
        <Way
          label={t('notesLibraryScopePage')}
          chosen={choice.type === 'page'}
          onChoose={() => {
            const [first] = pages;
            onChoose({ type: 'page', page: first?.page ?? '', article: first?.article ?? '' });
          }}
        >
          <select
            aria-label={t('notesLibraryScopePage')}
            value={choice.type === 'page' ? choice.page : ''}
            onChange={({ currentTarget: { value } }) => {
              const page = pages.find((one) => one.page === value);
              onChoose({ type: 'page', page: value, article: page?.article ?? '' });
            }}
          >
            {pages.map(({ page, title, notes: count }) => (
              <option key={page} value={page}>
                {`${title.trim() === '' ? page : title}${countIn(count)}`}
              </option>
            ))}
          </select>
        </Way>
      )}
      {terms.length > 0 && (
        <Way
          label={t('notesLibraryScopeTerm')}
          chosen={choice.type === 'term'}
          onChoose={() => {
            onChoose({ type: 'term', term: terms[0]?.id ?? '' });
          }}
        >
          <select
            aria-label={t('notesLibraryScopeTerm')}
            value={choice.type === 'term' ? choice.term : ''}
            onChange={({ currentTarget: { value } }) => {
              onChoose({ type: 'term', term: value });
            }}
          >
            {terms.map(({ id, count }) => (
              <option key={id} value={id}>{`${data.term(id)?.zh ?? id}${countIn(count)}`}</option>
            ))}
          </select>
        </Way>
      )}
      <Way
        label={t('notesLibraryScopeDays')}
        chosen={choice.type === 'days'}
        onChoose={() => {
          onChoose({ type: 'days', from: '', to: '' });
        }}
      >
        {choice.type === 'days' && <Days choice={choice} onChoose={onChoose} />}
      </Way>
    </fieldset>
  );
}

function countIn(notes: number): string {
  return notes === 0 ? '' : ` (${String(notes)})`;
}

/** The pages, and the one that is chosen even if it is none of them. */
function withChosen(pages: readonly NotedPage[], choice: ExportChoice): readonly NotedPage[] {
  if (choice.type !== 'page' || choice.page === '' || pages.some(({ page }) => page === choice.page)) {
    return pages;
  }
  return [{ page: choice.page, article: choice.article, title: '', notes: 0 }, ...pages];
}

interface DaysProps {
  readonly choice: Extract<ExportChoice, { type: 'days' }>;
  readonly onChoose: (choice: ExportChoice) => void;
}

function Days({ choice, onChoose }: DaysProps) {
  const { t } = useLibrary();
  const field = (end: 'from' | 'to', label: string) => (
    <label>
      <span>{label}</span>{' '}
      <input
        type="date"
        value={choice[end]}
        onChange={({ currentTarget: { value } }) => {
          onChoose({ ...choice, [end]: value });
        }}
      />
    </label>
  );
  return (
    <span class="scope-days">
      {field('from', t('notesLibraryDaysFrom'))} {field('to', t('notesLibraryTo'))}
    </span>
  );
}

interface WayProps {
  readonly label: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
  /** What is to be said more closely, once it is chosen. */
  readonly children?: ComponentChildren;
}

function Way({ label, chosen, onChoose, children }: WayProps) {
  return (
    <div class="scope">
      <label class="check">
        <input type="radio" name="notes-scope" checked={chosen} onChange={onChoose} />
        {label}
      </label>
      {chosen && children}
    </div>
  );
}
