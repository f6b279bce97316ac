import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROME_BUILD } from './paths.ts';

/**
 * The built extension with sites granted as if the reader had been asked and had
 * said yes: the browser's question cannot be answered in a test (playwright#32755).
 * Whatever the grant leads to is the extension's own doing.
 */
export function grantedBuild(...patterns: string[]): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'tifa-granted-'));
  cpSync(CHROME_BUILD, path, { recursive: true });
  const file = join(path, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as { host_permissions: string[] };
  manifest.host_permissions.push(...patterns);
  writeFileSync(file, JSON.stringify(manifest));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}
