/** As tests/e2e/harness.spec.ts: what the other suite asserts the absence of is noticed. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { Firefox } from '../support/firefox.ts';

const ADDRESS = 'https://www.4hou.com/harness.html';

/** An extension that does all that ours must not. */
function noisyExtension(): string {
  const folder = mkdtempSync(join(tmpdir(), 'tifa-noisy-'));
  const manifest = {
    manifest_version: 3,
    name: 'noisy',
    version: '1',
    browser_specific_settings: { gecko: { id: 'noisy@tifa.invalid' } },
    background: { scripts: ['background.js'] },
    content_scripts: [{ matches: ['*://*.4hou.com/*'], js: ['content.js'] }],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  for (const name of ['background', 'content']) {
    writeFileSync(
      join(folder, `${name}.js`),
      `void fetch('https://elsewhere.example/${name}').catch(() => undefined);
       setTimeout(() => { throw new Error('${name} threw'); }, 100);
       void Promise.reject(new Error('${name} rejected'));`,
    );
  }
  return folder;
}

test('errors and requests of an extension are noticed', async () => {
  const firefox = await Firefox.launch();
  const noisy = noisyExtension();
  try {
    firefox.pages.serve(ADDRESS, '<!doctype html><title>t</title><p>text</p>');
    await firefox.installExtension(noisy);
    await firefox.open(ADDRESS);
    const problems = (): string => firefox.problems.join('\n');
    for (const said of ['background threw', 'background rejected', 'content threw', 'content rejected']) {
      await expect.poll(problems, { timeout: 5000 }).toContain(said);
    }
    expect(firefox.pages.stray.map((address) => new URL(address).host)).toContain('elsewhere.example');
    expect(firefox.pages.stray).toContain('https://elsewhere.example/content');
    expect(firefox.pages.stray).toContain('https://elsewhere.example/');
  } finally {
    await firefox.close();
    rmSync(noisy, { recursive: true });
  }
});
