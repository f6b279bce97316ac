/** Notes for tests: three as a reader takes them, some as an attacker would, and any at all. */
import fc from 'fast-check';
import { anchorText } from '../../src/core/anchor/anchor-text.ts';
import { describe } from '../../src/core/anchor/describe.ts';
import type { ExportInput } from '../../src/core/export/export-input.ts';
import { canonicalAddress, siteOf } from '../../src/core/notes/address.ts';
import { stampAt } from '../../src/core/notes/clock.ts';
import { NOTE_COLOURS, type Note } from '../../src/core/notes/note.ts';
import { uuidV7 } from '../../src/core/notes/uuid.ts';
import { buildFoldTable } from '../../src/core/text/build-fold-table.ts';

const NOW = Date.UTC(2025, 2, 14, 1, 2, 3);
const TAKEN = Date.UTC(2025, 2, 13, 16, 30);

const PAGE = anchorText(
  [
    '全省网信工作会议在长河市召开',
    '𠀀会议强调，要深刻领会“十个坚持”重要原则，切实把思想和行动统一到中央决策部署上来。要坚持防范化解风险，守住安全底线，压实主体责任。',
    '与会代表围绕平台治理、未成年人保护、数据安全等议题作了交流发言。',
  ],
  buildFoldTable(),
);

export function noteWith(fields: Partial<Note>, number = 1): Note {
  const created = TAKEN + number * 60_000;
  const url = 'https://www.example.cn/wx/2025/0312/index.html?utm_source=x#top';
  const stamp = stampAt(created, 'laptop');
  return {
    id: uuidV7(
      created,
      Uint8Array.from({ length: 10 }, (_, i) => i * 7 + number),
    ),
    created,
    modified: created,
    clock: { body: stamp, tags: stamp, colour: stamp, target: stamp },
    target: 'page',
    body: '',
    tags: [],
    colour: 'yellow',
    page: {
      url,
      canonicalUrl: canonicalAddress(url),
      title: '全省网信工作会议在长河市召开',
      site: siteOf(url),
      fingerprint: PAGE.fingerprint,
    },
    selectors: [],
    device: 'laptop',
    ...fields,
  };
}

export function onWords(words: string, fields: Partial<Note>, number = 1): Note {
  const start = PAGE.raw.indexOf(words);
  return noteWith(
    { target: 'quote', selectors: describe(PAGE, start, start + words.length), ...fields },
    number,
  );
}

export const SAMPLE: readonly Note[] = [
  noteWith({ body: '会议通稿，来源待核。', tags: ['待办'] }, 1),
  onWords(
    '要坚持防范化解风险，守住安全底线，压实主体责任。',
    {
      body: '与去年表述**对比**：\n\n- 新增“压实”\n- 见 [旧稿](https://example.org/a)',
      tags: ['风险', '2025'],
      colour: 'green',
    },
    2,
  ),
  onWords('“十个坚持”', { body: '', tags: ['tifa/set'], colour: 'blue' }, 3),
  noteWith({ target: 'term', termId: 'ten-upholds', body: 'The set of July 2023.', colour: 'pink' }, 4),
];

const ATTACK = '<script>alert(1)</script><img src=x onerror=alert(1)>';

/** What a page or an imported file could bring. Each is a note whose parts try to be more than text. */
export const HOSTILE: readonly Note[] = [
  noteWith({ body: ATTACK, tags: [ATTACK, '=1+1', '"', "'"] }, 1),
  noteWith(
    { body: `[a](javascript:alert(1)) [b](java&#115;cript:alert(1)) ![c](https://tracker.example/x.png)` },
    2,
  ),
  noteWith({ body: '```\nnever closed\n<b>' }, 3),
  noteWith({ body: '  ```\n```\n<script>alert(2)</script>\n\n%% $$ <!-- not closed' }, 4),
  noteWith({ body: '\\<script>alert(3)</script>\n\n[x]: javascript:alert(3)\n<javascript:alert(4)>' }, 5),
  ...["=cmd|' /C calc'!A0", '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', "'=1"].map((body, i) =>
    noteWith({ body, page: hostilePage(body, `javascript:${body}`) }, 6 + i),
  ),
  noteWith(
    {
      body: 'evil\u202egnp.exe\u0000\u0007\u200f',
      page: hostilePage('\u202eltit"><script>', 'data:text/html,<script>'),
    },
    20,
  ),
  onWords(
    '“十个坚持”',
    { page: hostilePage('a"b\'c<d>&e,f;g\th', 'https://example.cn/a"onmouseover="x?q=<b>&r=\'') },
    21,
  ),
  noteWith({ body: '\ud800half\udfff', tags: ['\ud800'] }, 22),
];

function hostilePage(title: string, url: string): Note['page'] {
  return { url, canonicalUrl: canonicalAddress(url), title, site: siteOf(url), fingerprint: '' };
}

export const inputOf = (notes: readonly Note[], language: 'en' | 'zh' = 'zh'): ExportInput => ({
  notes,
  now: NOW,
  offset: 480,
  language,
  termName: (id) => (id === 'ten-upholds' ? '十个坚持' : undefined),
});

/** Text of every awkward kind. */
export const anyText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        ...'=+-@\t\r\n",;<>&\'`#*[]()!\\%$ \u202e\u0000坚持网a1',
        '\ud800',
        '𠀀',
        '```\n',
        '<script>',
        'javascript:',
      ),
      {
        maxLength: 30,
      },
    )
    .map((parts) => parts.join('')),
);

const time = fc.integer({ min: 0, max: 4_000_000_000_000 });
const device = fc.constantFrom('laptop', 'phone', 'tablet');
const stamp = fc.tuple(time, device).map(([at, name]) => stampAt(at, name));

export const anyNote: fc.Arbitrary<Note> = fc
  .record({
    time,
    random: fc.uint8Array({ minLength: 10, maxLength: 10 }),
    clock: fc.record({ body: stamp, tags: stamp, colour: stamp, target: stamp }),
    target: fc.constantFrom('term' as const, 'quote' as const, 'page' as const),
    body: anyText,
    tags: fc.array(anyText, { maxLength: 3 }),
    colour: fc.constantFrom(...NOTE_COLOURS),
    page: fc.record({
      url: fc.oneof(fc.webUrl(), anyText),
      canonicalUrl: fc.webUrl(),
      title: anyText,
      site: anyText,
      fingerprint: anyText,
    }),
    start: fc.nat({ max: PAGE.raw.length - 2 }),
    device,
    deleted: fc.option(fc.tuple(time, stamp), { freq: 5, nil: undefined }),
    termId: fc.option(fc.constantFrom('ten-upholds', 'cai-qi'), { nil: undefined }),
    passage: fc.option(fc.record({ source: anyText, start: fc.nat(), end: fc.nat() }), { nil: undefined }),
  })
  .map(({ time: created, random, start, deleted, termId, passage, clock, ...rest }) => ({
    ...rest,
    id: uuidV7(created, random),
    created,
    modified: created,
    clock: deleted === undefined ? clock : { ...clock, deleted: deleted[1] },
    selectors: rest.target === 'quote' ? describe(PAGE, start, start + 20) : [],
    ...(termId === undefined ? {} : { termId }),
    ...(passage === undefined ? {} : { passage }),
    ...(deleted === undefined ? {} : { deleted: deleted[0] }),
  }));
