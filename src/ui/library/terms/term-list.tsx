import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { figureReading } from '../../../core/figures/figures.ts';
import { termRoute } from '../../../core/library-route.ts';
import type { Term } from '../../../core/knowledge/knowledge.ts';
import { FigureLine } from '../../components/figure-line.tsx';
import { useLibrary } from '../context.ts';
import { usePageTitle } from '../page-title.ts';
import { amend, go } from '../router.ts';
import {
  filterRoute,
  filterTerms,
  firstRows,
  groupByKind,
  groupBySet,
  readFilter,
  type TermFilter,
  type TermGroup,
} from './filter-terms.ts';
import { Filters } from './filters.tsx';
import { TermGroups } from './term-groups.tsx';

/** Rows that are drawn at first, and with each “more”. */
const ROWS = 120;
/** Results of a look-up that are worth reading. */
const RESULTS = 60;

/** How many rows each list had when the reader left it, by its address: back finds them again. */
const rowsBefore = new Map<string, number>();

/** All terms: looked up, filtered, by kind or by set. */
export function TermList({ query }: { readonly query: ReadonlyMap<string, string> }) {
  const { data, t } = useLibrary();
  usePageTitle(t('libraryTerms'));
  const [filter, setFilter] = useState(() => readFilter(query));
  const address = filterRoute(filter);
  const [rows, setRows] = useState(() => rowsBefore.get(address) ?? ROWS);
  const passed = usePassed(filter);
  const typed = filter.query.trim();
  const looking = typed !== '';
  const groups = useMemo<TermGroup[]>(() => {
    if (looking) return [{ key: 'found', terms: passed }];
    return filter.by === 'set' ? groupBySet(passed, (ids) => data.all(ids)) : groupByKind(passed);
  }, [passed, filter.by, looking]);
  const shown = firstRows(groups, rows);
  const figure = useMemo(() => figureReading(typed), [typed]);

  const change = (next: TermFilter): void => {
    setFilter(next);
    setRows(ROWS);
    amend(filterRoute(next));
  };
  const more = (): void => {
    setRows(rows + ROWS);
    rowsBefore.set(address, rows + ROWS);
  };
  const count = filter.by === 'set' && !looking ? groups.length : passed.length;
  return (
    <>
      <h1 tabIndex={-1}>{t('libraryTerms')}</h1>
      <form
        class="search"
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          const [first] = passed;
          if (looking && first !== undefined) go(termRoute(first.id));
        }}
      >
        <input
          type="search"
          aria-label={t('librarySearch')}
          placeholder={t('librarySearchHint')}
          value={filter.query}
          spellcheck={false}
          autocomplete="off"
          onInput={(event) => {
            change({ ...filter, query: event.currentTarget.value });
          }}
          onKeyDown={(event) => {
            // Enter that ends a composition is the input method's.
            if (event.key === 'Enter' && event.isComposing) event.preventDefault();
          }}
        />
      </form>
      {figure !== undefined && <FigureLine figure={figure} label={t('libraryFigure')} />}
      <Filters filter={filter} onChange={change} />
      <p class="count" role="status">
        {count === 0
          ? t('libraryNone')
          : count === 1
            ? t('libraryCountOne')
            : t('libraryCount', String(count))}
      </p>
      <TermGroups groups={shown.groups} query={typed} />
      {shown.left > 0 && <More left={Math.min(ROWS, shown.left)} onMore={more} />}
    </>
  );
}

/** The terms that pass what the reader asked for; those of a look-up the best first. */
function usePassed(filter: TermFilter): readonly Term[] {
  const { data } = useLibrary();
  const typed = filter.query.trim();
  return useMemo(() => {
    const inSource = new Set(filter.source === undefined ? [] : data.concordance.termsIn(filter.source));
    const terms =
      typed === '' ? data.knowledge.terms : data.all(data.lookup.search(typed, RESULTS).map(({ id }) => id));
    return filterTerms(terms, filter, (id) => inSource.has(id));
  }, [data, typed, filter.kind, filter.weight, filter.source, filter.inSet]);
}

/** Draws the next rows when the reader comes near the end, or at a press. */
function More({ left, onMore }: { readonly left: number; readonly onMore: () => void }) {
  const { t } = useLibrary();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        // Not while the button has the focus: it would move away under it.
        if (entries.some(({ isIntersecting }) => isIntersecting) && document.activeElement !== button.current)
          onMore();
      },
      { rootMargin: '400px 0px' },
    );
    if (button.current !== null) observer.observe(button.current);
    return () => {
      observer.disconnect();
    };
  });
  return (
    <button ref={button} type="button" class="more" onClick={onMore}>
      {t('libraryMore', String(left))}
    </button>
  );
}
