import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exportTifaJson } from '../../../src/core/export/tifa-json.ts';
import type { Reason } from '../../../src/core/import/import-result.ts';
import { isLibraryRoute, parseRoute } from '../../../src/core/library-route.ts';
import { NOTE_COLOURS, type Note } from '../../../src/core/notes/note.ts';
import type { NoteVersion } from '../../../src/core/notes/version.ts';
import { NOTE_SORTS } from '../../../src/core/search/note-index.ts';
import { stringOf } from '../../../src/locales/strings.ts';
import {
  EXPORT_FORMATS,
  type PlanSize,
  type ShownPreview,
} from '../../../src/ui/library/notes/files/file-work-types.ts';
import { FileWork } from '../../../src/ui/library/notes/files/file-work.ts';
import { fileName, FORMATS } from '../../../src/ui/library/notes/export/formats.ts';
import {
  firstChoice,
  scopeOf,
  type ExportChoice,
} from '../../../src/ui/library/notes/export/export-choice.ts';
import { problemText } from '../../../src/ui/library/notes/import/problem-text.ts';
import { filterOf, listRoute, readListQuery } from '../../../src/ui/library/notes/list-query.ts';
import { HOSTILE, SAMPLE } from '../../support/notes.ts';

describe('the address of a list', () => {
  const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
  const text = fc.string({ minLength: 1, unit: 'grapheme' });
  const day = fc.constantFrom('2025-01-31', '2026-12-01');

  test('says everything that the list shows', () => {
    fc.assert(
      fc.property(
        fc.record({
          query: fc.string({ unit: 'grapheme' }),
          sort: fc.constantFrom(...NOTE_SORTS),
          tag: optional(text),
          colour: optional(fc.constantFrom(...NOTE_COLOURS)),
          target: optional(fc.constantFrom('quote' as const, 'term' as const, 'page' as const)),
          site: optional(text),
          term: optional(text),
          page: optional(fc.webUrl()),
          article: optional(text),
          from: optional(day),
          to: optional(day),
        }),
        (parts) => {
          const list = Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined));
          const route = listRoute(list as unknown as Parameters<typeof listRoute>[0]);
          expect(isLibraryRoute(route)).toBe(true);
          expect(readListQuery(parseRoute(route, 'terms').query)).toEqual(list);
        },
      ),
    );
  });

  test('a day is from its beginning to its end in the reader’s time', () => {
    const { from = 0, before = 0 } = filterOf({
      query: '',
      sort: 'modified',
      from: '2025-03-13',
      to: '2025-03-13',
    });
    expect(new Date(from).getHours()).toBe(0);
    expect(before - from).toBeGreaterThanOrEqual(23 * 3_600_000);
    expect(before - from).toBeLessThanOrEqual(25 * 3_600_000);
  });

  test('nonsense is passed over', () => {
    const query = new Map([
      ['colour', 'red'],
      ['from', 'yesterday'],
      ['sort', 'x'],
      ['tag', ''],
    ]);
    expect(readListQuery(query)).toEqual({ query: '', sort: 'modified' });
  });
});

