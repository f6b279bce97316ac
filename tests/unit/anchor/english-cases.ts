import { chain, edit, order, type PageHasChanged } from './cases.ts';

/** A report in English; its sentences are our own. */
export const ENGLISH = `Provincial cyberspace work conference held in Changhe
CHANGHE, March 12 -- A conference on cyberspace work was held in Changhe on Wednesday. Delegates reviewed progress over the past year and set out the tasks for the next stage.
The province will uphold the principle of serving the people, keep improving the comprehensive governance of the internet and strengthen the protection of minors, the meeting noted.
Officials stressed that risks must be forestalled and defused, the bottom line of security must be held, and responsibilities must be made clear at every level.
By the end of 2025, 5G networks will reach every administrative village, 120 demonstration villages will be built and 36,000 farmers will be trained, according to the plan.
The conference also called for running, using and managing the internet in accordance with the law.
Representatives of universities and companies exchanged views on data security and platform governance.`;

const RISKS = 'risks must be forestalled and defused, the bottom line of security must be held';
const VILLAGES =
  '5G networks will reach every administrative village, 120 demonstration villages will be built';

export const ENGLISH_CASES: readonly PageHasChanged[] = [
  { name: 'has not changed', quote: RISKS, change: (page) => page, state: 'exact' },
  {
    name: 'has other quotation marks and dashes',
    page: ENGLISH.replace('serving the people', '“serving the people”'),
    quote: 'the principle of “serving the people”',
    change: (page) => page.replace('“', "'").replace('”', "'").replace('--', '—'),
    state: 'exact',
    on: "the principle of 'serving the people'",
  },
  {
    name: 'is in capitals',
    quote: 'the comprehensive governance of the internet',
    change: (page) => page.toUpperCase(),
    state: 'exact',
    on: 'THE COMPREHENSIVE GOVERNANCE OF THE INTERNET',
  },
  {
    name: 'breaks its lines elsewhere',
    quote: RISKS,
    change: edit(['bottom line of', 'bottom line\n    of']),
    state: 'exact',
    on: RISKS.replace('bottom line of', 'bottom line\n    of'),
  },
  {
    name: 'has two paragraphs made one',
    quote: RISKS,
    change: edit(['noted.\nOfficials', 'noted. Officials']),
    state: 'exact',
  },
  {
    name: 'has the paragraph split inside the words',
    quote: RISKS,
    change: edit(['defused, the', 'defused,\nthe']),
    state: 'exact',
    on: RISKS.replace('defused, the', 'defused,\nthe'),
  },
  {
    name: 'has a banner and a standfirst above',
    quote: VILLAGES,
    change: (page) => `Subscribe to our newsletter\nEditor's picks this week\n${page}`,
    state: 'exact',
  },
  {
    name: 'has a paragraph inserted just before',
    quote: RISKS,
    change: edit(['\nOfficials', '\nThe vice governor attended and spoke.\nOfficials']),
    state: 'exact',
  },
  {
    name: 'has the sentence around the words edited',
    quote: 'strengthen the protection of minors',
    change: edit(
      ['keep improving the', 'continue to improve the'],
      ['the meeting noted', 'the meeting heard'],
    ),
    state: 'exact',
  },
  {
    name: 'has the paragraph moved to the end',
    quote: RISKS,
    change: order(0, 1, 2, 4, 5, 6, 3),
    state: 'moved',
  },
  {
    name: 'has the paragraph moved up',
    quote: VILLAGES,
    change: order(0, 4, 1, 2, 3, 5, 6),
    state: 'moved',
  },
  {
    name: 'has the sentence moved into another paragraph',
    quote:
      'Officials stressed that risks must be forestalled and defused, the bottom line of security must be held',
    change: chain(order(0, 1, 2, 4, 5, 6, 3), (page) =>
      page.replace('governance.\nOfficials', 'governance. Officials'),
    ),
    state: 'moved',
  },
  {
    name: 'has a figure corrected',
    quote: VILLAGES,
    change: edit(['120 demonstration', '130 demonstration']),
    state: 'changed',
    on: VILLAGES.replace('120', '130'),
  },
  {
    name: 'has a spelling corrected',
    quote: RISKS,
    change: edit(['forestalled', 'forstalled']),
    state: 'changed',
    on: RISKS.replace('forestalled', 'forstalled'),
  },
  {
    name: 'has a word put in',
    quote: RISKS,
    change: edit(['security must be held', 'security must all be held']),
    state: 'changed',
    on: RISKS.replace('must be held', 'must all be held'),
  },
  {
    name: 'has the clause rewritten',
    quote: RISKS,
    change: edit(['forestalled and defused, the bottom line', 'dealt with in good time, and the red line']),
    state: 'gone',
  },
  { name: 'has the paragraph deleted', quote: RISKS, change: order(0, 1, 2, 4, 5, 6), state: 'gone' },
  {
    name: 'has a short word deleted that stands inside a longer one',
    page: 'The board will act on complaints within a week.\nNo further action is planned by the committee.',
    quote: 'act',
    change: edit(['will act on', 'will decide on']),
    state: 'gone',
  },
  {
    name: 'has a phrase deleted and its like elsewhere',
    quote: 'data security',
    change: edit(['data security and ', ''], ['the tasks for', 'the data security tasks for']),
    state: 'gone',
  },
  {
    name: 'has words apart that only together were the word',
    page: 'The therapist spoke first.\nThe rapporteur followed.',
    quote: 'therapist',
    change: edit(['The therapist', 'The doctor'], ['The rapporteur', 'The rapist']),
    state: 'gone',
  },
  {
    name: 'is another page',
    quote: RISKS,
    change: () => 'Page not found\nReturn to the home page.',
    state: 'gone',
  },
  {
    name: 'repeats the words in a summary above',
    quote: RISKS,
    change: (page) => `Key points: ${RISKS}.\n${page}`,
    state: 'exact',
    onNth: 1,
  },
  {
    name: 'has lost the second of two places with the words',
    page: `${ENGLISH}\nIn short: the bottom line of security must be held.`,
    quote: 'the bottom line of security must be held',
    nth: 1,
    change: (page) => page.split('\n').slice(0, -1).join('\n'),
    state: 'gone',
  },
];
