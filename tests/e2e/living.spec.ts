import { test } from '../support/extension-test.ts';
import { highlights } from '../support/highlights.ts';
import { HOSTILE_PAGES } from '../support/hostile-pages.ts';
import { LIVING_PAGES } from '../support/living-pages.ts';
import { TRIAL_SITE } from '../support/page-trials.ts';

for (const [i, { title, html, headers, run }] of [...LIVING_PAGES, ...HOSTILE_PAGES].entries()) {
  test(title, async ({ tifa }) => {
    const page = await tifa.open(tifa.pages.serve(`${TRIAL_SITE}/trial-${String(i)}.html`, html, headers));
    await run({
      do: (inPage, argument = '') => page.evaluate(inPage, argument),
      highlights: () => highlights(page),
      extension: await tifa.extensionId(),
    });
  });
}
