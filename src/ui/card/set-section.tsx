import { useState } from 'preact/hooks';
import type { CardSet } from '../../core/knowledge/card-content.ts';
import type { CardActions, CardPage } from './card-types.ts';
import { Member } from './member.tsx';
import { Section } from './section.tsx';
import type { Language, Translate } from './translate.ts';

/** A set shows this many members at first; hiding a single one more would save nothing. */
const SHOWN = 5;

interface Props {
  readonly set: CardSet;
  /** Whether the card is of the set itself, which then needs no link. */
  readonly own?: boolean;
  /** The member that the card is of. */
  readonly current?: string;
  readonly page: CardPage | undefined;
  readonly language: Language;
  readonly t: Translate;
  readonly actions: CardActions;
}

/** A set with its members in order, ticked by what the page has of them. */
export function SetSection({ set, own = false, current, page, language, t, actions }: Props) {
  const [all, setAll] = useState(false);
  const { members } = set;
  const folds = members.length > SHOWN + 1;
  const from =
    folds && !all
      ? windowStart(
          members.findIndex(({ id }) => id === current),
          members.length,
        )
      : 0;
  const visible = folds && !all ? members.slice(from, from + SHOWN) : members;
  const link = (
    <button
      type="button"
      class="link"
      lang="zh-CN"
      onClick={() => {
        actions.onOpenTerm(set.id);
      }}
    >
      {set.zh}
    </button>
  );
  const title = own ? (
    t('cardMembers')
  ) : (
    <>
      {t('cardPartOf')} {link}
    </>
  );
  if (members.length === 0) {
    return (
      <Section title={title}>
        <p class="note">{t('cardMembersNotListed')}</p>
      </Section>
    );
  }
  return (
    <Section title={title} {...(page === undefined ? {} : { aside: summary(set, page, t) })}>
      <ol class="members">
        {visible.map((member, i) => (
          <Member
            key={member.id}
            member={member}
            number={from + i + 1}
            current={member.id === current}
            state={page === undefined ? undefined : (page.memberStates[member.id] ?? 'absent')}
            language={language}
            t={t}
            onMember={actions.onMember ?? actions.onOpenTerm}
          />
        ))}
      </ol>
      {folds && (
        <button
          type="button"
          class="text-button fold"
          aria-expanded={all}
          onClick={() => {
            setAll(!all);
          }}
        >
          {all ? t('cardShowFewer') : t('cardShowAll', String(members.length))}
        </button>
      )}
    </Section>
  );
}

/** The first of the members shown, so that the card's own is in the middle of them. */
function windowStart(current: number, count: number): number {
  const middle = current - Math.floor(SHOWN / 2);
  return Math.max(0, Math.min(middle, count - SHOWN));
}

function summary({ members }: CardSet, { memberStates }: CardPage, t: Translate): string {
  const states = members.map(({ id }) => memberStates[id] ?? 'absent');
  const reworded = states.filter((state) => state === 'adapted').length;
  const there = states.filter((state) => state !== 'absent').length;
  const numbers = [String(there), String(members.length)] as const;
  return reworded === 0
    ? t('cardMembersOnPage', ...numbers)
    : t('cardMembersReworded', ...numbers, String(reworded));
}
