import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { IndexedNote } from '../../../src/core/search/indexed-note.ts';
import { NoteIndex } from '../../../src/core/search/note-index.ts';
import { foldQuery, readNoteQuery } from '../../../src/core/search/note-query.ts';
import { QueryPlaces } from '../../../src/core/search/query-places.ts';
import { learnReadings } from '../../../src/core/search/readings.ts';
import { buildFoldTable } from '../../../src/core/text/build-fold-table.ts';
import { Folder, foldedText } from '../../../src/core/text/fold.ts';
import { bundledKnowledge } from '../../../src/generated/knowledge.ts';

const table = buildFoldTable();
const folder = new Folder(table);
const fold = (text: string): string => foldedText(folder.fold(text));
const readings = learnReadings(bundledKnowledge().terms);

function note(id: string, text: string, more: Partial<IndexedNote> = {}): IndexedNote {
  const n = Number(id.replace(/\D/gu, '')) || 0;
  return {
    id,
    folded: fold(text),
    target: 'page',
    tags: [],
    colour: 'yellow',
    site: '4hou.com',
    page: 'https://www.4hou.com/',
    article: '',
    title: '',
    place: n,
    created: n,
    modified: n,
    ...more,
  };
}

function indexOf(...texts: string[]): NoteIndex {
  const index = new NoteIndex(readings);
  texts.forEach((text, i) => {
    index.put(note(`n${String(i)}`, text));
  });
  return index;
}

const TEXTS = [
  '坚持党管互联网',
  '没有网络安全就没有国家安全',
  'The Cybersecurity Law of 2017',
  '網絡安全法 and the App',
  '没有的',
  '网 络',
];

describe('a query', () => {
  test.each([
    ['one character', '网', [0, 1, 3, 5]],
    ['two characters', '网络', [1, 3]],
    ['three and more', '网络安全', [1, 3]],
    ['in the other script', '網絡', [1, 3]],
    ['two words, both of which must be there', '网络 app', [3]],
    ['an English word from its beginning', 'cyber', [2]],
    ['not from its middle', 'security', []],
    ['an English word in capitals', 'LAW', [2]],
    ['a number', '2017', [2]],
    ['pinyin of two characters', 'wangluo', [1, 3]],
    ['pinyin with an apostrophe', "wang'luo", [1, 3]],
    ['pinyin of a longer term', 'wangluoanquan', [1, 3]],
    ['pinyin that has only been begun', 'wangluoanq', [1, 3]],
    ['what is nowhere', '不在这里', []],
    ['nothing', '', [0, 1, 2, 3, 4, 5]],
  ])('%s', (_, query, found) => {
    const index = indexOf(...TEXTS);
    const { ids, total } = index.search(foldQuery(query, folder), {}, 'oldest');
    expect(ids).toEqual(found.map((n) => `n${String(n)}`));
    expect(total).toBe(found.length);
  });

  test('finds just what a search through every text finds', () => {
    const words = fc.stringMatching(/^[网络安全国家的一ab ]{1,12}$/u);
    fc.assert(
      fc.property(
        fc.array(words, { maxLength: 30 }),
        fc.stringMatching(/^[网络安全国家的一]{1,4}$/u),
        (texts, query) => {
          const { ids } = indexOf(...texts).search(fold(query), {}, 'oldest');
          const scanned = texts.flatMap((text, i) =>
            fold(text).includes(fold(query)) ? [`n${String(i)}`] : [],
          );
          expect(ids).toEqual(scanned);
        },
      ),
    );
  });
});

