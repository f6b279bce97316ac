import { describe, expect, test } from 'vitest';
import { loadBundled } from '../../../src/cli/bundled.ts';
import type { Mention } from '../../../src/core/match/recogniser.ts';
import { TRAPS } from './trap-table.ts';

const { recogniser } = loadBundled();

/** The ids of every mention in a text, nested ones too. */
function idsIn(text: string): string[] {
  const ids = (mentions: readonly Mention[]): string[] =>
    mentions.flatMap(({ entry, nested }) => [recogniser.matcher.id(entry), ...ids(nested)]);
  return ids(recogniser.recognise(text));
}

describe.each(Object.entries(TRAPS))('words, not characters: %s', (_, rows) => {
  test.each(rows)('%s: no %s', (trap, id) => {
    expect(idsIn(trap)).not.toContain(id);
  });

  test.each(rows.map(([, id, mention]) => [mention, id] as const))('%s: %s', (mention, id) => {
    expect(idsIn(mention)).toContain(id);
  });

  test.each(rows)('%s, and %s in the same sentence', (trap, id, mention) => {
    expect(idsIn(`${trap}。${mention}，${trap}`).filter((found) => found === id)).toEqual(
      idsIn(mention).filter((found) => found === id),
    );
  });
});

test('there are enough of them', () => {
  expect(Object.values(TRAPS).flat().length).toBeGreaterThanOrEqual(120);
});
