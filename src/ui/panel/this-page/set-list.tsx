import type { MessageKey } from '../../../locales/strings.ts';
import type { ListedSet } from '../../popup/page-state.ts';
import type { PageTools } from './page-tools.ts';

interface Props extends PageTools {
  readonly sets: readonly ListedSet[];
  readonly zhOf: (id: string) => string;
}

const STATES = { present: undefined, adapted: 'pageMemberAdapted', absent: 'pageMemberAbsent' } as const;

/** Sets that the article names or has members of, with every member. */
export function SetList({ sets, zhOf, t, onTerm, onOpenTerm }: Props) {
  if (sets.length === 0) return null;
  return (
    <section>
      <h2>
        {t('pageSets')} <span class="panel-count">{sets.length}</span>
      </h2>
      {sets.map(({ term, check, present }) => (
        <details key={term.id} open={sets.length <= 2}>
          <summary>
            <span lang="zh-CN">{term.zh}</span>{' '}
            <span class="page-quiet">
              {t('pageSetPresent', String(present), String(check.members.length))}
              {present > 1 && t(check.inOrder ? 'pageInOrder' : 'pageOtherOrder')}
            </span>
          </summary>
          <ol class="page-members">
            {check.members.map(({ id, state }) => {
              const said: MessageKey | undefined = STATES[state];
              return (
                <li key={id} class={`member-${state}`}>
                  <button
                    type="button"
                    class="link"
                    lang="zh-CN"
                    onClick={() => {
                      if (state === 'absent') onOpenTerm(id);
                      else onTerm(id);
                    }}
                  >
                    {zhOf(id)}
                  </button>
                  {said !== undefined && <span class="page-quiet"> {t(said)}</span>}
                </li>
              );
            })}
          </ol>
        </details>
      ))}
    </section>
  );
}
