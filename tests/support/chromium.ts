/// <reference types="chrome" />
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page, type Worker } from '@playwright/test';
import { requireBrowser } from './browsers.ts';
import { CHROME_BUILD } from './paths.ts';
import { ServedPages } from './served-pages.ts';

export interface ChromiumOptions {
  /** Language of the interface, of chrome.i18n and of the pages. */
  readonly language?: 'zh-CN' | 'en-US';
  readonly colorScheme?: 'light' | 'dark';
  /** Whether the system forces a few colours of its own on all pages (Windows’ contrast themes). */
  readonly forcedColors?: 'active' | 'none';
  /** CSS pixels; null for the size of the window. */
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  /** Whether the screen is touched. */
  readonly touch?: boolean;
  /** False for the same browser without the extension, to compare with. */
  readonly extension?: boolean;
  readonly headless?: boolean;
  /** The folder of the extension; by default the one that is built. */
  readonly build?: string;
  /** A folder that keeps the profile after the browser is closed; without it each browser is new. */
  readonly profile?: string;
}

/** Keeps the browser from talking to its maker, and from showing its own welcome. */
const QUIET_FLAGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  '--no-default-browser-check',
  // What no route of ours answers resolves to nothing.
  '--host-resolver-rules=MAP * ~NOTFOUND',
];

/** A Chromium with a profile of its own, the built extension in it, and no web but ours. */
export class Chromium {
  readonly context: BrowserContext;
  readonly pages = new ServedPages();
  /** Console errors, uncaught errors and errors of the extension's worker, in any world. */
  readonly problems: string[] = [];
  /** To be removed with the browser. */
  readonly #profile: string | undefined;
  readonly #watched = new WeakMap<Page, Promise<void>>();
  #worker: Worker | undefined;
  #session: Promise<CDPSession> | undefined;

  private constructor(context: BrowserContext, profile: string | undefined) {
    this.context = context;
    this.#profile = profile;
  }

  static async launch({
    language = 'en-US',
    colorScheme = 'light',
    forcedColors = 'none',
    viewport = { width: 1280, height: 900 },
    touch = false,
    extension = true,
    headless = true,
    build = CHROME_BUILD,
    profile: kept,
  }: ChromiumOptions = {}): Promise<Chromium> {
    if (extension && !existsSync(join(build, 'manifest.json'))) {
      throw new Error('the extension is not built: npm run build');
    }
    const profile = kept ?? mkdtempSync(join(tmpdir(), 'tifa-chromium-'));
    try {
      const context = await chromium.launchPersistentContext(profile, {
        executablePath: requireBrowser('chromium'),
        headless,
        locale: language,
        colorScheme,
        forcedColors,
        viewport,
        hasTouch: touch,
        // On Linux the interface follows the environment, elsewhere --lang.
        env: { ...process.env, LANGUAGE: language.replace('-', '_') },
        args: [
          ...QUIET_FLAGS,
          `--lang=${language}`,
          ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
          ...(extension ? [`--disable-extensions-except=${build}`, `--load-extension=${build}`] : []),
        ],
      });
      const session = new Chromium(context, kept === undefined ? profile : undefined);
      await session.#prepare(extension, language);
      return session;
    } catch (error) {
      if (kept === undefined) rmSync(profile, { recursive: true, force: true });
      throw error;
    }
  }

  async #prepare(extension: boolean, language: string): Promise<void> {
    await this.context.route(/^https?:/u, async (route) => {
      const page = this.pages.answer(route.request().url());
      await (page === undefined ? route.abort() : route.fulfill({ status: 200, ...page }));
    });
    this.context.on('page', (page) => void this.#watch(page));
    this.context.on('serviceworker', (worker) => {
      this.#watchWorker(worker);
    });
    for (const worker of this.context.serviceWorkers()) this.#watchWorker(worker);
    if (!extension) return;
    const worker = await this.worker();
    const shown = await worker.evaluate(() => chrome.i18n.getUILanguage());
    if (shown !== language) {
      await this.close();
      throw new Error(`this Chromium speaks ${shown}, not ${language} (on Debian: install chromium-l10n)`);
    }
  }

  /** The extension's worker; after it was ended, the one that comes next. */
  async worker(): Promise<Worker> {
    return this.#worker ?? this.context.waitForEvent('serviceworker', { timeout: 10_000 });
  }

  async extensionId(): Promise<string> {
    return new URL((await this.worker()).url()).host;
  }

  /** Opens a page, and sees to it that its errors are heard from the start. */
  async newPage(): Promise<Page> {
    const page = await this.context.newPage();
    await this.#watch(page);
    return page;
  }

  /** Opens a page at an address that is served. */
  async open(address: string): Promise<Page> {
    const page = await this.newPage();
    await page.goto(address);
    return page;
  }

