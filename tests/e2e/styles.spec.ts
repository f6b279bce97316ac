import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { visiblyMarkedShare } from '../support/calm.ts';
import { expect, test } from '../support/extension-test.ts';
import { settled } from '../support/highlights.ts';
import { FIXTURE_PAGES, OUT } from '../support/paths.ts';

const STYLES = join(FIXTURE_PAGES, 'styles');
const styles = readdirSync(STYLES)
  .filter((file) => file.endsWith('.html'))
  .sort();

for (const file of styles) {
  const name = file.replace('.html', '');
  for (const scheme of ['light', 'dark'] as const) {
    test(`${name} is calm and legible (${scheme})`, async ({ tifa }) => {
      const address = tifa.pages.serve(
        `https://www.people.com.cn/styles/${name}.html`,
        readFileSync(join(STYLES, file), 'utf8'),
      );
      const page = await tifa.open(address);
      await page.setViewportSize(
        name.includes('mobile') ? { width: 400, height: 860 } : { width: 1280, height: 900 },
      );
      await page.emulateMedia({ colorScheme: scheme });
      await settled(page);
      await page.screenshot({ path: join(OUT, 'styles', `${name}-${scheme}.png`) });
      const { marked, share } = await page.evaluate(visiblyMarkedShare);
      console.info(`${name}: ${String(marked)} characters visibly marked, ${(100 * share).toFixed(1)} %`);
      expect(marked).toBeGreaterThan(0);
      // These texts are dense on purpose; ordinary news has a tenth to a fifth.
      expect(share).toBeLessThan(0.6);
    });
  }
}
