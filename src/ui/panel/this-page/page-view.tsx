import { useMemo } from 'preact/hooks';
import type { Term } from '../../../core/knowledge/knowledge.ts';
import { pageState } from '../../popup/page-state.ts';
import { MissingList } from './missing-list.tsx';
import { NewFormulations } from './new-formulations.tsx';
import type { PageData } from './page-data.ts';
import type { PageTools } from './page-tools.ts';
import { PassageList } from './passage-list.tsx';
import { SetList } from './set-list.tsx';
import { SourceShares } from './source-shares.tsx';
import { Strip } from './strip.tsx';
import { TermList } from './term-list.tsx';

interface Props extends PageTools {
  readonly data: PageData | 'waiting' | 'not-read';
  readonly terms: readonly Term[];
}

/** What a page shares with the bundled texts, and what is on it. */
export function PageView({ data, terms, ...tools }: Props) {
  const { t } = tools;
  const byId = useMemo(() => new Map(terms.map((term) => [term.id, term])), [terms]);
  const frames = typeof data === 'object' && data.frames.length > 0 ? data.frames : undefined;
  const state = useMemo(() => (frames === undefined ? undefined : pageState(frames, terms)), [frames, terms]);
  if (data === 'waiting') {
    return (
      <p class="page-quiet" role="status">
        {t('pageComparing')}
      </p>
    );
  }
  if (data === 'not-read') {
    return <p>{t('panelNotRead')}</p>;
  }
  const { passages } = data;
  if (passages.state === 'off') return <p>{t('pageOff')}</p>;
  const zhOf = (id: string): string => byId.get(id)?.zh ?? id;
  return (
    <div class="this-page">
      {passages.state === 'failed' ? (
        <p>{t('pageFailed')}</p>
      ) : (
        <>
          {passages.found.cut && <p class="page-quiet">{t('pageCut')}</p>}
          <section>
            <h2>{t('pageShared')}</h2>
            {passages.found.passages.length === 0 ? (
              <p class="page-quiet">{t('pageNone')}</p>
            ) : (
              <>
                <Strip text={passages.text} passages={passages.found.passages} {...tools} />
                <SourceShares text={passages.text} found={passages.found} {...tools} />
              </>
            )}
          </section>
        </>
      )}
      {state !== undefined && <SetList sets={state.sets} zhOf={zhOf} {...tools} />}
      {passages.state === 'done' && (
        <>
          <PassageList text={passages.text} found={passages.found} {...tools} />
          <MissingList found={passages.found} sets={state?.sets ?? []} zhOf={zhOf} {...tools} />
          <NewFormulations text={passages.text} found={passages.found} {...tools} />
        </>
      )}
      {state !== undefined && <TermList state={state} {...tools} />}
    </div>
  );
}
