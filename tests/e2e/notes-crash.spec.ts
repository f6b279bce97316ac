import { expect, test } from '@playwright/test';
import { crashRounds } from '../support/crash.ts';

test('a browser killed 20 times while notes are saved loses none that was said to be saved', async () => {
  test.setTimeout(240_000);
  const { confirmed, problems } = await crashRounds(20);
  expect(problems).toEqual([]);
  expect(confirmed).toBeGreaterThan(20);
});
