import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  formatRoute,
  isLibraryRoute,
  paragraphOf,
  parseRoute,
  sourceRoute,
  termRoute,
} from '../../src/core/library-route.ts';
import { receive, ToBackgroundSchema } from '../../src/protocol/messages.ts';

describe('places in the library', () => {
  test.each([
    ['', 'terms', []],
    ['#', 'terms', []],
    ['#/', 'terms', []],
    ['#/sources/000/p7', 'sources', ['000', 'p7']],
    ['#/terms/ten-upholds', 'terms', ['ten-upholds']],
    ['#/terms//ten-upholds/', 'terms', ['ten-upholds']],
  ])('“%s”', (hash, section, path) => {
    const route = parseRoute(hash, 'terms');
    expect(route.section).toBe(section);
    expect(route.path).toEqual(path);
  });

  test('a query comes back as it was, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }).filter((text) => text.isWellFormed()),
        (typed) => {
          const { query } = parseRoute(formatRoute('terms', [], { q: typed }), 'terms');
          expect(query.get('q') ?? '').toBe(typed);
        },
      ),
    );
  });

  test('no address throws', () => {
    fc.assert(
      fc.property(fc.string(), (hash) => {
        expect(parseRoute(`#${hash}`, 'terms').section).not.toBe('');
      }),
    );
    expect(parseRoute('#/terms?q=%E4%ZZ', 'terms').query.get('q')).toBe('');
  });

  test.each([
    ['p1', 1],
    ['p40', 40],
    ['p0', undefined],
    ['7', undefined],
    ['p1e3', undefined],
    [undefined, undefined],
  ])('segment %s is paragraph %s', (segment, paragraph) => {
    expect(paragraphOf(segment)).toBe(paragraph);
  });
});

describe('a place that a page may ask the worker to open', () => {
  test.each([
    sourceRoute('002a', 25),
    sourceRoute('000'),
    termRoute('ten-upholds'),
    formatRoute('glossary', [], { ids: 'a-b,c-d' }),
    formatRoute('terms', [], { q: '网络强国!' }),
  ])('%s', (route) => {
    expect(isLibraryRoute(route)).toBe(true);
    const message = { type: 'tifa:open-library', route };
    expect(receive(ToBackgroundSchema, message)).toEqual(message);
  });

  test.each([
    '',
    'https://example.com/',
    '//example.com',
    '.example.com/#/terms',
    '?x#/terms',
    '#/terms/<b>',
    '#/terms/a b',
    '#/terms/../../x?y\nz',
    `#/terms/${'a'.repeat(200)}`,
    '#/TERMS',
  ])('not “%s”', (route) => {
    expect(receive(ToBackgroundSchema, { type: 'tifa:open-library', route })).toBeUndefined();
  });
});
