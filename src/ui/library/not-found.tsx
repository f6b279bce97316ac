import { formatRoute } from '../../core/library-route.ts';
import { useLibrary } from './context.ts';
import { usePageTitle } from './page-title.ts';

interface Props {
  /** What is not there, in a sentence. */
  readonly reason: string;
  /** Where to go instead. */
  readonly section?: 'terms' | 'sources';
}

/** A place that the library does not have. */
export function NotFound({ reason, section = 'terms' }: Props) {
  const { t } = useLibrary();
  usePageTitle(t('libraryNotFound'));
  return (
    <>
      <h1 tabIndex={-1}>{t('libraryNotFound')}</h1>
      <p class="not-found">{reason}</p>
      <p>
        <a href={formatRoute(section)}>{t(section === 'terms' ? 'libraryGoTerms' : 'libraryGoSources')}</a>
      </p>
    </>
  );
}
