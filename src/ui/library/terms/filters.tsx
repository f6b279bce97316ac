import { KINDS } from '../../../core/match/kinds.ts';
import type { MessageKey } from '../../../locales/strings.ts';
import { KIND_NAMES } from '../../components/kind-line.tsx';
import { useLibrary } from '../context.ts';
import { filterRoute, isFiltered, readFilter, type TermFilter } from './filter-terms.ts';
import { parseRoute } from '../../../core/library-route.ts';

interface Props {
  readonly filter: TermFilter;
  readonly onChange: (filter: TermFilter) => void;
}

/** What the list is narrowed by, and how it is arranged. */
export function Filters({ filter, onChange }: Props) {
  const { data, t } = useLibrary();
  /** The filter with one of its parts set as the address would have it, and so checked. */
  const set = (name: string, value: string): void => {
    const route = parseRoute(filterRoute(filter), 'terms');
    onChange(readFilter(new Map([...route.query, [name, value]])));
  };
  return (
    <div class="filters" role="group" aria-label={t('libraryFilters')}>
      <Choice
        label={t('libraryKind')}
        value={filter.kind ?? ''}
        options={[['', t('libraryAny')], ...KINDS.map((kind) => [kind, t(KIND_NAMES[kind])] as const)]}
        onChoose={(value) => {
          set('kind', value);
        }}
      />
      <Choice
        label={t('libraryWeight')}
        value={filter.weight ?? ''}
        options={[
          ['', t('libraryAny')],
          ['core', t('libraryWeightCore')],
          ['common', t('libraryWeightCommon')],
        ]}
        onChoose={(value) => {
          set('weight', value);
        }}
      />
      <Choice
        label={t('libraryInSource')}
        value={filter.source ?? ''}
        options={[
          ['', t('libraryAny')],
          ...data.sources.map(
            ({ id, publisher, published }) => [id, `${id} ${publisher} ${published}`] as const,
          ),
        ]}
        onChoose={(value) => {
          set('source', value);
        }}
      />
      <label class="check">
        <input
          type="checkbox"
          checked={filter.inSet}
          onChange={(event) => {
            set('set', event.currentTarget.checked ? 'yes' : '');
          }}
        />
        {t('libraryHasSet')}
      </label>
      <Arrangement
        by={filter.by}
        onChoose={(by) => {
          onChange({ ...filter, by });
        }}
      />
      {isFiltered(filter) && (
        <button
          type="button"
          class="text-button"
          onClick={() => {
            onChange({ query: filter.query, by: filter.by, inSet: false });
          }}
        >
          {t('libraryClear')}
        </button>
      )}
    </div>
  );
}

const ARRANGEMENTS: readonly (readonly [TermFilter['by'], MessageKey])[] = [
  ['kind', 'libraryByKind'],
  ['set', 'libraryBySet'],
];

function Arrangement({
  by,
  onChoose,
}: {
  readonly by: TermFilter['by'];
  readonly onChoose: (by: TermFilter['by']) => void;
}) {
  const { t } = useLibrary();
  return (
    <div class="arrangement" role="group" aria-label={t('libraryOrder')}>
      {ARRANGEMENTS.map(([name, label]) => (
        <button
          key={name}
          type="button"
          class="segment"
          aria-pressed={by === name}
          onClick={() => {
            onChoose(name);
          }}
        >
          {t(label)}
        </button>
      ))}
    </div>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChoose: (value: string) => void;
}

function Choice({ label, value, options, onChoose }: ChoiceProps) {
  return (
    <label class="choice">
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          onChoose(event.currentTarget.value);
        }}
      >
        {options.map(([name, words]) => (
          <option key={name} value={name}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
