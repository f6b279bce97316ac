import { formatRoute } from '../../core/library-route.ts';
import { useLibrary } from './context.ts';
import { usePageTitle } from './page-title.ts';

const GO = {
  terms: 'libraryGoTerms',
  sources: 'libraryGoSources',
  notes: 'notesLibraryAll',
} as const;

interface Props {
  /** What is not there, in a sentence. */
  readonly reason: string;
  /** Where to go instead. */
  readonly section?: keyof typeof GO;
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
        <a href={formatRoute(section)}>{t(GO[section])}</a>
      </p>
    </>
  );
}
