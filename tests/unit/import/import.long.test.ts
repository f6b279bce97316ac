import { test } from 'vitest';
import { fuzzImports } from '../../support/fuzz-imports.ts';

test('10,000 spoiled files are read without a throw, and what is read is whole', () => {
  fuzzImports(10_000);
});
