import { expect, test } from '@playwright/test';
import { crashRounds, tornRounds } from '../support/crash.ts';

// One lost note is one too many: no second try.
test.describe.configure({ retries: 0 });

test('a browser killed 20 times while notes are saved loses none that was said to be saved', async () => {
  test.setTimeout(240_000);
  const { confirmed, problems } = await crashRounds(20);
  expect(problems).toEqual([]);
  expect(confirmed).toBeGreaterThan(20);
});

// Where a record of LevelDB is longer than a block of 32 KiB it is torn in a fragment,
// else in its header or its text.
for (const bytes of [3, 100, 6000]) {
  test(`a log that ends ${String(bytes)} bytes too early costs none but its last record`, async () => {
    const { confirmed, problems } = await tornRounds(bytes);
    expect(problems).toEqual([]);
    expect(confirmed).toBe(14);
  });
}
