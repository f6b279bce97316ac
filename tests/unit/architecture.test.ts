import { spawnSync } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PROJECT, tool } from '../support/paths.ts';

/** Longer files hold more than one idea. */
const MOST_LINES = 400;

/** Tables, not thoughts. */
const DATA_FILES = ['src/core/text/han-table.ts'];

describe('a file of the code', () => {
  const files = globSync(['src/**/*.{ts,tsx,css}', 'entrypoints/**/*.{ts,tsx,css}'], { cwd: PROJECT }).filter(
    (path) => !path.startsWith('src/generated/') && !DATA_FILES.includes(path),
  );

  test('is found by this test', () => {
    expect(files.length).toBeGreaterThan(30);
  });

  test.each(files)(`%s has at most ${String(MOST_LINES)} lines`, (path) => {
    expect(readFileSync(join(PROJECT, path), 'utf8').split('\n').length - 1).toBeLessThanOrEqual(MOST_LINES);
  });
});

/** A rule, the file in which it is broken, and the import that breaks it. */
type Planted = readonly [rule: string, file: string, imported: string];

const FORBIDDEN: readonly Planted[] = [
  ['core-imports', 'src/core/a.ts', '../dom/there.ts'],
  ['core-imports', 'src/core/b.ts', '../generated/matcher.ts'],
  ['dom-imports', 'src/dom/a.ts', '../platform/there.ts'],
  ['protocol-imports', 'src/protocol/a.ts', '../platform/there.ts'],
  ['platform-imports', 'src/platform/a.ts', '../core/there.ts'],
  ['storage-imports', 'src/storage/a.ts', '../protocol/there.ts'],
  ['content-imports', 'src/content/a.ts', '../storage/there.ts'],
  ['content-imports', 'src/content/b.ts', '../generated/knowledge.ts'],
  ['content-imports', 'src/content/c.ts', '../ui/panel/there.ts'],
  ['content-imports', 'src/content/d.ts', '../background/there.ts'],
  ['background-imports', 'src/background/a.ts', '../dom/there.ts'],
  ['ui-imports', 'src/ui/a.ts', '../storage/there.ts'],
  ['cli-imports', 'src/cli/a.ts', '../platform/there.ts'],
  ['generated-imports', 'src/generated/a.ts', '../dom/there.ts'],
  ['unknown-layer', 'src/newcomer/a.ts', '../core/there.ts'],
  ['entrypoints-imports', 'entrypoints/popup/a.ts', '../options/there.ts'],
  ['nothing-imports-entrypoints', 'src/ui/b.ts', '../../entrypoints/options/there.ts'],
  ['nothing-imports-entrypoints', 'tests/a.ts', '../entrypoints/options/there.ts'],
  ['nothing-imports-tests', 'src/core/c.ts', '../../tests/there.ts'],
  ['content-script-stays-light', 'entrypoints/page.content/a.ts', '../../src/generated/knowledge.ts'],
  ['content-script-stays-light', 'entrypoints/page.content/b.ts', '../../src/background/stores.ts'],
  ['core-packages', 'src/core/d.ts', 'preact'],
  ['core-packages', 'src/core/e.ts', 'parse5'],
  ['no-node-outside-cli', 'src/core/f.ts', 'node:fs'],
  ['no-node-outside-cli', 'src/background/b.ts', 'node:path'],
  ['polyfill-only-in-platform', 'src/background/c.ts', 'webextension-polyfill'],
  ['dexie-only-in-storage', 'src/background/d2.ts', 'dexie'],
  ['shipped-packages-are-dependencies', 'src/ui/c.ts', 'parse5'],
  ['packages-are-declared', 'src/cli/b.ts', 'acorn'],
  ['no-unresolvable', 'src/core/g.ts', './not-there.ts'],
  ['no-unresolvable', 'src/core/h.ts', '@/src/core/there.ts'],
  ['no-circular', 'src/core/circle.ts', './round.ts'],
];

