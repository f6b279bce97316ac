import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PROJECT } from '../support/paths.ts';

/** The last column of docs/security.md's table, a row each. */
function testsNamed(): { what: string; named: { file: string; title: string }[] }[] {
  const table = readFileSync(join(PROJECT, 'docs/security.md'), 'utf8').split('## Threats')[1] ?? '';
  const rows = table.split('\n').filter((line) => line.startsWith('| '));
  return rows.slice(2).map((row) => {
    const cells = row.split('|').map((cell) => cell.trim());
    const named = (cells.at(-2) ?? '').split(';').flatMap((part) => {
      const file = /`([^`]+)`/u.exec(part)?.[1] ?? '';
      return [...part.matchAll(/“([^”]+)”/gu)].map(([, title = '']) => ({ file, title }));
    });
    return { what: `${cells[1] ?? ''} ${cells[2] ?? ''}`, named };
  });
}

describe('every threat that the documentation names has its test', () => {
  test('there are threats', () => {
    expect(testsNamed().length).toBeGreaterThan(15);
  });

  test.each(testsNamed())('$what', ({ named }) => {
    expect(named).not.toEqual([]);
    for (const { file, title } of named) {
      expect(existsSync(join(PROJECT, file)), file).toBe(true);
      expect(readFileSync(join(PROJECT, file), 'utf8'), file).toContain(title);
    }
  });

  test.each(['tests/e2e/living.spec.ts', 'tests/firefox/living.test.ts'])(
    'the trials of living and hostile pages are run in %s',
    (file) => {
      const text = readFileSync(join(PROJECT, file), 'utf8');
      expect(text).toContain('HOSTILE_PAGES');
      expect(text).toContain('LIVING_PAGES');
    },
  );
});
