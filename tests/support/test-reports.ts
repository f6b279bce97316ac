/** Reads what the test runners wrote about their runs, and counts it. */
import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

export interface Failure {
  readonly title: string;
  /** Why, in some lines. */
  readonly reason: string;
}

export interface Tally {
  readonly passed: number;
  readonly failures: readonly Failure[];
}

interface VitestReport {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message?: string;
    readonly assertionResults: readonly {
      readonly fullName: string;
      readonly status: string;
      readonly failureMessages?: readonly string[] | null;
    }[];
  }[];
}

/**
 * Counts the tests in Vitest's JSON report. A file that could not be run counts as
 * a failure, a skipped test as nothing.
 *
 * @throws where the report is missing or no report
 */
export function vitestTally(path: string): Tally {
  const { testResults } = JSON.parse(readFileSync(path, 'utf8')) as VitestReport;
  const failures: Failure[] = [];
  let passed = 0;
  for (const { name, status, message, assertionResults } of testResults) {
    const before = failures.length;
    for (const test of assertionResults) {
      if (test.status === 'passed') passed++;
      if (test.status === 'failed') {
        failures.push({ title: test.fullName, reason: readable(test.failureMessages ?? []) });
      }
    }
    if (status === 'failed' && failures.length === before)
      failures.push({ title: name, reason: readable([message ?? '']) });
  }
  return { passed, failures };
}

interface PlaywrightError {
  readonly message?: string;
}
interface PlaywrightSuite {
  readonly title: string;
  readonly suites?: readonly PlaywrightSuite[];
  readonly specs?: readonly {
    readonly title: string;
    readonly tests: readonly {
      readonly status: 'expected' | 'unexpected' | 'flaky' | 'skipped';
      readonly results: readonly { readonly errors?: readonly PlaywrightError[] }[];
    }[];
  }[];
}
interface PlaywrightReport {
  readonly suites: readonly PlaywrightSuite[];
  readonly errors: readonly PlaywrightError[];
}

/**
 * The same for Playwright's JSON report. What passes only when it is tried again counts as
 * passed; the runner's own list, which is echoed, names it as flaky.
 */
export function playwrightTally(path: string): Tally {
  const report = JSON.parse(readFileSync(path, 'utf8')) as PlaywrightReport;
  const failures: Failure[] = report.errors.map(({ message = '' }) => ({
    title: 'outside any test',
    reason: readable([message]),
  }));
  let passed = 0;
  const visit = (suite: PlaywrightSuite, above: readonly string[]): void => {
    const path = [...above, suite.title];
    for (const spec of suite.specs ?? []) {
      for (const { status, results } of spec.tests) {
        if (status === 'expected' || status === 'flaky') passed++;
        if (status === 'unexpected') {
          const errors = results.flatMap((result) => result.errors ?? []);
          failures.push({
            title: [...path, spec.title].join(' › '),
            reason: readable(errors.map(({ message = '' }) => message)),
          });
        }
      }
    }
    for (const inner of suite.suites ?? []) visit(inner, path);
  };
  for (const suite of report.suites) visit(suite, []);
  return { passed, failures };
}

/** Messages without colours, and without the places in the test runner that they passed. */
function readable(messages: readonly string[]): string {
  return stripVTControlCharacters(messages.join('\n'))
    .split('\n')
    .filter((line) => !/^\s+at (.*node_modules|new Promise|process\.|async Promise)/u.test(line))
    .join('\n');
}
