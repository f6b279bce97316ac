import { vi } from 'vitest';
import type { CardContent } from '../../src/core/knowledge/card-content.ts';
import type { Kind } from '../../src/core/match/kinds.ts';
import type { MemberCheck } from '../../src/core/match/sets.ts';
import type { CardProps } from '../../src/ui/card/card.tsx';
import { contentOf, pageOf } from './card-support.tsx';

/** Every action, as a spy. */
export function spies() {
  return {
    onOpenTerm: vi.fn(),
    onBack: vi.fn(),
    onClose: vi.fn(),
    onMember: vi.fn(),
    onPin: vi.fn(),
    onMoveStart: vi.fn(),
    onPrevious: vi.fn(),
    onNext: vi.fn(),
    onCopy: vi.fn(() => Promise.resolve()),
    onNever: vi.fn(),
    onWrong: vi.fn(),
    onUndo: vi.fn(),
    onRetry: vi.fn(),
  };
}

type Shown = Pick<CardProps, 'state' | 'canGoBack' | 'pinned'>;

const OF_KIND: Readonly<Record<Kind, string>> = {
  principle: 'no-cybersecurity-no-national-security',
  concept: 'cyberpower',
  person: 'cai-qi',
  organisation: 'central-cyberspace-affairs-commission',
  meeting: 'national-cyber-conference-2023',
  document: 'cybersecurity-law',
  campaign: 'qinglang-campaign',
};

/** A heading longer than any bundled one: what stands under it is another's. */
const LONGER_THAN_ANY: CardContent = {
  ...contentOf('internet-largest-variable'),
  zh: '要坚持把增强人民群众获得感、幸福感、安全感作为网信工作的出发点和落脚点，让互联网更好造福人民，让亿万人民在共享互联网发展成果上有更多获得感，不断满足人民对美好生活的向往',
};

const STATES_OF_TEN: readonly MemberCheck['state'][] = [
  'present',
  'present',
  'adapted',
  'present',
  'absent',
  'present',
  'present',
  'present',
  'absent',
  'adapted',
];

function tenStates(): Record<string, MemberCheck['state']> {
  const { set } = contentOf('ten-upholds');
  return Object.fromEntries((set?.members ?? []).map(({ id }, i) => [id, STATES_OF_TEN[i] ?? 'absent']));
}

function term(content: CardContent, page: Parameters<typeof pageOf>[1] = {}): Shown {
  return { state: { type: 'term', content, page: pageOf(content, page) }, canGoBack: false, pinned: false };
}

/** Every state that a card can be in, by name. */
export function cardStates(): Record<string, Shown> {
  const ten = contentOf('ten-upholds');
  const team = contentOf('uphold-loyal-clean-workforce');
  const thought = contentOf('cyberpower-thought');
  const byKind = Object.entries(OF_KIND).map(([kind, id]): [string, Shown] => [
    `kind-${kind}`,
    term(contentOf(id), { count: 7, index: 1 }),
  ]);
  return {
    ...Object.fromEntries(byKind),
    'set-of-ten': term(ten, {
      count: 4,
      text: '10个坚持',
      memberStates: tenStates(),
      sense: { id: 'cyber', certainty: 'likely' },
    }),
    member: term(team, {
      adapted: true,
      text: '打造忠诚干净担当的网信工作队伍',
      memberStates: tenStates(),
      nested: [{ id: 'wangxin-work', zh: '网信工作', kind: 'concept' }],
    }),
    'member-and-set': term(contentOf('uphold-positive-energy-line'), { memberStates: tenStates() }),
    'not-listed': term(contentOf('two-upholds')),
    nested: term(thought, {
      count: 3,
      index: 2,
      nested: [
        { id: 'xi-jinping', zh: '习近平', kind: 'person' },
        { id: 'cyberpower', zh: '网络强国', kind: 'principle' },
        { id: 'general-secretary', zh: '总书记', kind: 'concept' },
      ],
    }),
    followed: {
      state: { type: 'term', content: contentOf('cyberpower-strategic-thought') },
      canGoBack: true,
      pinned: false,
    },
    pinned: { ...term(contentOf('cyberpower')), pinned: true },
    longest: term(contentOf('five-part-mission'), { count: 12, index: 10 }),
    sentence: term(contentOf('actors-in-international-governance')),
    'longer-than-any': term(LONGER_THAN_ANY),
    'not-quoted-first': term(contentOf('cybersecurity'), { count: 128, index: 99 }),
    never: { ...term(contentOf('cyberpower')), ...done('never') },
    wrong: { ...term(contentOf('cyberpower')), ...done('wrong') },
    loading: { state: { type: 'loading' }, canGoBack: false, pinned: false },
    'loading-known': {
      state: { type: 'loading', text: '没有网络安全就没有国家安全', kind: 'principle' },
      canGoBack: true,
      pinned: false,
    },
    updated: { state: { type: 'error', reason: 'updated' }, canGoBack: false, pinned: false },
    failed: { state: { type: 'error', reason: 'failed' }, canGoBack: false, pinned: false },
  };
}

function done(what: 'never' | 'wrong'): Pick<Shown, 'state'> {
  const content = contentOf('cyberpower');
  return { state: { type: 'term', content, page: pageOf(content), done: what } };
}