describe('files', () => {
  const fileOf = (notes: readonly Note[]): Blob =>
    new Blob([exportTifaJson({ notes, now: 0, language: 'en' })]);

  test.each(EXPORT_FORMATS)('%s is written', async (format) => {
    const work = new FileWork();
    await work.handle({ do: 'add', notes: [...SAMPLE, ...HOSTILE], versions: [] });
    const settings = {
      format,
      type: FORMATS[format].type,
      now: 0,
      offset: 0,
      language: 'zh',
      termNames: [],
    } as const;
    const file = (await work.handle({ do: 'export', settings })) as Blob;
    expect(file.size).toBeGreaterThan(500);
    expect(file.type).toBe(FORMATS[format].type);
  });

  test('what is new, the same and different is told apart, and only what changes is written', async () => {
    const [first, second, third] = SAMPLE;
    if (first === undefined || second === undefined || third === undefined) throw new Error('no samples');
    const work = new FileWork();
    const newer = {
      ...second,
      body: '新文',
      clock: { ...second.clock, body: `9${second.clock.body.slice(1)}` },
    };
    await work.handle({ do: 'read', file: fileOf([first, newer, third]) });
    await work.handle({ do: 'here', notes: [first, second] });
    const preview = (await work.handle({ do: 'preview' })) as ShownPreview;
    expect(preview).toMatchObject({ fresh: 1, same: 1, conflicting: 1, unreadable: 0 });
    expect(preview.conflicts[0]).toMatchObject({ kept: 'there', there: '新文\n#风险 #2025' });
    expect((await work.handle({ do: 'plan' })) as PlanSize).toEqual({ notes: 2, versions: 1 });
    const put = (await work.handle({ do: 'notes', from: 0, count: 10 })) as Note[];
    expect(put.map(({ body }) => body)).toEqual([third.body, '新文']);
  });

  test('a file that was taken in already has nothing new, earlier versions included', async () => {
    const [first] = SAMPLE;
    if (first === undefined) throw new Error('no samples');
    const older = {
      ...first,
      body: '旧文',
      clock: { ...first.clock, body: `000000000000001${first.clock.body.slice(15)}` },
    };
    const once = new FileWork();
    await once.handle({ do: 'read', file: fileOf([older]) });
    await once.handle({ do: 'here', notes: [first] });
    expect(await once.handle({ do: 'histories' })).toEqual([first.id]);
    expect(await once.handle({ do: 'preview' })).toMatchObject({ notes: 0, texts: 1 });
    const versions = (await once.handle({ do: 'versions', from: 0, count: 9 })) as NoteVersion[];
    expect(versions.map(({ text }) => text)).toEqual(['旧文']);

    const twice = new FileWork();
    await twice.handle({ do: 'read', file: fileOf([older]) });
    await twice.handle({ do: 'here', notes: [first] });
    await twice.handle({ do: 'kept', versions });
    expect(await twice.handle({ do: 'preview' })).toMatchObject({ conflicting: 1, notes: 0, texts: 0 });
    expect(await twice.handle({ do: 'plan' })).toEqual({ notes: 0, versions: 0 });
  });

  test('a backup does not bring back what was deleted after it', async () => {
    const [first] = SAMPLE;
    if (first === undefined) throw new Error('no samples');
    const stamp = `9${first.clock.body.slice(1)}`;
    const work = new FileWork();
    await work.handle({ do: 'read', file: fileOf([first]) });
    const gone = { ...first, body: '', tags: [], deleted: 9, clock: { ...first.clock, deleted: stamp } };
    await work.handle({ do: 'here', notes: [gone] });
    const preview = (await work.handle({ do: 'preview' })) as ShownPreview;
    expect(preview).toMatchObject({ conflicting: 1, conflicts: [{ kept: 'deleted' }], notes: 0, texts: 0 });
  });

  test('names are of letters that every system takes', () => {
    for (const format of EXPORT_FORMATS) {
      expect(fileName(format, new Date(2026, 0, 5))).toMatch(/^tifa-notes-2026-01-05\.[a-z.]+$/u);
    }
  });
});

describe('which notes are exported', () => {
  const list = { query: '', sort: 'modified' } as const;
  test.each([
    ['all, where nothing was chosen', list, [], { type: 'all' }],
    ['what is selected', { ...list, tag: 'x' }, ['a'], { type: 'selected' }],
    [
      'a page that the list is of',
      { ...list, page: 'p', article: 'f' },
      [],
      { type: 'page', page: 'p', article: 'f' },
    ],
    ['a term that the list is of', { ...list, term: 't' }, [], { type: 'term', term: 't' }],
    [
      'days that the list is of',
      { ...list, from: '2026-01-02' },
      [],
      { type: 'days', from: '2026-01-02', to: '' },
    ],
    ['else what the list shows', { ...list, term: 't', tag: 'x' }, [], { type: 'matching' }],
    ['a search as well', { ...list, query: 'q', page: 'p' }, [], { type: 'matching' }],
  ] as const)('%s', (_, shown, selected, choice) => {
    expect(firstChoice(shown, selected)).toEqual(choice);
  });

  test.each<[ExportChoice, object | undefined]>([
    [{ type: 'all' }, { type: 'all' }],
    [{ type: 'selected' }, { type: 'ids', ids: ['a'] }],
    [
      { type: 'page', page: 'p', article: 'f' },
      { filter: { pages: ['p', 'f'] }, query: '' },
    ],
    [{ type: 'page', page: 'p', article: '' }, { filter: { pages: ['p'] } }],
    [{ type: 'term', term: 't' }, { filter: { termIds: ['t'] } }],
    [{ type: 'days', from: '', to: '' }, undefined],
    [{ type: 'page', page: '', article: '' }, undefined],
  ])('%o', (choice, scope) => {
    const found = scopeOf(choice, { ...list, query: 'not asked' }, ['a']);
    if (scope === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(scope);
  });

  test('days are both included', () => {
    const scope = scopeOf({ type: 'days', from: '2026-01-02', to: '2026-01-02' }, list, []);
    if (scope?.type !== 'matching') throw new Error('no filter');
    const { from = 0, before = 0 } = scope.filter;
    expect(before - from).toBeGreaterThanOrEqual(23 * 3_600_000);
  });
});

test('every reason has a sentence in both languages, without a blank left', () => {
  const reasons: Record<Reason, Record<string, string | number>> = {
    'not-json': { message: 'x' },
    'unknown-format': {},
    'newer-version': { version: 2 },
    'bad-field': { field: 'clock.body' },
    'bad-row': { cells: 3, expected: 5 },
    'open-quote': {},
    twice: { id: 'abc' },
    reply: {},
  };
  for (const language of ['en', 'zh'] as const) {
    for (const [reason, values] of Object.entries(reasons) as [Reason, Record<string, string | number>][]) {
      const said = problemText({ place: '', reason, values }, (key, ...rest) =>
        stringOf(key, language, ...rest),
      );
      expect(said).not.toMatch(/\$|“”/u);
      expect(said.length).toBeGreaterThan(4);
    }
  }
});
