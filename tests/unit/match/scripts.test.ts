import * as OpenCC from 'opencc-js';
import { expect, test } from 'vitest';
import { loadBundled } from '../../../src/cli/bundled.ts';
import { expandPattern } from '../../../src/core/match/pattern.ts';

const { recogniser, knowledge } = loadBundled();
const found = (text: string): string =>
  recogniser
    .recognise(text)
    .map(({ entry, start, end }) => `${recogniser.matcher.id(entry)} ${String(start)}-${String(end)}`)
    .join(' ');

// opencc converts words as well as characters for Taiwan with phrases (twp), and may change lengths there.
test.each([
  ['Hong Kong', 'hk'],
  ['Taiwan', 'tw'],
  ['traditional Chinese', 't'],
] as const)('every form is recognised in the characters of %s', (_, to) => {
  const convert = OpenCC.Converter({ from: 'cn', to });
  const missed: string[] = [];
  for (const { zh, variants, surface } of knowledge.terms) {
    if (!surface) continue;
    for (const form of [zh, ...variants.flatMap((pattern) => expandPattern(pattern).slice(0, 4))]) {
      const converted = convert(`“${form}”`);
      if (found(converted) !== found(`“${form}”`)) missed.push(converted);
    }
  }
  expect(missed).toEqual([]);
});

test('every form is recognised in the words of Taiwan', () => {
  const convert = OpenCC.Converter({ from: 'cn', to: 'twp' });
  const ids = (text: string): string[] =>
    recogniser.recognise(text).map(({ entry }) => recogniser.matcher.id(entry));
  const missed = knowledge.terms
    .filter(({ surface }) => surface)
    .map(({ zh }) => [`“${zh}”`, convert(`“${zh}”`)] as const)
    .filter(([own, converted]) => ids(own).join() !== ids(converted).join());
  expect(missed).toEqual([]);
});
