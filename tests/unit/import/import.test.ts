import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anchorText } from '../../../src/core/anchor/anchor-text.ts';
import { resolve } from '../../../src/core/anchor/resolve.ts';
import { exportCsv } from '../../../src/core/export/csv.ts';
import { exportHypothesis } from '../../../src/core/export/hypothesis.ts';
import { exportTifaJson } from '../../../src/core/export/tifa-json.ts';
import { exportWebAnnotation } from '../../../src/core/export/webannotation.ts';
import type { ImportFormat } from '../../../src/core/import/import-result.ts';
import { mergePlan, previewImport } from '../../../src/core/import/preview.ts';
import { readImport } from '../../../src/core/import/read-import.ts';
import { stampAt } from '../../../src/core/notes/clock.ts';
import type { Note } from '../../../src/core/notes/note.ts';
import { buildFoldTable } from '../../../src/core/text/build-fold-table.ts';
import { anyNote, HOSTILE, inputOf, noteWith, onWords, SAMPLE } from '../../support/notes.ts';
import { fuzzImports } from '../../support/fuzz-imports.ts';

const byId = (notes: readonly Note[]): Map<string, Note> => new Map(notes.map((note) => [note.id, note]));
const exporters = {
  tifa: exportTifaJson,
  hypothesis: exportHypothesis,
  webannotation: exportWebAnnotation,
  csv: exportCsv,
};

describe('what was exported is read back', () => {
  test('Tifa’s own format as it was, to the last half of a surrogate pair', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyNote, { maxLength: 5, selector: ({ id }) => id }), (notes) => {
        const file = exportTifaJson(inputOf(notes));
        const imported = readImport(file, 'auto');
        expect(imported).toEqual({ format: 'tifa', notes, versions: [], unreadable: [] });
        const again = exportTifaJson(inputOf(imported.notes));
        expect(exportTifaJson(inputOf(readImport(again, 'tifa').notes))).toBe(again);
      }),
      { numRuns: 200 },
    );
  });

  test.each(Object.entries(exporters))('%s: text, tags, words and identity', (format, exporter) => {
    const { format: told, notes, unreadable } = readImport(exporter(inputOf(SAMPLE)), 'auto');
    expect(told).toBe(format);
    expect(unreadable).toEqual([]);
    expect(notes.map(({ id, body, created, modified }) => ({ id, body, created, modified }))).toEqual(
      SAMPLE.map(({ id, body, created, modified }) => ({ id, body, created, modified })),
    );
    for (const [i, note] of notes.entries()) {
      expect(note.tags).toEqual(expect.arrayContaining(SAMPLE[i]?.tags ?? []));
      expect(note.page.canonicalUrl).toBe(SAMPLE[i]?.page.canonicalUrl);
    }
    // A quote from another program is found on the page as one of ours is.
    const page = anchorText(
      ['要点：', '会议强调，要深刻领会“十个坚持”重要原则，切实把思想和行动统一到中央决策部署上来。'],
      buildFoldTable(),
    );
    expect(resolve(page, notes[2]?.selectors ?? [])).toMatchObject({ state: 'exact' });
  });

  test.each(Object.entries(exporters))(
    '%s: into the library it came from nothing is new',
    (format, exporter) => {
      const imported = readImport(exporter(inputOf(SAMPLE)), format as ImportFormat);
      const { fresh, same, conflicting } = previewImport(imported, byId(SAMPLE));
      expect([fresh.length, same.length, conflicting.length]).toEqual([0, 4, 0]);
    },
  );

  test.each(Object.entries(exporters))('%s: hostile notes too', (format, exporter) => {
    const { notes, unreadable } = readImport(exporter(inputOf(HOSTILE)), format as ImportFormat);
    expect(unreadable).toEqual([]);
    expect(notes).toHaveLength(HOSTILE.length);
  });

  test('a CSV that a spreadsheet saved with semicolons and another order', () => {
    const csv = 'note;url;quote;tags\r\n"多行\r\n笔记";https://a.cn/;"守住""底线""";a; \r\n'.replace(
      'a; \r',
      'a\r',
    );
    const { notes, unreadable } = readImport(csv, 'auto');
    expect(unreadable).toEqual([]);
    expect(notes).toMatchObject([
      { body: '多行\r\n笔记', tags: ['a'], target: 'quote', selectors: [{ exact: '守住"底线"' }] },
    ]);
  });
});

