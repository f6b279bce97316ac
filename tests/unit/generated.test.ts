import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { hanTableModule } from '../../src/cli/generate-han-table.ts';
import { HAN_PAIRS } from '../../src/core/text/han-table.ts';

describe('generated data', () => {
  test('the Han table is what `npm run generate` writes', () => {
    const file = new URL('../../src/core/text/han-table.ts', import.meta.url);
    expect(readFileSync(file, 'utf8')).toBe(hanTableModule());
  });

  test('no result of folding folds on', () => {
    const characters = [...HAN_PAIRS];
    const from = new Set(characters.filter((_, i) => i % 2 === 0));
    expect(characters.filter((c, i) => i % 2 === 1 && from.has(c))).toEqual([]);
  });
});
