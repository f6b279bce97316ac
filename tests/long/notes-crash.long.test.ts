import { expect, test } from 'vitest';
import { crashRounds } from '../support/crash.ts';

test('a browser killed 200 times while notes are saved loses none that was said to be saved', async () => {
  const { confirmed, problems } = await crashRounds(200);
  expect(problems).toEqual([]);
  expect(confirmed).toBeGreaterThan(200);
});
