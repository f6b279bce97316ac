import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { HOSTS } from '../../src/core/hosts.ts';
import { PROJECT } from '../support/paths.ts';

/** What each build may ask of its reader. Whoever changes it explains it in the options and in docs/security.md. */
const ALLOWED = {
  'chrome-mv3': ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'contextMenus', 'sidePanel'],
  'firefox-mv3': ['storage', 'unlimitedStorage', 'scripting', 'activeTab', 'contextMenus'],
};

for (const [build, permissions] of Object.entries(ALLOWED)) {
  test(`${build} asks for these permissions and no others`, () => {
    const manifest = JSON.parse(
      readFileSync(join(PROJECT, '.output', build, 'manifest.json'), 'utf8'),
    ) as Record<string, unknown>;
    expect(manifest['permissions']).toEqual(permissions);
    expect(manifest['host_permissions']).toEqual(HOSTS);
    expect(manifest['optional_permissions']).toBeUndefined();
    expect(manifest['optional_host_permissions']).toEqual(['*://*/*']);
    expect(manifest['web_accessible_resources'], 'no page may load anything of ours').toBeUndefined();
    expect(manifest['content_security_policy'], 'the strictest default stays').toBeUndefined();
    expect(manifest['externally_connectable']).toBeUndefined();
    expect(manifest['content_scripts']).toMatchObject([{ matches: [...HOSTS].sort() }]);
  });
}
