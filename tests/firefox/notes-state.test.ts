import { afterAll, expect, test } from 'vitest';
import { Firefox } from '../support/firefox.ts';
import { askFirefox, marksInFirefox, openSidebar, takeInFirefox, textsOf } from '../support/firefox-notes.ts';
import { firefoxCrashRounds } from '../support/firefox-crash.ts';
import { settled } from '../support/highlights.ts';
import { ownPagesBuild } from '../support/own-pages-build.ts';
import { BUNDLED_PAGES } from '../support/served-pages.ts';

const [, GOV] = BUNDLED_PAGES;
const WORDS = '全国网信系统';

const build = ownPagesBuild('library.html', 'sidepanel.html');
afterAll(build.remove);

test('a note of a private window is kept with all others', async () => {
  const firefox = await Firefox.launch();
  try {
    await firefox.installInPrivateWindows(build.path);
    const own = await firefox.openOwn('library.html#/notes');
    const page = await firefox.openPrivately(own, GOV.address);
    await settled(page);
    await takeInFirefox(page, WORDS, 'from a private window');
    await expect.poll(() => marksInFirefox(page), { timeout: 5000 }).toEqual([WORDS]);
    await page.close();
    await expect.poll(() => textsOf(own, 'article .note-body')).toEqual(['from a private window']);
    expect(firefox.problems).toEqual([]);
  } finally {
    await firefox.close();
  }
}, 60_000);

test('a Firefox that remembers no history says that nothing is saved, and the text stays', async () => {
  const firefox = await Firefox.launch(undefined, { 'browser.privatebrowsing.autostart': true });
  try {
    await firefox.installInPrivateWindows(build.path);
    const page = await firefox.open(GOV.address);
    await settled(page);
    const own = await firefox.openOwn('library.html#/notes');
    await expect
      .poll(() => textsOf(own, '.note-fault'), { timeout: 8000 })
      .toEqual(['The browser keeps no database for extensions here, so there are no notes to show.']);
    // A form that opens all the same, as on the page.
    await page.bringToFront();
    await takeInFirefox(page, WORDS, 'typed in vain');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await marksInFirefox(page)).toEqual([WORDS]);
    expect(await askFirefox(own, { type: 'tifa:notes/all' })).toEqual({ ok: false, fault: 'unavailable' });
    const drafts = await askFirefox<{ value: { note: { body: string } }[] }>(own, {
      type: 'tifa:notes/drafts',
    });
    expect(drafts.value.map(({ note }) => note.body)).toEqual(['typed in vain']);
    const panel = await openSidebar(firefox, own, GOV.address);
    await expect.poll(() => textsOf(panel, '.note-fault'), { timeout: 8000 }).toHaveLength(1);
  } finally {
    await firefox.close();
  }
}, 60_000);

test('a Firefox killed while notes are saved loses none that was said to be saved', async () => {
  const { confirmed, problems } = await firefoxCrashRounds(1, build.path);
  expect(problems).toEqual([]);
  expect(confirmed).toBeGreaterThan(1);
}, 60_000);
