import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FIREFOX_BUILD } from './paths.ts';

/**
 * The built extension with a page of its own that websites may open: WebDriver
 * BiDi refuses to go to an extension's address by itself. Nothing else is different.
 */
export function ownPagesBuild(...pages: string[]): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'tifa-own-pages-'));
  cpSync(FIREFOX_BUILD, path, { recursive: true });
  const file = join(path, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  manifest['web_accessible_resources'] = [{ resources: pages, matches: ['<all_urls>'] }];
  writeFileSync(file, JSON.stringify(manifest));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}