  /** Ends the extension's worker the way the browser does when it needs the memory. */
  async stopWorker(): Promise<void> {
    const targets = await this.#workerTargets();
    if (targets.length === 0) throw new Error('the extension’s worker is not running');
    const session = await this.browserSession();
    for (const targetId of targets) await session.send('Target.closeTarget', { targetId });
    const deadline = performance.now() + 5000;
    while ((await this.#workerTargets()).some((target) => targets.includes(target))) {
      if (performance.now() > deadline) throw new Error('the extension’s worker cannot be ended');
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    this.#worker = undefined;
  }

  /** Reloads the extension the way an update does: pages that are open lose theirs. */
  async reloadExtension(): Promise<void> {
    // Without developer mode, what was loaded from the command line does not come back.
    await this.#onExtensionsPage(() => {
      const { developerPrivate } = chrome as unknown as {
        developerPrivate: { updateProfileConfiguration(update: object): Promise<void> };
      };
      return developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    });
    const worker = await this.worker();
    const next = this.context.waitForEvent('serviceworker', { timeout: 15_000 });
    // No answer comes: the worker that would give it is gone.
    worker
      .evaluate(() => {
        chrome.runtime.reload();
      })
      .catch(() => undefined);
    await next;
  }

  /** Turns the extension off as its reader would. */
  async disableExtension(): Promise<void> {
    const id = await this.extensionId();
    await this.#onExtensionsPage((extension) => chrome.management.setEnabled(extension, false), id);
  }

  /** Lets the extension into private windows, as its reader can on the page of extensions. */
  async allowPrivateWindows(): Promise<void> {
    const id = await this.extensionId();
    const next = this.context.waitForEvent('serviceworker', { timeout: 15_000 });
    await this.#onExtensionsPage(async (extensionId) => {
      const { developerPrivate } = chrome as unknown as {
        developerPrivate: {
          updateProfileConfiguration(update: object): Promise<void>;
          updateExtensionConfiguration(update: object): Promise<void>;
        };
      };
      await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
      await developerPrivate.updateExtensionConfiguration({ extensionId, incognitoAccess: true });
    }, id);
    await next;
  }

  async #onExtensionsPage(action: (argument: string) => Promise<void>, argument = ''): Promise<void> {
    const page = await this.context.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(action, argument);
    await page.close();
  }

  /** The problems of all that has happened until now, also of what is still on its way here. */
  async problemsSoFar(): Promise<string[]> {
    const aTask = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
    await Promise.allSettled([
      ...this.context.pages().map((page) => page.evaluate(aTask)),
      ...this.context.serviceWorkers().map((worker) => worker.evaluate(aTask)),
    ]);
    return [...this.problems];
  }

  /** Ends the browser as a crash or a power cut does: at once, and without asking it. */
  async kill(): Promise<void> {
    const session = await this.browserSession();
    const { processInfo } = await session.send('SystemInfo.getProcessInfo');
    const browser = processInfo.find(({ type }) => type === 'browser');
    if (browser === undefined) throw new Error('this browser has no process');
    process.kill(browser.id, 'SIGKILL');
    await this.context.close().catch(() => undefined);
  }

  async close(): Promise<void> {
    await this.context.close();
    if (this.#profile === undefined) return;
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
  }

  async #workerTargets(): Promise<string[]> {
    const { targetInfos } = await (await this.browserSession()).send('Target.getTargets');
    return targetInfos
      .filter(({ type, url }) => type === 'service_worker' && url.startsWith('chrome-extension:'))
      .map(({ targetId }) => targetId);
  }

  /** The protocol of the browser as a whole. */
  browserSession(): Promise<CDPSession> {
    const browser = this.context.browser();
    if (browser === null) throw new Error('this context has no browser');
    return (this.#session ??= browser.newBrowserCDPSession());
  }

  /**
   * Playwright's own console and pageerror events leave out the world in which
   * content scripts run; the protocol's events do not.
   */
  #watch(page: Page): Promise<void> {
    const watched = this.#watched.get(page) ?? this.#listen(page);
    this.#watched.set(page, watched);
    return watched;
  }

  async #listen(page: Page): Promise<void> {
    try {
      const session = await this.context.newCDPSession(page);
      session.on('Runtime.exceptionThrown', ({ exceptionDetails }) => {
        const { text, exception, url = '' } = exceptionDetails;
        this.problems.push(`uncaught in ${page.url()}: ${exception?.description ?? text} ${url}`.trim());
      });
      session.on('Runtime.consoleAPICalled', ({ type, args }) => {
        if (type !== 'error' && type !== 'warning' && type !== 'assert') return;
        const said = args.map(({ value, description }) => String(value ?? description)).join(' ');
        this.problems.push(`console ${type} in ${page.url()}: ${said}`);
      });
      session.on('Log.entryAdded', ({ entry }) => {
        if (entry.level === 'error') {
          this.problems.push(`logged in ${page.url()}: ${entry.text} ${entry.url ?? ''}`.trim());
        }
      });
      await session.send('Runtime.enable');
      await session.send('Log.enable');
    } catch {
      // The page was closed before it could be listened to.
    }
  }

  #watchWorker(worker: Worker): void {
    this.#worker = worker;
    worker.on('close', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    worker.on('console', (message) => {
      if (message.type() === 'error') this.problems.push(`worker console error: ${message.text()}`);
    });
    void worker
      .evaluate(() => {
        // Where Playwright has no event, the console has one.
        self.addEventListener('error', ({ message }) => {
          console.error(`uncaught: ${message}`);
        });
        self.addEventListener('unhandledrejection', ({ reason }) => {
          console.error(`unhandled rejection: ${String(reason)}`);
        });
      })
      .catch(() => undefined);
  }
}