describe('what cannot be read is said, with its place', () => {
  const good = JSON.parse(exportTifaJson(inputOf(SAMPLE)));
  test.each([
    ['no JSON', '{"notes":', 'auto', [['', 'not-json']]],
    ['nothing', '', 'auto', [['', 'not-json']]],
    ['JSON of no kind', '{"a":1}', 'auto', [['', 'unknown-format']]],
    ['a number', '1', 'tifa', [['', 'unknown-format']]],
    ['a newer Tifa', JSON.stringify({ ...good, version: 2 }), 'auto', [['version', 'newer-version']]],
    ['a version that is none', JSON.stringify({ ...good, version: 'x' }), 'auto', [['version', 'bad-field']]],
    [
      'a bad clock in the third of four notes',
      JSON.stringify({
        ...good,
        notes: good.notes.map((note: Note, i: number) =>
          i === 2 ? { ...note, clock: { ...note.clock, body: 'x' } } : note,
        ),
      }),
      'auto',
      [['notes[2].clock.body', 'bad-field']],
    ],
    [
      'the same note twice',
      JSON.stringify({ ...good, notes: [...good.notes, good.notes[0]] }),
      'auto',
      [['', 'twice']],
    ],
    [
      'an annotation without a page',
      '{"annotations":[{"text":"a"}]}',
      'auto',
      [['annotations[0].uri', 'bad-field']],
    ],
    [
      'a reply',
      '{"rows":[{"uri":"https://a.cn/","references":["x"],"text":"b"}]}',
      'auto',
      [['rows[0]', 'reply']],
    ],
    [
      'a W3C annotation without a target',
      '{"@context":"x","type":"Annotation"}',
      'auto',
      [['target', 'bad-field']],
    ],
    [
      'a row that is too short',
      'url,quote,note\r\nhttps://a.cn/,b,c\r\nhttps://a.cn/\r\n',
      'auto',
      [['line 3', 'bad-row']],
    ],
    [
      'a row after one of two lines',
      'url,quote,note\r\nhttps://a.cn/,"b\r\nb",c\r\n,b,c\r\n',
      'csv',
      [['line 4', 'bad-field']],
    ],
    ['an open quotation mark', 'url,quote,note\r\nhttps://a.cn/,"b,c\r\n', 'csv', [['line 2', 'open-quote']]],
    ['a table of something else', 'a,b\r\n1,2\r\n', 'csv', [['', 'unknown-format']]],
  ] as const)('%s', (_, text, format, expected) => {
    const { unreadable } = readImport(text, format);
    expect(unreadable.map(({ place, reason }) => [place, reason])).toEqual(expected);
  });

  test('and the rest is read', () => {
    const file = JSON.stringify({ ...good, notes: [...good.notes, { id: 1 }, null] });
    const { notes, unreadable } = readImport(file, 'auto');
    expect([notes.length, unreadable.length]).toEqual([4, 2]);
  });
});

describe('Hypothesis', () => {
  const row = {
    id: 'q0aGVvJTEe6Xk2Nf',
    created: '2024-05-01T10:00:00.123456+00:00',
    updated: '2024-05-02T10:00:00.123456+00:00',
    user: 'acct:a@hypothes.is',
    uri: 'https://www.12377.cn/wxxx/2025/b1f4b16e_web.html',
    text: '留意',
    tags: ['会议', ' 会议 ', ''],
    document: { title: ['全国网信办主任会议在京召开'] },
    target: [
      {
        source: 'https://www.12377.cn/wxxx/2025/b1f4b16e_web.html',
        selector: [
          { type: 'RangeSelector', endOffset: 26 },
          { type: 'TextPositionSelector', start: 3, end: 8 },
          { type: 'TextQuoteSelector', exact: '网信工作', prefix: '全国', suffix: '会议' },
        ],
      },
    ],
  };

  test.each([
    ['its export', { export_date: 'x', annotations: [row] }],
    ['a search result of its API', { total: 1, rows: [row] }],
    ['a list', [row]],
  ])('%s', (_, file) => {
    const { format, notes, unreadable } = readImport(JSON.stringify(file), 'auto');
    expect([format, unreadable]).toEqual(['hypothesis', []]);
    expect(notes).toMatchObject([
      {
        created: Date.parse('2024-05-01T10:00:00.123Z'),
        target: 'quote',
        body: '留意',
        tags: ['会议'],
        page: { canonicalUrl: 'https://12377.cn/wxxx/2025/b1f4b16e_web.html', site: '12377.cn' },
        selectors: [{ exact: '网信工作', prefix: '全国', suffix: '会议', space: 'raw' }],
      },
    ]);
    // Read again it is the same note.
    expect(readImport(JSON.stringify(file), 'auto').notes[0]?.id).toBe(notes[0]?.id);
  });
});

describe('an import into a library', () => {
  const here = onWords('数据安全', { body: '这里的' }, 7);
  const stampOf = (at: number): string => stampAt(at, 'phone');
  const there = (body: string, at: number): Note => ({
    ...here,
    body,
    clock: { ...here.clock, body: stampOf(at) },
  });

  test('does not write over newer text, and keeps the older in the history', () => {
    const imported = { format: 'tifa', notes: [there('旧的', 5)], versions: [], unreadable: [] } as const;
    const { put, versions } = mergePlan(previewImport(imported, byId([here])));
    expect(put).toEqual([]);
    expect(versions).toMatchObject([{ text: '旧的', when: 5, why: 'import' }]);
  });

  test('takes newer text, and keeps what was here', () => {
    const later = here.created + 5;
    const imported = {
      format: 'tifa',
      notes: [there('新的', later), noteWith({}, 30)],
      versions: [],
      unreadable: [],
    } as const;
    const plan = mergePlan(previewImport(imported, byId([here])));
    expect(plan.put.map(({ body }) => body)).toEqual(['', '新的']);
    expect(plan.versions).toMatchObject([{ text: '这里的' }]);
    expect(plan.before).toEqual([here]);
    expect(plan.added).toEqual([noteWith({}, 30).id]);
  });

  test('a deleted note does not come back with an old file', () => {
    const dead: Note = {
      ...here,
      body: '',
      selectors: [],
      deleted: here.created + 9,
      clock: { ...here.clock, deleted: stampOf(here.created + 9) },
    };
    const imported = { format: 'tifa', notes: [here], versions: [], unreadable: [] } as const;
    expect(mergePlan(previewImport(imported, byId([dead]))).put).toEqual([]);
  });

  test('twice is once', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyNote, { maxLength: 4, selector: ({ id }) => id }), (notes) => {
        const imported = readImport(exportTifaJson(inputOf(notes)), 'tifa');
        const first = mergePlan(previewImport(imported, new Map()));
        const again = mergePlan(previewImport(imported, byId(first.put)));
        expect(first.put).toEqual(notes);
        expect([again.put, again.versions]).toEqual([[], []]);
      }),
      { numRuns: 100 },
    );
  });
});

test('500 spoiled files are read without a throw, and what is read is whole', () => {
  fuzzImports(500);
});
