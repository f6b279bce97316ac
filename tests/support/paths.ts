import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../../', import.meta.url));

/** The built extensions, unpacked. */
export const CHROME_BUILD = join(PROJECT, '.output/chrome-mv3');
export const FIREFOX_BUILD = join(PROJECT, '.output/firefox-mv3');

/** What a run leaves to be looked at: screenshots, reports. Not in the repository. */
export const OUT = join(PROJECT, 'out');

export const FIXTURE_PAGES = join(PROJECT, 'tests/fixtures/pages');

/** A command installed in the project, by its name. */
export function tool(name: string): string {
  return join(PROJECT, 'node_modules/.bin', name);
}
