import { KINDS, type Kind } from '../../../core/match/kinds.ts';
import type { MessageKey } from '../../../locales/strings.ts';
import { KindLabel, kindLine } from '../../components/kind-line.tsx';
import type { PageState } from '../../popup/page-state.ts';
import type { PageTools } from './page-tools.ts';

const LABELS: Record<Kind, MessageKey> = {
  principle: 'kindPrinciple',
  concept: 'kindConcept',
  person: 'kindPerson',
  organisation: 'kindOrganisation',
  meeting: 'kindMeeting',
  document: 'kindDocument',
  campaign: 'kindCampaign',
};

interface Props extends Pick<PageTools, 't' | 'onTerm'> {
  readonly state: PageState;
}

/** The terms of the page by kind: the list that highlights are not for assistive technology. */
export function TermList({ state, t, onTerm }: Props) {
  return (
    <section>
      <h2>
        {t('pageTerms')} {state.count > 0 && <span class="panel-count">{state.count}</span>}
      </h2>
      {state.count === 0 && <p class="page-quiet">{t('pageNoTerms')}</p>}
      {KINDS.flatMap((kind) => state.kinds.filter((of) => of.kind === kind)).map(({ kind, terms }) => (
        <section key={kind} class="page-kind">
          <h3>
            <KindLabel kind={kind}>{t(LABELS[kind])}</KindLabel>
          </h3>
          <ul class="page-terms">
            {terms.map(({ term, count }) => (
              <li key={term.id}>
                <button
                  type="button"
                  class="page-term"
                  title={t('pageGo')}
                  onClick={() => {
                    onTerm(term.id);
                  }}
                >
                  <span class={kindLine(term.kind, term.weight)} lang="zh-CN">
                    {term.zh}
                  </span>
                  {count > 1 && (
                    <span class="page-number">
                      {' '}
                      {count}
                      <span class="unseen"> {t('pagePlaces')}</span>
                    </span>
                  )}
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}
