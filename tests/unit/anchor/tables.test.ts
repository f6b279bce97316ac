import { describe as group, expect, test } from 'vitest';
import { anchorText } from '../../../src/core/anchor/anchor-text.ts';
import { describe } from '../../../src/core/anchor/describe.ts';
import { resolve } from '../../../src/core/anchor/resolve.ts';
import { buildFoldTable } from '../../../src/core/text/build-fold-table.ts';
import { placeOf, type PageHasChanged } from './cases.ts';
import { CHINESE, CHINESE_CASES } from './chinese-cases.ts';
import { ENGLISH, ENGLISH_CASES } from './english-cases.ts';

const table = buildFoldTable();

function check(article: string, row: PageHasChanged): void {
  const page = row.page ?? article;
  const start = placeOf(page, row.quote, row.nth);
  const selectors = describe(anchorText(page.split('\n'), table), start, start + row.quote.length);
  const changed = row.change(page);
  const resolution = resolve(anchorText(changed.split('\n'), table), selectors);
  if (row.state === 'gone') {
    expect(resolution).toEqual({ state: 'gone' });
    return;
  }
  const on = row.on ?? row.quote;
  const place = placeOf(changed, on, row.onNth);
  expect(resolution).toMatchObject({ state: row.state, start: place, end: place + on.length });
  if (resolution.state === 'changed') {
    const page = resolution.diff.filter(({ type }) => type !== 'removed');
    const squeeze = (text: string): string => text.replace(/\s/gu, '');
    expect(squeeze(page.map(({ text }) => text).join(''))).toBe(squeeze(on));
    expect(resolution.diff.some(({ type }) => type !== 'same')).toBe(true);
  }
}

group('a note on Chinese words, when the page', () => {
  test.each(CHINESE_CASES.map((row) => [row.name, row] as const))('%s', (_, row) => {
    check(CHINESE, row);
  });
  test('is tried in sixty ways and more', () => {
    expect(CHINESE_CASES.length).toBeGreaterThanOrEqual(60);
  });
});

group('a note on English words, when the page', () => {
  test.each(ENGLISH_CASES.map((row) => [row.name, row] as const))('%s', (_, row) => {
    check(ENGLISH, row);
  });
  test('is tried in twenty ways and more', () => {
    expect(ENGLISH_CASES.length).toBeGreaterThanOrEqual(20);
  });
});
