import { expect, test, type Page } from '@playwright/test';
import { Chromium } from '../support/chromium.ts';
import { highlights } from '../support/highlights.ts';
import { HOSTILE_PAGES } from '../support/hostile-pages.ts';
import { LIVING_PAGES } from '../support/living-pages.ts';
import { TRIAL_SITE } from '../support/page-trials.ts';

/** One browser for all: each trial is a page of its own. */
let tifa: Chromium;
let page: Page | undefined;

test.beforeAll(async () => {
  tifa = await Chromium.launch();
});

test.afterEach(async () => {
  const problems = await tifa.problemsSoFar();
  await page?.close();
  page = undefined;
  tifa.problems.splice(0);
  expect(problems, 'errors in the console, of scripts or of the worker').toEqual([]);
  expect(tifa.pages.stray.splice(0), 'requests that no test page makes').toEqual([]);
});

test.afterAll(async () => {
  await tifa.close();
});

for (const [i, { title, html, headers, run }] of [...LIVING_PAGES, ...HOSTILE_PAGES].entries()) {
  test(title, async () => {
    const opened = await tifa.open(tifa.pages.serve(`${TRIAL_SITE}/trial-${String(i)}.html`, html, headers));
    page = opened;
    await run({
      do: (inPage, argument = '') => opened.evaluate(inPage, argument),
      highlights: () => highlights(opened),
      extension: await tifa.extensionId(),
    });
  });
}
