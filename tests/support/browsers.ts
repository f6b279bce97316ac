/**
 * Finds the browsers that the tests run in, and installs what is missing.
 */
import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, globSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from '@playwright/test';
import { runCommand } from './command.ts';
import { tool } from './paths.ts';

/** The first versions with what the extension needs (docs/architecture.md). */
const MINIMUM = { chromium: 116, firefox: 146 } as const;

type BrowserName = keyof typeof MINIMUM;

/** Where @puppeteer/browsers keeps its downloads. */
const DOWNLOADS = join(homedir(), '.cache/puppeteer');

/**
 * Chrome as Google brands it is not among these: since 137 it ignores
 * `--load-extension`.
 */
const PLACES: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'ungoogled-chromium',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Ungoogled Chromium.app/Contents/MacOS/Chromium',
  ],
  firefox: [
    'firefox-esr',
    'firefox',
    '/Applications/Firefox.app/Contents/MacOS/firefox',
    '/Applications/Firefox ESR.app/Contents/MacOS/firefox',
  ],
};

const DOWNLOADED: Readonly<Record<BrowserName, string[]>> = {
  chromium: ['chrome/*/chrome-*/chrome', 'chrome/*/chrome-*/*.app/Contents/MacOS/*'],
  firefox: ['firefox/*/firefox/firefox', 'firefox/*/*.app/Contents/MacOS/firefox'],
};

const VARIABLE: Readonly<Record<BrowserName, string>> = {
  chromium: 'TIFA_CHROMIUM',
  firefox: 'TIFA_FIREFOX',
};

/**
 * The executable of an installed browser; undefined where there is none.
 *
 * @throws Error naming what is wrong with the browser that the environment names
 */
export function findBrowser(name: BrowserName): string | undefined {
  const named = process.env[VARIABLE[name]];
  if (named !== undefined && named !== '') {
    const path = executable(named);
    if (path === undefined) throw new Error(`$${VARIABLE[name]} is ${named}, which cannot be run`);
    const problem = versionProblem(name, path);
    if (problem !== undefined) throw new Error(problem);
    return path;
  }
  return candidates(name)
    .map(executable)
    .find((path) => path !== undefined && versionProblem(name, path) === undefined);
}

/**
 * The executable of a browser, which is installed first where there is none.
 *
 * @throws Error in one line: what was tried, and what the reader can do
 */
export async function ensureBrowser(name: BrowserName): Promise<string> {
  const found = findBrowser(name);
  if (found !== undefined) return found;
  const tried = await (isDebianRoot() ? installOnDebian(name) : download(name));
  const installed = findBrowser(name);
  if (installed !== undefined) return installed;
  const old = candidates(name)
    .map(executable)
    .find((path) => path !== undefined);
  const reason = old === undefined ? `no ${name} here` : versionProblem(name, old);
  throw new Error(
    `${reason ?? name}, and “${tried}” did not bring one: install ${name} ${String(MINIMUM[name])} or newer, or name it in $${VARIABLE[name]}`,
  );
}

/** Same as {@link findBrowser}, for the tests themselves, which install nothing. */
export function requireBrowser(name: BrowserName): string {
  const found = findBrowser(name);
  if (found === undefined) {
    throw new Error(`no ${name} ${String(MINIMUM[name])} or newer here: name one in $${VARIABLE[name]}`);
  }
  return found;
}

/**
 * What a Debian machine may lack beside the browsers: a font with Han characters,
 * without which screenshots show boxes, and Chromium's other languages.
 */
export async function ensureLanguages(chromiumPath: string): Promise<void> {
  if (!isDebianRoot()) return;
  const packages: string[] = [];
  if (fontsFor('zh') === '') packages.push('fonts-noto-cjk');
  if (isDebianChromium(chromiumPath) && !existsSync('/usr/lib/chromium/locales/zh-CN.pak')) {
    packages.push('chromium-l10n');
  }
  if (packages.length > 0) await apt(packages);
}

/** Major version that a browser's `--version` tells, or NaN. */
function majorVersion(output: string): number {
  return Number(/\b(\d+)\.\d+/u.exec(output)?.[1] ?? Number.NaN);
}

function versionProblem(name: BrowserName, path: string): string | undefined {
  let output: string;
  try {
    output = execFileSync(path, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  } catch {
    return `${path} does not run`;
  }
  const major = majorVersion(output);
  if (major >= MINIMUM[name]) return undefined;
  return `${path} is ${output.trim()}: Tifa needs ${name} ${String(MINIMUM[name])} or newer`;
}

function candidates(name: BrowserName): string[] {
  const downloads = globSync(DOWNLOADED[name], { cwd: DOWNLOADS }).map((path) => join(DOWNLOADS, path));
  return [...PLACES[name], ...(name === 'chromium' ? [chromium.executablePath()] : []), ...downloads];
}

/** The path of a command that can be run, given by name or by path. */
function executable(command: string): string | undefined {
  const paths =
    dirname(command) === '.'
      ? (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, command))
      : [command];
  return paths.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function isDebianRoot(): boolean {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

function isDebianChromium(path: string): boolean {
  return realpathSync(path) === '/usr/bin/chromium' && existsSync('/usr/lib/chromium/locales');
}

function fontsFor(language: string): string {
  try {
    return execFileSync('fc-list', [`:lang=${language}`], { encoding: 'utf8' }).trim();
  } catch {
    return '';
  }
}

function installOnDebian(name: BrowserName): Promise<string> {
  return apt(name === 'chromium' ? ['chromium', 'chromium-l10n'] : ['firefox-esr']);
}

async function apt(packages: readonly string[]): Promise<string> {
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  process.stdout.write(`installing ${packages.join(', ')}\n`);
  // With old package lists an old browser would be found, or none.
  await runCommand('apt-get', ['update'], { env });
  await runCommand('apt-get', ['install', '-y', '--no-install-recommends', ...packages], { env });
  return `apt-get install ${packages.join(' ')}`;
}

async function download(name: BrowserName): Promise<string> {
  const [command, args] =
    name === 'chromium'
      ? (['playwright', ['install', 'chromium']] as const)
      : (['browsers', ['install', 'firefox@stable', '--path', DOWNLOADS]] as const);
  process.stdout.write(`downloading ${name}\n`);
  await runCommand(tool(command), args);
  return `${command} ${args.slice(0, 2).join(' ')}`;
}
