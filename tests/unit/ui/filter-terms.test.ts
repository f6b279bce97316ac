import { describe, expect, test } from 'vitest';
import { loadBundled } from '../../../src/cli/bundled.ts';
import { parseRoute } from '../../../src/core/library-route.ts';
import {
  filterRoute,
  filterTerms,
  firstRows,
  groupByKind,
  groupBySet,
  readFilter,
} from '../../../src/ui/library/terms/filter-terms.ts';

const { terms } = loadBundled().knowledge;
const all = (ids: readonly string[]) => ids.flatMap((id) => terms.find((term) => term.id === id) ?? []);
const read = (hash: string) => readFilter(parseRoute(hash, 'terms').query);

describe('the filter of the list of terms', () => {
  test.each([
    '#/terms',
    '#/terms?kind=person',
    '#/terms?weight=core&source=002b&set=yes&by=set',
    '#/terms?q=%E7%BD%91%E7%BB%9C',
  ])('%s is read and written the same', (hash) => {
    expect(filterRoute(read(hash))).toBe(hash);
  });

  test('what is not a filter is passed over', () => {
    expect(filterRoute(read('#/terms?kind=planet&weight=heavy&set=maybe&x=y'))).toBe('#/terms');
  });

  test.each([
    ['#/terms?kind=person', (term: (typeof terms)[number]) => term.kind === 'person'],
    ['#/terms?weight=common', (term: (typeof terms)[number]) => term.weight === 'common'],
    ['#/terms?source=000', (term: (typeof terms)[number]) => term.id.startsWith('c')],
  ])('%s keeps what it names', (hash, keeps) => {
    const kept = filterTerms(terms, read(hash), (id) => id.startsWith('c'));
    expect(kept).toEqual(terms.filter(keeps));
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.length).toBeLessThan(terms.length);
  });

  test('by kind every term is there once; by set the members are in their order', () => {
    expect(groupByKind(terms).flatMap((group) => group.terms)).toHaveLength(terms.length);
    const upholds = groupBySet(terms, all).find(({ key }) => key === 'ten-upholds');
    expect(upholds?.terms.map(({ id }) => id)).toEqual(all(['ten-upholds'])[0]?.members);
  });

  test('the first rows and the rest are all rows', () => {
    const groups = groupByKind(terms);
    const { groups: shown, left } = firstRows(groups, 100);
    const count = shown.reduce((sum, group) => sum + group.terms.length, 0);
    expect(count).toBe(100);
    expect(count + left).toBe(terms.length);
  });
});
