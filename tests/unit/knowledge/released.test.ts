import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { loadBundled } from '../../../src/cli/bundled.ts';
import { loadSeeds, SEEDS } from '../../../src/cli/seeds.ts';
import { cardContent } from '../../../src/core/knowledge/card-content.ts';
import { describeProblem } from '../../../src/core/knowledge/problem.ts';
import {
  checkReleased,
  currentId,
  parseRedirects,
  parseReleasedIds,
  type RedirectFile,
} from '../../../src/core/knowledge/released.ts';

const { entries } = loadSeeds();

function problemsOf(released: string, redirects: string): string[] {
  const file = parseRedirects('redirects.yaml', redirects);
  if ('message' in file) return [describeProblem(file)];
  return checkReleased(entries, parseReleasedIds('released-ids.txt', released), file).map(describeProblem);
}

describe('released ids', () => {
  test('are frozen: each is an entry or leads to one', () => {
    const ids = readFileSync(join(SEEDS, 'released-ids.txt'), 'utf8').trimEnd().split('\n');
    expect(ids.length).toBeGreaterThanOrEqual(587);
    const redirects = parseRedirects(
      'redirects.yaml',
      readFileSync(join(SEEDS, 'redirects.yaml'), 'utf8'),
    ) as RedirectFile;
    const known = new Set(entries.map(({ id }) => id));
    expect(ids.filter((id) => !known.has(currentId(id, redirects.redirects)))).toEqual([]);
  });

  test.each<[string, string, string, string]>([
    [
      'an id that has gone',
      'cyberpower\ncyber-power\n',
      '',
      'released-ids.txt:2: cyber-power: was released, and is neither an entry nor redirected to one',
    ],
    ['an id listed twice', 'cyberpower\ncyberpower\n', '', 'released-ids.txt:2: cyberpower: listed twice'],
    [
      'a redirect to nothing',
      '',
      '# renamed\ncyber-power: cyber-might\n',
      'redirects.yaml:2: cyber-power: there is no entry “cyber-might”',
    ],
    ['a redirect in a circle', '', 'a: b\nb: a\n', 'redirects.yaml:1: a: there is no entry “b”'],
    [
      'a redirect that hides an entry',
      '',
      'cyberpower: digital-china\n',
      'redirects.yaml:1: cyberpower: is an entry, and redirected too',
    ],
    ['a redirect that is none', '', 'a:\n  - b\n', 'redirects.yaml:1: a redirect is “old-id: new-id”'],
    ['a file that is a list', '', '- a\n', 'redirects.yaml:1: is not a list of “old-id: new-id”'],
    ['a file that is not YAML', '', 'a: [b\n', 'redirects.yaml:'],
  ])('%s is reported with file, line and reason', (_, released, redirects, expected) => {
    expect(problemsOf(released, redirects)[0]).toContain(expected);
  });

  test('a rename leaves a redirect, also over several releases', () => {
    expect(problemsOf('cyber-power\n', 'cyber-power: cyber-might\ncyber-might: cyberpower\n')).toEqual([]);
  });

  test('the card of an old id is that of the new one', () => {
    const knowledge = { ...loadBundled().knowledge, redirects: { 'cyber-power': 'cyberpower' } };
    expect(cardContent('cyber-power', knowledge)).toEqual(cardContent('cyberpower', knowledge));
    expect(cardContent('no-such-term', knowledge)).toBeUndefined();
  });
});
