import { useLibrary } from '../context.ts';
import { NotFound } from '../not-found.tsx';
import type { SectionProps } from '../section.ts';
import { TermList } from './term-list.tsx';
import { TermPage } from './term-page.tsx';

/** #/terms, with its filters, and #/terms/ID. */
export function TermsSection({ route: { path, query } }: SectionProps) {
  const { data, t } = useLibrary();
  const [id, ...more] = path;
  if (id === undefined) return <TermList query={query} />;
  const term = data.term(id);
  if (term === undefined || more.length > 0) return <NotFound reason={t('libraryNoTerm', path.join('/'))} />;
  return <TermPage term={term} />;
}
