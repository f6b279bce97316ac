import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { matcherEntry } from '../../src/core/knowledge/check.ts';
import { compileMatcher, matcherForms, type MatcherEntry } from '../../src/core/match/compile.ts';
import { loadSeeds } from '../../src/cli/seeds.ts';
import { PROJECT } from '../support/paths.ts';
import { randomTerms } from './texts.ts';

const entries = loadSeeds().entries.map(matcherEntry);

/** The bundled terms, and this many random ones beside them, as the text that a content script carries. */
export function matcherText(random = 0): string {
  const more = randomTerms(random).map((term, i): MatcherEntry => ({
    id: `random-${String(i)}`,
    kind: 'concept',
    weight: 'common',
    patterns: [term],
  }));
  const { names: _, ...found } = compileMatcher([...entries, ...more]).data;
  return JSON.stringify(found);
}

/** mark.js overflows the stack on all forms (some 2,000), so its list has the headwords only, in its favour. */
export const headwords = entries.flatMap(({ patterns }) => patterns.slice(0, 1));
export const forms = [...new Set(entries.flatMap(({ patterns }) => patterns.flatMap(matcherForms)))];

/** Page A, without its scripts. */
export const pageA = readFileSync(join(PROJECT, 'tests/fixtures/pages/4hou.html'), 'utf8').replaceAll(
  /<script[\s\S]*?<\/script>/gu,
  '',
);
