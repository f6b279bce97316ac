import type { TermLink } from '../../core/knowledge/card-content.ts';
import type { MemberCheck } from '../../core/match/sets.ts';
import { Icon } from '../components/icon.tsx';
import type { CardKey, Language, Translate } from './translate.ts';

const STATES: Readonly<Record<MemberCheck['state'], CardKey>> = {
  present: 'cardMemberPresent',
  adapted: 'cardMemberAdapted',
  absent: 'cardMemberAbsent',
};

interface Props {
  readonly member: TermLink;
  readonly number: number;
  /** Whether the card is of this member. */
  readonly current: boolean;
  /** Undefined where there is no page to speak of. */
  readonly state: MemberCheck['state'] | undefined;
  readonly language: Language;
  readonly t: Translate;
  readonly onMember: (id: string) => void;
}

/** One member of a set: its number, what the page has of it, its words. */
export function Member({ member, number, current, state, language, t, onMember }: Props) {
  const said = state === undefined ? undefined : t(STATES[state]);
  const words = (
    <>
      <span lang="zh-CN">{member.zh}</span>
      {language === 'en' && (
        <span class="member-en" lang="en">
          {member.en}
        </span>
      )}
      {said !== undefined && <span class="unseen"> {said}</span>}
    </>
  );
  return (
    <li
      class={`member${state === undefined ? '' : ` ${state}`}`}
      value={number}
      {...(current ? { 'aria-current': 'true' as const } : {})}
    >
      <span class="number" aria-hidden="true">
        {number}
      </span>
      {current ? (
        <span class="member-words">{words}</span>
      ) : (
        <button
          type="button"
          class="member-words"
          onClick={() => {
            onMember(member.id);
          }}
        >
          {words}
        </button>
      )}
      {state !== undefined && (
        <span class="member-state" title={said}>
          <Icon name={state} />
        </span>
      )}
    </li>
  );
}
