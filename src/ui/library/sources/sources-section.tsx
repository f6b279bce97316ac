import { paragraphOf } from '../../../core/library-route.ts';
import { useLibrary } from '../context.ts';
import { NotFound } from '../not-found.tsx';
import type { SectionProps } from '../section.ts';
import { SourceList } from './source-list.tsx';
import { SourcePage } from './source-page.tsx';

/** #/sources, #/sources/ID and #/sources/ID/pN. */
export function SourcesSection({ route: { path } }: SectionProps) {
  const { data, t } = useLibrary();
  const [id, place, ...more] = path;
  if (id === undefined) return <SourceList />;
  const source = data.source(id);
  if (source === undefined || more.length > 0) {
    return <NotFound reason={t('libraryNoSource', path.join('/'))} section="sources" />;
  }
  const paragraph = paragraphOf(place);
  const count = source.paragraphs.length;
  if (place !== undefined && (paragraph === undefined || paragraph > count)) {
    return <NotFound reason={t('libraryNoParagraph', place, String(count))} section="sources" />;
  }
  return <SourcePage source={source} {...(paragraph === undefined ? {} : { target: paragraph })} />;
}
