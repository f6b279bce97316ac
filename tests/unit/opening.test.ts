import { expect, test } from 'vitest';
import { OPENINGS, readOpening } from '../../src/core/opening.ts';

test('what opens a card is read back as it was chosen', () => {
  for (const opening of OPENINGS) expect(readOpening(opening)).toBe(opening);
});

test.each([[undefined], [null], ['hover'], [7], [{}]])('%s is no choice: the first is meant', (stored) => {
  expect(readOpening(stored)).toBe('rest');
});
