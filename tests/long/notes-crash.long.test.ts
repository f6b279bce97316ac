import { expect, test } from 'vitest';
import { crashRounds } from '../support/crash.ts';

// Four profiles of fifty kills: each reads all its notes again after every kill, so that one of
// two hundred would spend its time with reading.
test.each([1, 2, 3, 4])(
  'a browser killed 50 times while notes are saved loses none that was said to be saved (profile %i of 4)',
  async () => {
    const { confirmed, problems } = await crashRounds(50);
    console.info(`${String(confirmed)} notes were said to be saved`);
    expect(problems).toEqual([]);
    expect(confirmed).toBeGreaterThan(50);
  },
);
