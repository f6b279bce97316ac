import { expect, test } from 'vitest';
import { firefoxCrashRounds } from '../support/firefox-crash.ts';
import { ownPagesBuild } from '../support/own-pages-build.ts';

test('a Firefox killed 20 times while notes are saved loses none that was said to be saved', async () => {
  const build = ownPagesBuild('library.html');
  try {
    const { confirmed, problems } = await firefoxCrashRounds(20, build.path);
    expect(problems).toEqual([]);
    expect(confirmed).toBeGreaterThan(20);
  } finally {
    build.remove();
  }
});
