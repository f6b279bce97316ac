import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CHROME_BUILD } from './paths.ts';

/**
 * The built extension with sites granted as if the reader had been asked and had
 * said yes: the browser's question cannot be answered in a test (playwright#32755).
 * Whatever the grant leads to is the extension's own doing.
 */
export function grantedBuild(...patterns: string[]): Build {
  return buildWith((manifest) => {
    manifest.host_permissions.push(...patterns);
  });
}

/**
 * The built extension without the permission of unlimited storage: the browser's quota,
 * which a test can make small, binds it as it binds a website.
 */
export function boundedBuild(): Build {
  return buildWith((manifest) => {
    manifest.permissions = manifest.permissions.filter((name) => name !== 'unlimitedStorage');
  });
}

interface Build {
  readonly path: string;
  readonly remove: () => void;
}

interface Manifest {
  permissions: string[];
  host_permissions: string[];
}

function buildWith(change: (manifest: Manifest) => void): Build {
  const path = mkdtempSync(join(tmpdir(), 'tifa-granted-'));
  cpSync(CHROME_BUILD, path, { recursive: true });
  const file = join(path, 'manifest.json');
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest;
  change(manifest);
  writeFileSync(file, JSON.stringify(manifest));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true });
    },
  };
}
