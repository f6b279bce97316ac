import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { diffLists } from '../../support/diff-lists.ts';
import { kindAndWeight } from '../../support/highlights.ts';
import { playwrightTally, vitestTally } from '../../support/test-reports.ts';

const scratch = mkdtempSync(join(tmpdir(), 'tifa-reports-'));
afterAll(() => {
  rmSync(scratch, { recursive: true });
});

function report(content: unknown): string {
  const path = join(scratch, 'report.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

describe('a count of tests', () => {
  test('has Vitest’s passed and failed tests, and no skipped ones', () => {
    const assertionResults = [
      { fullName: 'a', status: 'passed' },
      {
        fullName: 'b',
        status: 'failed',
        failureMessages: ['no\n    at x (/p/node_modules/v.js:1)\n    at t.ts:3'],
      },
      { fullName: 'c', status: 'skipped' },
    ];
    const path = report({ testResults: [{ name: 'f', status: 'failed', assertionResults }] });
    expect(vitestTally(path)).toEqual({ passed: 1, failures: [{ title: 'b', reason: 'no\n    at t.ts:3' }] });
  });

  test('has a failure for a file that Vitest could not run', () => {
    const broken = { name: 'broken.test.ts', status: 'failed', message: 'syntax', assertionResults: [] };
    expect(vitestTally(report({ testResults: [broken] }))).toEqual({
      passed: 0,
      failures: [{ title: 'broken.test.ts', reason: 'syntax' }],
    });
  });

  test('has Playwright’s tests in suites within suites, the flaky among the passed', () => {
    const spec = (title: string, status: string, message: string): unknown => ({
      title,
      tests: [{ status, results: [{ errors: message === '' ? [] : [{ message }] }] }],
    });
    const inner = { title: 'inner', specs: [spec('b', 'unexpected', 'why'), spec('c', 'flaky', 'once')] };
    const outer = {
      title: 'outer',
      specs: [spec('a', 'expected', ''), spec('d', 'skipped', '')],
      suites: [inner],
    };
    expect(playwrightTally(report({ suites: [outer], errors: [] }))).toEqual({
      passed: 2,
      failures: [{ title: 'outer › inner › b', reason: 'why' }],
    });
  });

  test('has Playwright’s errors outside tests', () => {
    expect(playwrightTally(report({ suites: [], errors: [{ message: 'no config' }] })).failures).toEqual([
      { title: 'outside any test', reason: 'no config' },
    ]);
  });

  test('is refused where there is no report', () => {
    expect(() => vitestTally(join(scratch, 'none.json'))).toThrow('none.json');
  });
});

describe('a difference of lists', () => {
  test.each([
    ['nothing where they agree', 'abc', 'abc', []],
    ['what is missing', 'abc', 'ac', ['- b (2)']],
    ['what is too much', 'ac', 'abc', ['+ b (2)']],
    ['what is in another place', 'abc', 'bca', ['- a (1)', '+ a (3)']],
    ['everything where one is empty', 'ab', '', ['- a (1)', '- b (2)']],
  ])('names %s', (_, expected, actual, lines) => {
    expect(diffLists([...expected], [...actual])).toEqual(lines);
  });
});

describe('a highlight’s name', () => {
  test.each([
    ['tifa-concept', { kind: 'concept', weight: 'core' }],
    ['tifa-concept-faint', { kind: 'concept', weight: 'common' }],
    ['tifa-campaign', { kind: 'campaign', weight: 'core' }],
    ['tifa-concepts', undefined],
    ['tifa-note', undefined],
    ['concept', undefined],
  ])('%s tells kind and weight', (name, expected) => {
    expect(kindAndWeight(name)).toEqual(expected);
  });
});
