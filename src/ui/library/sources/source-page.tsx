import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatRoute } from '../../../core/library-route.ts';
import type { Source } from '../../../core/knowledge/source.ts';
import { useLibrary } from '../context.ts';
import { usePageTitle } from '../page-title.ts';
import { inferable } from './inferable.ts';
import { SourceFacts } from './source-facts.tsx';
import { TermCard } from './term-card.tsx';
import { paintTerms } from './paint-terms.ts';
import { headlineCount, SourceText } from './source-text.tsx';

interface Props {
  readonly source: Source;
  readonly target?: number;
}

/** One of the seven texts: what is known of it, and the text itself. */
export function SourcePage({ source, target }: Props) {
  const { data, t } = useLibrary();
  usePageTitle(source.title);
  const root = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    if (root.current === null) return;
    return paintTerms(root.current, (link) => data.term(link.dataset['term'] ?? ''));
  }, [source, data]);
  const [card, setCard] = useState<{ readonly link: HTMLAnchorElement; readonly id: string }>();
  const closeCard = useCallback(() => {
    setCard(undefined);
  }, []);
  const openCard = (event: MouseEvent): void => {
    // With a modifier a link goes where links go.
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a.term') : null;
    const id = link?.dataset['term'];
    if (link === null || id === undefined) return;
    event.preventDefault();
    setCard({ link, id });
  };
  const at = target === undefined ? {} : { target };
  /** Its own headline is the page's, where it has one. */
  const titled = source.paragraphs.slice(0, headlineCount(source)).some(({ text }) => text === source.title);
  const { id, title, publisher, published, byline } = source;
  return (
    <article ref={root} class="source-page" onClick={openCard}>
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
        {!titled && (
          <h1 tabIndex={-1} class="source-title" lang="zh-CN">
            {inferable(source, 'title', title)}
          </h1>
        )}
        <SourceText source={source} part="headlines" {...at} />
        <p class="source-links">
          <a href={formatRoute('terms', [], { source: id })}>{t('libraryTermsHere')}</a>
          <a href={formatRoute('glossary', [], { source: id })}>{t('libraryGlossaryHere')}</a>
        </p>
        <SourceFacts source={source} />
      </header>
      <SourceText source={source} part="text" {...at} />
      {card !== undefined && <TermCard key={card.id} link={card.link} id={card.id} onClose={closeCard} />}
    </article>
  );
}
