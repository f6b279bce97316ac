/** What `npm test` runs, and how each part is counted. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBrowser, ensureLanguages } from './browsers.ts';
import { runCommand, type CommandOptions, type CommandResult } from './command.ts';
import { PROJECT, tool } from './paths.ts';
import { playwrightTally, vitestTally, type Tally } from './test-reports.ts';

export interface StepResult extends Tally {
  readonly output: string;
}

export interface Step {
  /** Short, for `npm test -- <name>`. */
  readonly name: string;
  readonly title: string;
  /** A step without which this one means nothing. */
  readonly needs?: string;
  /** Steps that follow each other and may run two at a time. */
  readonly parallel?: true;
  /** It passes on what it says while it runs. */
  readonly echoes?: true;
  run(): Promise<StepResult>;
}

const REPORTS = join(PROJECT, 'test-results');

/** How long all tests in one browser may take, in milliseconds: three times what they take on two cores. */
const BROWSER_LIMIT = 2_400_000;

/** Where the browsers are, once they have been found. */
const browsers: Record<string, string> = {};

export const STEPS: readonly Step[] = [
  {
    name: 'compile',
    title: 'Compile the seeds, prepare WXT',
    run: () => all(['node', 'src/cli/compile.ts'], ['wxt', 'prepare']),
  },
  {
    name: 'types',
    title: 'Types, and the core without DOM types',
    parallel: true,
    run: () => all(['tsc', '-p', '.'], ['tsc', '-p', 'src/core']),
  },
  { name: 'lint', title: 'Lint', parallel: true, run: () => all(['eslint', '--max-warnings', '0', '.']) },
  { name: 'format', title: 'Format', parallel: true, run: () => all(['prettier', '--check', '.']) },
  {
    name: 'imports',
    title: 'Dependency rules',
    parallel: true,
    run: () =>
      all([
        'depcruise',
        '--config',
        '.dependency-cruiser.cjs',
        'src',
        'entrypoints',
        'tests',
        'wxt.config.ts',
      ]),
  },
  {
    name: 'unused',
    title: 'Unused files, exports and packages',
    parallel: true,
    run: () => all(['knip', '--no-progress']),
  },
  {
    name: 'knowledge',
    title: 'Knowledge base',
    parallel: true,
    run: () => all(['node', 'src/cli/main.ts', 'check']),
  },
  { name: 'unit', title: 'Unit tests', parallel: true, run: () => vitest('unit') },
  { name: 'build-chrome', title: 'Build for Chromium', run: () => build('chrome') },
  { name: 'build-firefox', title: 'Build for Firefox', run: () => build('firefox') },
  {
    name: 'browsers',
    title: 'Find the browsers',
    run: async () => {
      browsers['TIFA_CHROMIUM'] = await ensureBrowser('chromium');
      browsers['TIFA_FIREFOX'] = await ensureBrowser('firefox');
      await ensureLanguages(browsers['TIFA_CHROMIUM']);
      return { passed: 1, failures: [], output: `${Object.values(browsers).join('\n')}\n` };
    },
  },
  {
    name: 'dom',
    title: 'DOM and components in Chromium',
    echoes: true,
    run: () => vitest('dom', { env: browsers, echo: true }),
  },
  {
    name: 'chromium',
    title: 'End to end in Chromium',
    needs: 'build-chrome',
    echoes: true,
    run: playwright,
  },
  {
    name: 'firefox',
    title: 'End to end in Firefox',
    needs: 'build-firefox',
    echoes: true,
    run: () => vitest('firefox', { env: browsers, echo: true, limit: BROWSER_LIMIT }),
  },
];

/** Runs commands one after another, all of them; the step fails where one of them does. */
async function all(...commands: readonly (readonly [string, ...string[]])[]): Promise<StepResult> {
  const results: CommandResult[] = [];
  for (const [command, ...args] of commands) {
    results.push(await runCommand(command === 'node' ? process.execPath : tool(command), args));
  }
  const output = results.map((result) => result.output).join('');
  return verdict(
    output,
    results.every(({ code }) => code === 0),
  );
}

/** What WXT's turning wheel leaves where it cannot turn. */
const SPINNER = /[\u2800-\u28ff] (?:Preparing\.\.\.|\[\d\/\d\] [\w., -]*)/gu;

/** Builds the extension. What the build warns of is not left for later. */
async function build(browser: 'chrome' | 'firefox'): Promise<StepResult> {
  const { code, output: said } = await runCommand(tool('wxt'), ['build', '-b', browser]);
  const output = said.replace(SPINNER, '');
  const warns = /\bwarn(ing)?s?\b|⚠|\(!\)/iu.test(output);
  return verdict(
    warns ? `${output}\nThe build warns of something: see above.\n` : output,
    code === 0 && !warns,
  );
}

async function vitest(project: string, options: CommandOptions = {}): Promise<StepResult> {
  const report = freshReport(`${project}.json`);
  const { code, output } = await runCommand(
    tool('vitest'),
    [
      'run',
      '--project',
      project,
      '--passWithNoTests',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    options,
  );
  return counted(code, output, () => vitestTally(report));
}

async function playwright(): Promise<StepResult> {
  const report = freshReport('chromium.json');
  // Playwright sets FORCE_COLOR for its workers, which must not find NO_COLOR beside it.
  const env = { ...browsers, NO_COLOR: undefined, FORCE_COLOR: '0' };
  const { code, output } = await runCommand(tool('playwright'), ['test'], {
    env,
    echo: true,
    limit: BROWSER_LIMIT,
  });
  return counted(code, output, () => playwrightTally(report));
}

function freshReport(name: string): string {
  mkdirSync(REPORTS, { recursive: true });
  const path = join(REPORTS, name);
  rmSync(path, { force: true });
  return path;
}

/** A runner that ends badly without a failed test has failed all the same. */
function counted(code: number, output: string, read: () => Tally): StepResult {
  let tally: Tally;
  try {
    tally = read();
  } catch {
    return verdict(output, false);
  }
  if (code === 0 || tally.failures.length > 0) return { ...tally, output };
  return { ...verdict(output, false), passed: tally.passed };
}

function verdict(output: string, passed: boolean): StepResult {
  return passed
    ? { passed: 1, failures: [], output }
    : { passed: 0, failures: [{ title: '', reason: tail(output) }], output };
}

function tail(output: string): string {
  return output.trimEnd().split('\n').slice(-60).join('\n');
}
