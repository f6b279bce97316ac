import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { loadBundled } from '../../../src/cli/bundled.ts';
import { Lookup } from '../../../src/core/knowledge/lookup.ts';
import { buildFoldTable } from '../../../src/core/text/build-fold-table.ts';
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
