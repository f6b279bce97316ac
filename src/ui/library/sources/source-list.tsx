import { sourceRoute } from '../../../core/library-route.ts';
import { useLibrary } from '../context.ts';
import { usePageTitle } from '../page-title.ts';
import { inferable } from './inferable.ts';

/** The seven texts, the earliest first. */
export function SourceList() {
  const { data, t } = useLibrary();
  usePageTitle(t('librarySources'));
  return (
    <>
      <h1 tabIndex={-1}>{t('librarySources')}</h1>
      <p class="intro">{t('librarySourcesIntro')}</p>
      <ol class="source-list">
        {data.sources.map((source) => (
          <li key={source.id}>
            <h2>
              <a href={sourceRoute(source.id)} lang="zh-CN">
                {source.title}
              </a>
            </h2>
            <p>
              <span lang="zh-CN">{inferable(source, 'publisher', source.publisher)}</span>
              <span aria-hidden="true"> · </span>
              <time dateTime={source.published}>{inferable(source, 'published', source.published)}</time>
              {source.byline !== null && (
                <>
                  <span aria-hidden="true"> · </span>
                  <span lang="zh-CN">{source.byline}</span>
                </>
              )}
            </p>
            {source.part_of !== null && (
              <p class="quiet">
                {t('libraryPartOfCompilation')} <span lang="zh-CN">{source.part_of}</span>
              </p>
            )}
            <p class="quiet">
              {source.id}
              <span aria-hidden="true"> · </span>
              {t('libraryParagraphs', String(source.paragraphs.length))}
              <span aria-hidden="true"> · </span>
              {t('libraryTermsInText', String(data.concordance.termsIn(source.id).length))}
            </p>
          </li>
        ))}
      </ol>
    </>
  );
}
