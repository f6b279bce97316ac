/** Pictures of the library, to be looked at; docs/screenshots keeps some of them (`npm run screenshots`). */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '../support/extension-test.ts';
import { openLibrary } from '../support/library.ts';
import { LOOKS, suffixOf } from '../support/looks.ts';
import { OUT, PROJECT } from '../support/paths.ts';

const toDocs = process.env['TIFA_SCREENSHOTS'] === 'docs';
const FOLDER = toDocs ? join(PROJECT, 'docs/screenshots') : join(OUT, 'screenshots');
mkdirSync(FOLDER, { recursive: true });

const PLACES = [
  ['terms', '#/terms'],
  ['sets', '#/terms?by=set'],
  ['search', '#/terms?q=wangluo'],
  ['figure', '#/terms?q=50.2万亿元'],
  ['set', '#/terms/ten-upholds'],
  ['wording', '#/terms/cyberpower-thought'],
  ['person', '#/terms/xi-jinping'],
  ['sources', '#/sources'],
  ['source-000', '#/sources/000'],
  ['source-002b', '#/sources/002b/p18'],
  ['source-003', '#/sources/003'],
  ['glossary', '#/glossary?source=004'],
  ['nowhere', '#/terms/no-such-term'],
] as const;

/** Those that docs/library.md shows. */
const IN_DOCS = new Set(['set-en-light-1280', 'source-000-zh-light-1280', 'source-000-zh-dark-400']);

for (const look of LOOKS) {
  const { language, colorScheme, width } = look;
  const suffix = suffixOf(look);
  test.describe(suffix, () => {
    test.use({ browserOptions: { language, colorScheme, viewport: { width, height: 900 } } });
    test('pictures of the library', async ({ tifa }) => {
      const page = await openLibrary(tifa);
      for (const [name, hash] of PLACES) {
        if (toDocs && !IN_DOCS.has(`${name}-${suffix}`)) continue;
        await page.evaluate((to) => {
          location.hash = to;
        }, hash);
        await page.waitForTimeout(60);
        await page.screenshot({ path: join(FOLDER, `library-${name}-${suffix}.png`) });
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth),
          `${name} is no wider than the window`,
        ).toBe(true);
      }
    });
  });
}
