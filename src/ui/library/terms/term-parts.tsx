import { termRoute } from '../../../core/library-route.ts';
import { expandPattern } from '../../../core/match/pattern.ts';
import type { Mention } from '../../../core/match/recogniser.ts';
import type { Term } from '../../../core/knowledge/knowledge.ts';
import { kindLine } from '../../components/kind-line.tsx';
import { useLibrary } from '../context.ts';
import { TermRow } from './term-row.tsx';

/** More forms than these tell a reader nothing. */
const MOST_FORMS = 24;

interface Props {
  readonly term: Term;
}

/** What a form with several meanings may mean. */
export function Senses({ term: { senses } }: Props) {
  const { language, t } = useLibrary();
  if (senses.length === 0) return null;
  return (
    <section>
      <h2>{t('libraryMeanings')}</h2>
      <ul class="senses">
        {senses.map(({ id, gloss }) => (
          <li key={id} lang={language === 'zh' ? 'zh-CN' : 'en'}>
            {gloss[language]}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The members of a set, and the sets that a term is a member of. */
export function Sets({ term }: Props) {
  const { data, t } = useLibrary();
  return (
    <>
      {(term.members.length > 0 || !term.membersListed) && (
        <section>
          <h2>{t('libraryMembers')}</h2>
          <Members set={term} />
        </section>
      )}
      {data.all(term.memberOf).map((set) => (
        <section key={set.id}>
          <h2>
            {t('libraryPartOf')}{' '}
            <a href={termRoute(set.id)} lang="zh-CN">
              {set.zh}
            </a>
          </h2>
          <Members set={set} current={term.id} />
        </section>
      ))}
    </>
  );
}

function Members({ set, current }: { readonly set: Term; readonly current?: string }) {
  const { data, t } = useLibrary();
  if (set.members.length === 0) return <p class="note">{t('cardMembersNotListed')}</p>;
  return (
    <ol class="term-rows">
      {data.all(set.members).map((member, i) =>
        member.id === current ? (
          <li key={member.id} class="term-row current" aria-current="true">
            <span class="row-number">{i + 1}</span>
            <span class="row-zh" lang="zh-CN">
              {member.zh}
            </span>
            <span class="row-en" lang="en">
              {member.en}
            </span>
          </li>
        ) : (
          <TermRow key={member.id} term={member} number={i + 1} />
        ),
      )}
    </ol>
  );
}

/** How else pages write the term. */
export function Forms({ term: { zh, variants } }: Props) {
  const { t } = useLibrary();
  const forms = new Set(variants.flatMap((pattern) => expandPattern(pattern)));
  forms.delete(zh);
  if (forms.size === 0) return null;
  return (
    <section>
      <h2>{t('libraryForms')}</h2>
      <ul class="forms" lang="zh-CN">
        {[...forms].slice(0, MOST_FORMS).map((form) => (
          <li key={form}>{form}</li>
        ))}
        {forms.size > MOST_FORMS && <li>……</li>}
      </ul>
    </section>
  );
}

/** The terms that its own words contain. */
export function Inside({ term }: Props) {
  const { data, t } = useLibrary();
  const inside = new Map<string, Term>();
  const note = (mentions: readonly Mention[]): void => {
    for (const mention of mentions) {
      const found = data.termOf(mention);
      if (found !== undefined && found.id !== term.id) inside.set(found.id, found);
      note(mention.nested);
    }
  };
  note(data.recogniser.recognise(term.zh));
  if (inside.size === 0) return null;
  return (
    <section>
      <h2>{t('libraryInside')}</h2>
      <ul class="chips" lang="zh-CN">
        {[...inside.values()].map(({ id, zh, kind, weight }) => (
          <li key={id}>
            <a href={termRoute(id)}>
              <span class={kindLine(kind, weight)}>{zh}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