const ALLOWED: readonly (readonly [file: string, imported: string])[] = [
  ['src/core/ok.ts', 'valibot'],
  ['src/core/ok2.ts', 'yaml'],
  ['src/dom/ok.ts', '../core/there.ts'],
  ['src/protocol/ok.ts', '../core/there.ts'],
  ['src/storage/ok.ts', '../platform/there.ts'],
  ['src/storage/ok2.ts', '../core/there.ts'],
  ['src/storage/ok3.ts', 'dexie'],
  ['src/content/ok.ts', '../generated/matcher.ts'],
  ['src/content/ok2.ts', '../dom/there.ts'],
  ['src/content/ok3.ts', '../ui/card/there.ts'],
  ['src/content/ok4.ts', '../platform/there.ts'],
  ['src/background/ok.ts', '../storage/there.ts'],
  ['src/background/ok2.ts', '../generated/knowledge.ts'],
  ['src/ui/ok.ts', '../protocol/there.ts'],
  ['src/ui/ok2.ts', 'preact'],
  ['src/cli/ok.ts', 'parse5'],
  ['src/cli/ok2.ts', 'node:fs'],
  ['src/platform/ok.ts', 'webextension-polyfill'],
  ['entrypoints/popup/ok.ts', '../../src/ui/there.ts'],
  ['entrypoints/popup/ok2.ts', 'wxt/utils/define-background'],
  ['tests/ok.ts', '../src/core/there.ts'],
];

interface CruiseResult {
  readonly summary: {
    readonly violations: readonly { readonly rule: { readonly name: string }; readonly from: string }[];
  };
}

describe('the dependency rules', () => {
  const tree = mkdtempSync(join(tmpdir(), 'tifa-imports-'));
  /** Names of the rules that a file of the planted tree breaks. */
  const broken = new Map<string, string[]>();

  beforeAll(() => {
    const write = (path: string, text: string): void => {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    };
    for (const layer of [
      'core',
      'dom',
      'protocol',
      'platform',
      'storage',
      'background',
      'ui',
      'ui/panel',
      'ui/card',
    ]) {
      write(`src/${layer}/there.ts`, 'export const there = 1;\n');
    }
    for (const path of ['src/generated/matcher.ts', 'src/generated/knowledge.ts', 'tests/there.ts']) {
      write(path, 'export const there = 1;\n');
    }
    write('entrypoints/options/there.ts', 'export const there = 1;\n');
    write('src/background/stores.ts', "export * from '../storage/there.ts';\n");
    write('src/core/round.ts', "export * from './circle.ts';\n");
    for (const [, file, imported] of FORBIDDEN) write(file, `export * from '${imported}';\n`);
    for (const [file, imported] of ALLOWED) write(file, `export * from '${imported}';\n`);
    for (const name of ['.dependency-cruiser.cjs', 'package.json'])
      cpSync(join(PROJECT, name), join(tree, name));
    symlinkSync(join(PROJECT, 'node_modules'), join(tree, 'node_modules'));

    const folders = ['src', 'entrypoints', 'tests'];
    const config = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
    const { stdout } = spawnSync(process.execPath, [tool('depcruise'), ...config, ...folders], {
      cwd: tree,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    for (const { rule, from } of (JSON.parse(stdout) as CruiseResult).summary.violations) {
      broken.set(from, [...(broken.get(from) ?? []), rule.name]);
    }
  });

  afterAll(() => {
    rmSync(tree, { recursive: true });
  });

  test.each(FORBIDDEN)('%s: %s may not import %s', (rule, file) => {
    expect(broken.get(file)).toContain(rule);
  });

  test.each(ALLOWED)('%s may import %s', (file) => {
    expect(broken.get(file) ?? []).toEqual([]);
  });

  test('each has a planted violation above', () => {
    const config = readFileSync(join(PROJECT, '.dependency-cruiser.cjs'), 'utf8');
    const names = [...config.matchAll(/name: '([a-z-]+)'/gu)].map(([, name]) => name ?? '');
    const planted = new Set(FORBIDDEN.map(([rule]) => rule));
    expect(names.filter((name) => !planted.has(name))).toEqual([]);
  });
});
