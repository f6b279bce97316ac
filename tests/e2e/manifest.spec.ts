import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { HOSTS } from '../../src/core/hosts.ts';
import { OPTIONS } from '../../src/locales/options.ts';
import { PERMISSIONS } from '../../src/ui/options/permissions.ts';
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

  test(`the content script of ${build} is at most 60 KB, compressed`, () => {
    const script = readFileSync(join(PROJECT, '.output', build, 'content-scripts/page.js'));
    expect(gzipSync(script, { level: 9 }).length).toBeLessThanOrEqual(60 * 1024);
  });
}

test('each permission is explained, in the options in both languages and in the documentation', () => {
  const asked = ['host_permissions', ...ALLOWED['chrome-mv3']];
  expect(PERMISSIONS.map(({ permission }) => permission).sort()).toEqual(asked.sort());
  const documented = readFileSync(join(PROJECT, 'docs/security.md'), 'utf8');
  for (const { permission, name, why } of PERMISSIONS) {
    for (const key of [name, why]) {
      const [english, chinese] = (OPTIONS as Record<string, readonly string[]>)[key] ?? [];
      expect(english, key).toMatch(/[a-z]{3}/iu);
      expect(chinese, key).toMatch(/\p{Script=Han}{2}/u);
    }
    if (permission !== 'host_permissions') expect(documented).toContain(`\`${permission}\``);
  }
});
