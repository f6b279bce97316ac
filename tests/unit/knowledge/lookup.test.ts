import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadBundled } from '../../../src/cli/bundled.ts';
import { Lookup } from '../../../src/core/knowledge/lookup.ts';
import { sharedEntries } from '../../../src/core/knowledge/lookup/shared.ts';
import { buildFoldTable } from '../../../src/core/text/build-fold-table.ts';
import { synthetic } from '../../support/synthetic-terms.ts';
import { LOOKUP_TABLE } from './lookup-table.ts';

const lookup = new Lookup(loadBundled().knowledge.terms, buildFoldTable());

describe.each(Object.entries(LOOKUP_TABLE))('looking terms up: %s', (_, rows) => {
  test.each(rows)('%s', (query, id) => {
    expect(lookup.search(query).map((result) => result.id)[0]).toBe(id);
  });
});

describe('the index', () => {
  const alphabet = fc.constantFrom(...'网络强国十个坚持wanglqishjc 安全Thern4０、');
  test('answers what a scan of all entries answers', () => {
    const queries = fc.oneof(
      fc.constantFrom(...Object.values(LOOKUP_TABLE).flatMap((rows) => rows.map(([query]) => query))),
      fc.string({ unit: alphabet, maxLength: 9 }),
    );
    fc.assert(
      fc.property(queries, fc.integer({ min: 1, max: 20 }), (query, limit) => {
        expect(lookup.search(query, limit)).toEqual(lookup.scan(query, limit));
      }),
      { numRuns: 300 },
    );
  });
});

describe('the index of many entries', () => {
  const terms = synthetic(loadBundled().knowledge.terms, 12_000);
  const many = new Lookup(terms, buildFoldTable());
  /** Characters of an entry's name with some left out, or with one replaced; words of its English; its initials. */
  const pieces = fc
    .tuple(
      fc.constantFrom(...terms),
      fc.array(fc.boolean(), { minLength: 12, maxLength: 12 }),
      fc.constantFrom('zh', 'wrong', 'en', 'pinyin', 'initials'),
    )
    .map(([{ zh, en, pinyin }, kept, sort]) => {
      const some = (all: readonly string[], mark: string): string =>
        all
          .slice(0, 12)
          .filter((_, i) => kept[i])
          .join(mark);
      if (sort === 'zh') return some([...zh], '');
      if (sort === 'wrong') return `${zh.slice(0, 3)}某${zh.slice(4, 9)}`;
      if (sort === 'en') return some(en.split(' '), ' ');
      const syllables = pinyin.split(' ');
      return some(sort === 'pinyin' ? syllables : syllables.map((syllable) => syllable.charAt(0)), '');
    });
  test('answers what a scan of them answers', () => {
    fc.assert(
      fc.property(pieces, fc.integer({ min: 1, max: 20 }), (query, limit) => {
        expect(many.search(query, limit)).toEqual(many.scan(query, limit));
      }),
      { numRuns: 250 },
    );
  }, 60_000);
});

describe('entries shared by groups of lists', () => {
  test('are those that are in each group, ascending', () => {
    const group = fc.array(fc.uniqueArray(fc.nat(199)), { maxLength: 3 });
    fc.assert(
      fc.property(fc.array(group, { minLength: 1, maxLength: 4 }), (groups) => {
        const lists = groups.map((of) => of.map((list) => Uint32Array.from(list).sort()));
        const expected = Array.from({ length: 200 }, (_, entry) => entry).filter((entry) =>
          groups.every((of) => of.some((list) => list.includes(entry))),
        );
        expect([...sharedEntries(lists, 200)]).toEqual(expected);
      }),
    );
  });
});

describe('odd queries', () => {
  test.each([
    ['nothing', ''],
    ['spaces', '   '],
    ['no such thing', 'zzzz'],
    ['half a surrogate pair', '\ud83d'],
    ['emoji', '😀'],
  ])('%s finds nothing and does no harm', (_, query) => {
    expect(lookup.search(query)).toEqual([]);
  });

  test('10,000 characters are cut, not searched', () => {
    expect(() => lookup.search('网'.repeat(10_000))).not.toThrow();
  });
});
