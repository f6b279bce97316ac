import { termRoute } from '../../../core/library-route.ts';
import { KIND_NAMES, KindLabel } from '../../components/kind-line.tsx';
import { useLibrary } from '../context.ts';
import type { TermGroup } from './filter-terms.ts';
import { TermRow } from './term-row.tsx';

interface Props {
  readonly groups: readonly TermGroup[];
  readonly query: string;
}

/** Terms under the headings of their kinds or sets. */
export function TermGroups({ groups, query }: Props) {
  return (
    <>
      {groups.map((group) => (
        <section key={group.key} class="term-group">
          <GroupHeading group={group} />
          <ol class="term-rows">
            {group.terms.map((term, i) => (
              <TermRow
                key={term.id}
                term={term}
                query={query}
                {...(group.set === undefined ? {} : { number: i + 1 })}
              />
            ))}
          </ol>
        </section>
      ))}
    </>
  );
}

function GroupHeading({ group: { kind, set } }: { readonly group: TermGroup }) {
  const { t } = useLibrary();
  if (kind !== undefined) {
    return (
      <h2>
        <KindLabel kind={kind}>{t(KIND_NAMES[kind])}</KindLabel>
      </h2>
    );
  }
  if (set === undefined) return null;
  return (
    <h2>
      <a href={termRoute(set.id)} lang="zh-CN">
        {set.zh}
      </a>
      <span class="quiet">{set.members.length === 0 ? t('libraryNoMembers') : set.members.length}</span>
    </h2>
  );
}