describe('thousands of notes', () => {
  /** Of few different characters, so that each pair is common; some letters and what parts words. */
  const text = fc
    .array(fc.constantFrom(...'网络安全国家的一wangluo 2、\n'), { maxLength: 24 })
    .map((units) => units.join(''));
  const query = fc
    .array(
      fc.oneof(
        fc.stringMatching(/^[网络安全国家的一、]{1,6}$/u),
        fc.constantFrom(
          'wang',
          'wangluo',
          'luo',
          'wangluoanquan',
          'guojia',
          'anquan',
          'yi',
          'w',
          '2',
          '2网',
          '网wang',
        ),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((words) => words.join(' '));
  const few = fc.array(text, { minLength: 20, maxLength: 60 });

  test('are found, counted and cut into slices just as by a look at each of them', () => {
    fc.assert(
      fc.property(
        few,
        fc.integer({ min: 1, max: 1500 }),
        query,
        fc.nat(40),
        (texts, count, words, offset) => {
          const index = new NoteIndex(readings);
          const all = Array.from({ length: count }, (_, i) => {
            const folded = fold(`${texts[i % texts.length] ?? ''}${texts[(i * 7) % texts.length] ?? ''}`);
            const one = { ...note(`n${String(i)}`, ''), folded };
            index.put(one);
            return one;
          });
          // Some have changed since, some are gone.
          const now = all.flatMap((one, i) => {
            if (i % 11 === 3) {
              index.remove(one.id);
              return [];
            }
            if (i % 13 !== 5) return [one];
            const changed = { ...one, folded: fold(texts[0] ?? '') };
            index.put(changed);
            return [changed];
          });
          const folded = foldQuery(words, folder);
          const parts = readNoteQuery(folded, readings);
          const scanned = now
            .filter((one) => parts.every((part) => part.isIn(one.folded)))
            .map(({ id }) => id);
          expect(index.search(folded, {}, 'oldest')).toEqual({
            ids: scanned,
            total: scanned.length,
            more: false,
          });
          const slice = index.search(folded, {}, 'oldest', offset, 10);
          expect(slice.ids).toEqual(scanned.slice(offset, offset + 10));
          if (slice.more) expect(slice.total).toBeLessThanOrEqual(scanned.length);
          else expect(slice.total).toBe(scanned.length);
        },
      ),
      { numRuns: 150 },
    );
  });
});

describe('notes that change', () => {
  test('are found by what they say now, and by nothing once they are gone', () => {
    const index = indexOf('网络强国');
    index.put(note('n0', '数字中国'));
    expect(index.search('网络').ids).toEqual([]);
    expect(index.search('数字').ids).toEqual(['n0']);
    index.remove('n0');
    expect(index.search('数字').ids).toEqual([]);
    expect(index.size).toBe(0);
  });

  test('thousands of times leave an index that answers the same', () => {
    const index = new NoteIndex(readings);
    for (let i = 0; i < 3000; i++) index.put(note(`n${String(i % 100)}`, `网络 ${String(i)}`));
    expect(index.size).toBe(100);
    expect(index.search('网络').total).toBe(100);
    expect(index.search('2999').ids).toEqual(['n99']);
  });
});

describe('filters, order and slices', () => {
  const states = new Map([
    ['n1', 'gone'],
    ['n3', 'exact'],
  ] as const);
  const index = new NoteIndex(readings, (id) => states.get(id as 'n1'));
  index.put(
    note('n1', '网络', { tags: ['甲', '乙'], colour: 'green', site: 'b.cn', created: 10, modified: 40 }),
  );
  index.put(
    note('n2', '网络', {
      tags: ['乙'],
      target: 'term',
      termId: 'x',
      site: 'a.cn',
      created: 20,
      modified: 30,
    }),
  );
  index.put(note('n3', '网络', { tags: [], target: 'quote', site: 'a.cn', created: 30, modified: 20 }));

  test.each([
    ['a tag', { tags: ['甲'] }, ['n1']],
    ['one of two tags', { tags: ['甲', '乙'] }, ['n1', 'n2']],
    ['a colour', { colours: ['green'] as const }, ['n1']],
    ['a kind', { targets: ['quote', 'page'] as const }, ['n1', 'n3']],
    ['a term', { termIds: ['x'] }, ['n2']],
    ['a site', { sites: ['a.cn'] }, ['n2', 'n3']],
    ['dates', { from: 20, before: 30 }, ['n2']],
    ['what its words have become', { states: ['gone', 'moved'] as const }, ['n1']],
    ['nothing at all', { tags: [], sites: [] }, ['n1', 'n2', 'n3']],
  ])('%s', (_, filter, ids) => {
    expect(index.search('网络', filter).ids).toEqual(ids);
  });

  test.each([
    ['modified', ['n1', 'n2', 'n3']],
    ['created', ['n3', 'n2', 'n1']],
    ['oldest', ['n1', 'n2', 'n3']],
    ['site', ['n2', 'n3', 'n1']],
  ] as const)('by %s', (sort, ids) => {
    expect(index.search('', {}, sort).ids).toEqual(ids);
  });

  test('pages and terms with notes are listed, the newest page first', () => {
    expect(index.places(1)).toEqual({
      pages: [{ page: 'https://www.4hou.com/', article: '', title: '', notes: 3 }],
      terms: [['x', 1]],
    });
    expect(index.facets().states).toEqual([
      ['exact', 1],
      ['gone', 1],
    ]);
  });

  test('a slice says how many there are in all', () => {
    expect(index.search('网络', {}, 'modified', 1, 1)).toEqual({ ids: ['n2'], total: 3, more: false });
  });

  test('what is in use is counted, the most frequent first', () => {
    expect(index.facets().tags).toEqual([
      ['乙', 2],
      ['甲', 1],
    ]);
  });
});

describe('places of a query', () => {
  test.each([
    ['网络', '建设网络强国', [[2, 4]]],
    [
      '網絡',
      '建设网络强国、网络安全',
      [
        [2, 4],
        [7, 9],
      ],
    ],
    ['wangluo', '建设網絡强国', [[2, 4]]],
    ['强国 网络', '建设网络强国', [[2, 6]]],
    ['没有', '建设网络强国', []],
    ['', '建设网络强国', []],
    ['[.*', '建设[.*强国', [[2, 5]]],
  ])('%s in %s', (query, text, places) => {
    expect(new QueryPlaces(query, table, readings).in(text)).toEqual(places);
  });
});

describe('reading order, pages, and counting', () => {
  test('pages by their first note, on each by place', () => {
    const index = new NoteIndex(readings);
    index.put(note('n1', '后', { page: 'b', place: 9 }));
    index.put(note('n2', '全', { page: 'a', place: 5 }));
    index.put(note('n3', '前', { page: 'b', place: -1 }));
    expect(index.search('', {}, 'page').ids).toEqual(['n3', 'n1', 'n2']);
  });

  test('a page is named by its address or by its article', () => {
    const index = new NoteIndex(readings);
    index.put(note('n1', '一', { page: 'https://a.cn/1', article: 'f00d' }));
    index.put(note('n2', '二', { page: 'https://b.cn/1', article: 'f00d' }));
    index.put(note('n3', '三', { page: 'https://b.cn/2' }));
    expect(index.search('', { pages: ['https://b.cn/2'] }).ids).toEqual(['n3']);
    expect(index.search('', { pages: ['https://a.cn/1', 'f00d'] }).ids).toEqual(['n2', 'n1']);
  });

  test('one character, two, and one word of Latin letters are counted to the last note', () => {
    const index = new NoteIndex(readings);
    for (let i = 0; i < 5000; i++) index.put(note(`n${String(i)}`, '网络 internet 网络'));
    for (let i = 0; i < 10; i++) index.put(note(`n${String(i)}`, '另一条'));
    index.remove('n11');
    for (const query of ['网', '网络', 'internet']) {
      expect(index.search(query, {}, 'modified', 0, 50), query).toMatchObject({ total: 4989, more: false });
    }
  });

  test('of very many notes only so many are looked at, and it is said that there are more', () => {
    const index = new NoteIndex(readings);
    for (let i = 0; i < 5000; i++) index.put(note(`n${String(i)}`, '网络安全'));
    const found = index.search('网络安全', {}, 'modified', 0, 50);
    expect(found.ids).toHaveLength(50);
    expect(found).toMatchObject({ total: 100, more: true });
    expect(index.search('网络安全')).toMatchObject({ total: 5000, more: false });
  });
});
