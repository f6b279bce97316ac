import type { Kind } from '../../core/match/kinds.ts';
import type { MessageKey } from '../../locales/strings.ts';
import { KindLabel, kindLine } from '../components/kind-line.tsx';
import type { ListedSet, ListedTerm, PageState } from './page-state.ts';
import type { PopupHost } from './popup-host.ts';

const KIND_LABELS: Record<Kind, MessageKey> = {
  principle: 'kindPrinciple',
  concept: 'kindConcept',
  person: 'kindPerson',
  organisation: 'kindOrganisation',
  meeting: 'kindMeeting',
  document: 'kindDocument',
  campaign: 'kindCampaign',
};

interface Props {
  readonly t: PopupHost['t'];
  readonly state: PageState;
  readonly onOpen: (id: string) => void;
  readonly onJump: (id: string) => void;
  readonly onCompare: () => void;
}

/** What is on the page, by set and by kind: a name opens its card, its number goes to its place. */
export function OnThisPage({ t, state, onOpen, onJump, onCompare }: Props) {
  if (state.count === 0) return <p class="quiet">{t('popupNothing')}</p>;
  return (
    <section aria-labelledby="on-this-page">
      <h2 id="on-this-page">
        {t('popupOnThisPage')} <span class="count">{state.count}</span>
      </h2>
      {state.article !== undefined && <ArticleCounts t={t} article={state.article} />}
      <p class="compare-page">
        <button type="button" class="link" onClick={onCompare}>
          {t('popupCompare')}
        </button>
      </p>
      {state.sets.length > 0 && (
        <section>
          <h3>{t('popupSets')}</h3>
          <ul class="sets">
            {state.sets.map((set) => (
              <SetRow key={set.term.id} {...{ t, set, onOpen, onJump }} />
            ))}
          </ul>
        </section>
      )}
      {state.kinds.map(({ kind, terms }) => (
        <section key={kind}>
          <h3>
            <KindLabel kind={kind}>{t(KIND_LABELS[kind])}</KindLabel>
          </h3>
          <ul class="terms">
            {terms.map((listed) => (
              <TermEntry key={listed.term.id} {...{ t, listed, onOpen, onJump }} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

/** How many of the terms are in the article, where it is not all of them. */
function ArticleCounts({ t, article }: Pick<Props, 't'> & { readonly article: ArticleCount }) {
  const { inside, elsewhere, isPart } = article;
  return (
    <p class="article-counts">
      <span>
        {t('popupInArticle')} <b>{inside}</b>
      </span>
      <span>
        {t('popupElsewhere')} <b>{elsewhere}</b>
      </span>
      {isPart && <span>{t('popupPart')}</span>}
    </p>
  );
}

type ArticleCount = NonNullable<PageState['article']>;

type RowProps = Pick<Props, 't' | 'onOpen' | 'onJump'>;

function SetRow({ t, set, onOpen, onJump }: RowProps & { readonly set: ListedSet }) {
  const { term, check, present, at } = set;
  const said = t('popupSetMembers', String(present), String(check.members.length));
  return (
    <li>
      <Name
        zh={term.zh}
        onOpen={() => {
          onOpen(term.id);
        }}
      />
      {at === undefined ? (
        <span class="count">{said}</span>
      ) : (
        <Jump
          label={t('popupJumpSet', term.zh, said)}
          text={said}
          onJump={() => {
            onJump(at);
          }}
        />
      )}
    </li>
  );
}

function TermEntry({ t, listed, onOpen, onJump }: RowProps & { readonly listed: ListedTerm }) {
  const { term, count } = listed;
  return (
    <li>
      <Name
        zh={term.zh}
        line={kindLine(term.kind, term.weight)}
        onOpen={() => {
          onOpen(term.id);
        }}
      />
      <Jump
        label={t('popupJump', term.zh, String(count))}
        text={String(count)}
        onJump={() => {
          onJump(term.id);
        }}
      />
    </li>
  );
}

interface NameProps {
  readonly zh: string;
  readonly line?: string;
  readonly onOpen: () => void;
}

function Name({ zh, line, onOpen }: NameProps) {
  return (
    <button type="button" class="name" lang="zh-CN" onClick={onOpen}>
      <span class={line}>{zh}</span>
    </button>
  );
}

interface JumpProps {
  readonly label: string;
  readonly text: string;
  readonly onJump: () => void;
}

function Jump({ label, text, onJump }: JumpProps) {
  return (
    <button type="button" class="jump count" aria-label={label} title={label} onClick={onJump}>
      {text}
    </button>
  );
}
