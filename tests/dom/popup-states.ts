import type { Tally } from '../../src/protocol/messages.ts';
import { bundledKnowledge } from '../../src/generated/knowledge.ts';
import { stringOf } from '../../src/locales/strings.ts';
import type { Language } from '../../src/ui/card/translate.ts';
import { createEngine } from '../../src/ui/popup/engine.ts';
import type { FrameSummary } from '../../src/ui/page-frames.ts';
import type { PopupHost, ReadPage } from '../../src/ui/popup/popup-host.ts';

const ENGINE = createEngine();
const ADDRESS = 'https://www.4hou.com/posts/3rEA';

/** A page that has these terms so many times, in this order. */
export function pageWith(
  counts: Readonly<Record<string, number>>,
  more: Partial<FrameSummary> = {},
): ReadPage {
  const kinds = new Map(bundledKnowledge().terms.map(({ id, kind }) => [id, kind]));
  const tallies = Object.entries(counts).map(([id, count], first): Tally => {
    const kind = kinds.get(id);
    if (kind === undefined) throw new Error(`no term ${id}`);
    return { id, kind, count, first };
  });
  const count = tallies.reduce((sum, tally) => sum + tally.count, 0);
  const top: FrameSummary = { frameId: 0, address: ADDRESS, on: true, count, tallies, ...more };
  return { frames: [top], switches: { site: true, page: true }, passages: true };
}

const TERMS: Readonly<Record<string, number>> = {
  'ten-upholds': 3,
  'uphold-party-governs-internet': 2,
  'uphold-internet-for-people': 1,
  'uphold-positive-energy-line': 1,
  cyberpower: 12,
  cybersecurity: 9,
  informatisation: 4,
  'xi-jinping': 8,
  'cai-qi': 2,
  'cpc-central-committee': 5,
  'central-cyberspace-affairs-commission': 1,
  'national-cyber-conference-2023': 2,
  'cybersecurity-law': 1,
  'qinglang-campaign': 1,
};

/** A host without a browser; what is stored is kept in it. */
export function fakeHost(language: Language, more: Partial<PopupHost> = {}): PopupHost {
  let recent: string[] = [];
  return {
    language,
    t: (key, ...substitutions) => stringOf(key, language, ...substitutions),
    asked: '',
    engine: () => Promise.resolve(ENGINE),
    page: () => Promise.resolve(pageWith(TERMS)),
    readOnce: () => Promise.resolve(true),
    allow: () => Promise.resolve(true),
    selection: () => Promise.resolve(''),
    setSwitch: () => Promise.resolve(),
    setPassages: () => Promise.resolve(),
    jump: () => Promise.resolve({ index: 1, count: 12 }),
    recent: () => Promise.resolve(recent),
    remember: (id) => Promise.resolve((recent = [id, ...recent.filter((other) => other !== id)])),
    forget: () => Promise.resolve(),
    copy: () => Promise.resolve(),
    never: (id) => Promise.resolve(`never:${id}`),
    takeBack: () => Promise.resolve(),
    openLibrary: () => undefined,
    comparePage: () => undefined,
    openPanel: () => undefined,
    openOptions: () => undefined,
    ...more,
  };
}

const OTHER = { tab: true, address: 'https://news.example.com/1' };

const RECENT = ['four-confidences', 'cyberpower', 'cybersecurity-law'];

/** Every state of the popup by name, and what shows that it is reached. */
export const POPUP_STATES: Readonly<Record<string, readonly [more: Partial<PopupHost>, shows: string]>> = {
  page: [{}, '十个坚持'],
  results: [{ asked: '网络' }, '网络强国'],
  'results-pinyin': [{ asked: 'dghlw' }, '坚持党管互联网'],
  article: [{ page: () => Promise.resolve(pageWith(TERMS, { article: { count: 41, isPart: true } })) }, '41'],
  figure: [{ asked: '50.2万亿元' }, '50.2 trillion yuan'],
  'no-result': [{ asked: '没有这样的提法' }, '没有这样的提法'],
  recent: [{ page: () => Promise.resolve(OTHER), recent: () => Promise.resolve(RECENT) }, '四个自信'],
  'not-read': [{ page: () => Promise.resolve(OTHER) }, 'news.example.com'],
  'never-read': [{ page: () => Promise.resolve({ tab: true, address: 'about:config' }) }, 'Tifa'],
  'no-terms': [{ page: () => Promise.resolve(pageWith({})) }, 'www.4hou.com'],
  off: [
    {
      page: () =>
        Promise.resolve({ ...pageWith({}, { on: false, count: 0 }), switches: { site: true, page: false } }),
    },
    'www.4hou.com',
  ],
  failed: [
    { engine: () => Promise.reject(new Error('no chunk')), page: () => Promise.resolve(OTHER) },
    'news.example.com',
  ],
};
