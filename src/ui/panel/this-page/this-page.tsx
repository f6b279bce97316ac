import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Term } from '../../../core/knowledge/knowledge.ts';
import { comparePageRoute, sourceRoute, termRoute } from '../../../core/library-route.ts';
import { t, uiLanguage } from '../../../platform/i18n.ts';
import { goToSpan, goToTerm, loadPage, openLibrary, watchPage, type PageData } from './page-data.ts';
import { PageView } from './page-view.tsx';

interface Props {
  readonly tabId: number;
  readonly terms: readonly Term[];
}

/** “This page” of a tab, which follows its changes. */
export function ThisPage({ tabId, terms }: Props) {
  const [data, setData] = useState<PageData | 'waiting' | 'not-read'>('waiting');
  useEffect(() => {
    let over = false;
    const load = (): void => {
      void loadPage(tabId).then((next) => {
        if (!over) setData(next ?? 'not-read');
      });
    };
    setData('waiting');
    load();
    const stop = watchPage(tabId, load);
    return () => {
      over = true;
      stop();
    };
  }, [tabId]);
  const language = useMemo(uiLanguage, []);
  return (
    <PageView
      data={data}
      terms={terms}
      language={language}
      t={t}
      onGo={(span) => {
        goToSpan(tabId, span);
      }}
      onTerm={(id) => {
        goToTerm(tabId, id, typeof data === 'object' ? data.frames : []);
      }}
      onOpenTerm={(id) => {
        openLibrary(termRoute(id));
      }}
      onOpenSource={(source, paragraph) => {
        openLibrary(sourceRoute(source, paragraph));
      }}
      onCompare={(source) => {
        openLibrary(comparePageRoute(tabId, source));
      }}
    />
  );
}
