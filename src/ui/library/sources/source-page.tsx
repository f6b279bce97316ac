import { formatRoute } from '../../../core/library-route.ts';
import type { Source } from '../../../core/knowledge/source.ts';
import { useLibrary } from '../context.ts';
import { usePageTitle } from '../page-title.ts';
import { inferable } from './inferable.ts';
import { SourceFacts } from './source-facts.tsx';
import { SourceText } from './source-text.tsx';

interface Props {
  readonly source: Source;
  readonly target?: number;
}

/** One of the seven texts: what is known of it, and the text itself. */
export function SourcePage({ source, target }: Props) {
  const { t } = useLibrary();
  usePageTitle(source.title);
  const { id, title, publisher, published, byline } = source;
  return (
    <article class="source-page">
      <header>
        <p class="eyebrow">
          <span lang="zh-CN">{inferable(source, 'publisher', publisher)}</span>
          <span aria-hidden="true"> · </span>
          <time dateTime={published}>{inferable(source, 'published', published)}</time>
          {byline !== null && (
            <>
              <span aria-hidden="true"> · </span>
              <span lang="zh-CN">{byline}</span>
            </>
          )}
        </p>
        <h1 tabIndex={-1} class="source-title" lang="zh-CN">
          {inferable(source, 'title', title)}
        </h1>
        <p class="source-links">
          <a href={formatRoute('terms', [], { source: id })}>{t('libraryTermsHere')}</a>
          <a href={formatRoute('glossary', [], { source: id })}>{t('libraryGlossaryHere')}</a>
        </p>
        <SourceFacts source={source} />
      </header>
      <h2 class="unseen">{t('libraryText')}</h2>
      <SourceText source={source} {...(target === undefined ? {} : { target })} />
    </article>
  );
}
