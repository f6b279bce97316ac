import { createServer, type Server } from 'node:http';
import { existsSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import puppeteer, { type Browser, type HTTPRequest, type Page } from 'puppeteer-core';
import { requireBrowser } from './browsers.ts';
import { FirefoxWindow } from './firefox-window.ts';
import { FIREFOX_BUILD } from './paths.ts';
import { ServedPages, type ServedPage } from './served-pages.ts';

/** The address that the extension's own pages get, which is random otherwise. */
export const EXTENSION_UUID = '5b0c5a3e-7f1d-4c58-9d1a-1f2a3b4c5d6e';

/** Hosts that Firefox itself asks for, whatever the page or extension. */
const FIREFOX_OWN = /(^|\.)(mozilla\.(com|net|org)|firefox\.com|mozgcp\.net|dummy\.test)$/u;

/**
 * A Firefox with a profile of its own and no web but ours. Requests of pages are
 * answered by interception; all others, the extension's background script's among
 * them, end at a proxy that refuses and notes them.
 */
export class Firefox {
  readonly pages = new ServedPages();
  /** Console errors, uncaught errors of pages, and every error in a script of the extension. */
  readonly problems: string[] = [];
  readonly #browser: Browser;
  readonly #proxy: Server;
  #extension: string | undefined;

  private constructor(browser: Browser, proxy: Server) {
    this.#browser = browser;
    this.#proxy = proxy;
  }

  /**
   * Starts Firefox without the extension; see {@link installExtension}.
   *
   * @param profile a folder that keeps what the extension stored; without it each browser is new
   * @param preferences of about:config, beside those that every test has
   */
  static async launch(
    profile?: string,
    preferences: Readonly<Record<string, string | number | boolean>> = {},
  ): Promise<Firefox> {
    const refused: string[] = [];
    const proxy = await refusingProxy(
      (address) => {
        (firefox?.pages.stray ?? refused).push(address);
      },
      (address) => firefox?.pages.known(address),
    );
    let firefox: Firefox | undefined;
    try {
      const { port } = proxy.address() as AddressInfo;
      const browser = await puppeteer.launch({
        browser: 'firefox',
        executablePath: requireBrowser('firefox'),
        headless: true,
        // Lets tests into the browser's own window: see FirefoxWindow.
        args: ['--remote-allow-system-access'],
        // Without a folder Puppeteer gives Firefox a temporary profile and removes it.
        ...(profile === undefined ? {} : { userDataDir: profile }),
        extraPrefsFirefox: {
          'network.proxy.type': 1,
          'network.proxy.http': '127.0.0.1',
          'network.proxy.http_port': port,
          'network.proxy.ssl': '127.0.0.1',
          'network.proxy.ssl_port': port,
          // What is asked for unencrypted is answered so, without a try at the other.
          'dom.security.https_first': false,
          'dom.security.https_first_schemeless': false,
          // Firefox asks for a site's icon by itself, and complains where the page's policy forbids it.
          'browser.chrome.site_icons': false,
          // Grants what a prompt would ask for, and the sites of the manifest from the start.
          'extensions.webextOptionalPermissionPrompts': false,
          'extensions.originControls.grantByDefault': true,
          'extensions.webextensions.uuids': JSON.stringify({ 'tifa@tifa.invalid': EXTENSION_UUID }),
          // What is installed for the time of a browser is removed with it; what it stored stays.
          'extensions.webextensions.keepStorageOnUninstall': true,
          'extensions.webextensions.keepUuidOnUninstall': true,
          ...preferences,
        },
      });
      firefox = new Firefox(browser, proxy);
      firefox.pages.stray.push(...refused);
      firefox.#listenToScripts();
      return firefox;
    } catch (error) {
      proxy.close();
      throw error;
    }
  }

  /** Installs an unpacked extension, ours unless told otherwise, for the time of this browser. */
  async installExtension(folder: string = FIREFOX_BUILD): Promise<void> {
    if (!existsSync(join(folder, 'manifest.json')))
      throw new Error(`no extension in ${folder}: npm run build`);
    this.#extension = await this.#browser.installExtension(folder);
  }

  /** The same, allowed in private windows as its reader can allow it; Puppeteer has no word for that. */
  async installInPrivateWindows(folder: string): Promise<void> {
    const { connection } = this.#browser as unknown as {
      readonly connection: {
        send(method: string, params: object): Promise<{ readonly result: { readonly extension: string } }>;
      };
    };
    const { result } = await connection.send('webExtension.install', {
      extensionData: { type: 'path', path: folder },
      'moz:allowPrivateBrowsing': true,
    });
    this.#extension = result.extension;
  }

  async removeExtension(): Promise<void> {
    if (this.#extension === undefined) throw new Error('the extension is not installed');
    await this.#browser.uninstallExtension(this.#extension);
    this.#extension = undefined;
  }

  /** Opens a page at an address that is served. */
  async open(address: string): Promise<Page> {
    return this.#openIn(await this.#browser.newPage(), address);
  }

  /** The same in a private window, which a page of the extension opens. */
  async openPrivately(own: Page, address: string): Promise<Page> {
    const before = new Set(await this.#browser.pages());
    await own.evaluate(async () => {
      const { browser } = globalThis as unknown as {
        browser: { windows: { create(of: object): Promise<unknown> } };
      };
      await browser.windows.create({ incognito: true, url: 'about:blank' });
    });
    const deadline = performance.now() + 10_000;
    for (;;) {
      const page = (await this.#browser.pages()).find((one) => !before.has(one));
      if (page !== undefined) return this.#openIn(page, address);
      if (performance.now() > deadline) throw new Error('no private window has opened');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async #openIn(page: Page, address: string): Promise<Page> {
    page.on('console', (message) => {
      const type = message.type();
      if (type === 'error' || type === 'warn' || type === 'assert') {
        this.problems.push(`console ${type} in ${page.url()}: ${message.text()}`);
      }
    });
    page.on('pageerror', (error) => {
      this.problems.push(
        `uncaught in ${page.url()}: ${error instanceof Error ? error.message : String(error)}`,
      );
    });
    await page.setRequestInterception(true);
    page.on('request', (request) => void this.#answer(request));
    await page.goto(address);
    return page;
  }

  /** Opens a page of the extension that websites may open: see {@link ownPagesBuild}. */
  async openOwn(path: string): Promise<Page> {
    const page = await this.#browser.newPage();
    await page.evaluate((address) => {
      setTimeout(() => {
        location.href = address;
      });
    }, `moz-extension://${EXTENSION_UUID}/${path}`);
    const isThere = (): Promise<boolean> =>
      page.evaluate(() => location.protocol === 'moz-extension:' && document.readyState === 'complete');
    const deadline = performance.now() + 10_000;
    while (!(await isThere().catch(() => false))) {
      if (performance.now() > deadline) throw new Error(`${path} does not open`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return page;
  }

  /** The browser's own window: its menus, keys and prompts. */
  window(): Promise<FirefoxWindow> {
    return FirefoxWindow.of(this.#browser);
  }

  /** Every page that is open, those that the extension opened among them. */
  openPages(): Promise<Page[]> {
    return this.#browser.pages();
  }

  /** Ends the browser as a crash or a power cut does: at once, and without asking it. */
  async kill(): Promise<void> {
    const process = this.#browser.process();
    if (process === null) throw new Error('this browser has no process');
    const ended = new Promise((resolve) => process.once('exit', resolve));
    process.kill('SIGKILL');
    await ended;
    this.#proxy.close();
    this.#proxy.closeAllConnections();
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#proxy.close();
    this.#proxy.closeAllConnections();
  }

  async #answer(request: HTTPRequest): Promise<void> {
    try {
      if (!/^https?:/u.test(request.url())) {
        await request.continue();
        return;
      }
      const served = this.pages.answer(request.url());
      await (served === undefined ? request.abort() : request.respond({ status: 200, ...served }));
    } catch {
      // The page was closed while it asked.
    }
  }

  /** Firefox writes every uncaught error to its standard error stream, with the script's address. */
  #listenToScripts(): void {
    let rest = '';
    let closing = false;
    this.#browser.process()?.stderr?.on('data', (chunk: Buffer) => {
      const lines = (rest + chunk.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        // A page that is closed at its work is a warning with the calls that it was at.
        closing =
          line.includes('Script terminated by timeout') || (closing && line.includes('@moz-extension:'));
        if (line.includes('moz-extension://') && !closing) this.problems.push(line);
      }
    });
  }
}

/**
 * A proxy on this machine that lets nothing through; asked-for addresses go to `noted`.
 * Pages that are `served` are answered where they are asked for unencrypted, as by a tab
 * that the browser discarded: nobody intercepts what it asks for when it comes back.
 */
async function refusingProxy(
  noted: (address: string) => void,
  served: (address: string) => ServedPage | undefined,
): Promise<Server> {
  const proxy = createServer((request, response) => {
    const address = request.url ?? '';
    const page = served(address);
    if (page !== undefined) {
      response.writeHead(200, page.headers).end(page.body);
      return;
    }
    if (!FIREFOX_OWN.test(URL.parse(address)?.hostname ?? '')) noted(address);
    response.writeHead(502).end();
  });
  proxy.on('connect', (request, socket) => {
    const [host = ''] = (request.url ?? '').split(':');
    if (!FIREFOX_OWN.test(host)) noted(`https://${host}/`);
    socket.on('error', () => undefined);
    socket.end('HTTP/1.1 502 Refused\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  return proxy;
}
