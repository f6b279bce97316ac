import { useLayoutEffect, useRef } from 'preact/hooks';
import { LibraryProvider, type LibraryContext } from './context.ts';
import { Masthead } from './masthead.tsx';
import { NotFound } from './not-found.tsx';
import { HOME } from './places.ts';
import { useVisit, type Visit } from './router.ts';
import { viewOf } from './sections.ts';

/** The library: its navigation, and the section that the address names. */
export function Library({ context }: { readonly context: LibraryContext }) {
  const visit = useVisit(HOME);
  const { t } = context;
  const main = useRef<HTMLElement>(null);
  useArrival(visit, main);
  const { route } = visit;
  const View = viewOf(route.section);
  return (
    <LibraryProvider.Provider value={context}>
      <button
        type="button"
        class="skip"
        onClick={() => {
          focusHeading(main.current, false);
        }}
      >
        {t('librarySkip')}
      </button>
      <Masthead t={t} current={route.section} />
      <main ref={main}>
        {View === undefined ? (
          <NotFound reason={t('libraryNoSection', route.section)} />
        ) : (
          <View key={placeOf(visit)} route={route} />
        )}
      </main>
    </LibraryProvider.Provider>
  );
}

/** A place without its paragraph: going from paragraph to paragraph is no new page. */
function placeOf({ route, hash }: Visit): string {
  return route.section === 'sources' ? `sources/${route.path[0] ?? ''}` : hash;
}

/** Moves focus and view to where the reader has arrived. */
function useArrival(visit: Visit, main: { readonly current: HTMLElement | null }): void {
  useLayoutEffect(() => {
    const target = main.current?.querySelector<HTMLElement>('.target');
    if (visit.by === 'history') {
      focusHeading(main.current, true);
      window.scrollTo(0, visit.scrollY);
    } else if (target !== undefined && target !== null) {
      target.focus({ preventScroll: true });
      target.scrollIntoView({ block: 'center' });
    } else if (visit.by === 'link') {
      window.scrollTo(0, 0);
      focusHeading(main.current, true);
    }
  }, [visit]);
}

function focusHeading(main: HTMLElement | null, preventScroll: boolean): void {
  main?.querySelector<HTMLElement>('h1')?.focus({ preventScroll });
}
