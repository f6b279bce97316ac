/// <reference types="chrome" />
import { createServer, type Server } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser, type Page, type Target, type WebWorker } from 'puppeteer-core';
import { requireBrowser } from './browsers.ts';
import { CHROME_BUILD } from './paths.ts';

/**
 * A Chromium whose pages come from a server, as on the web. Where requests are answered by
 * interception, as in the other suites, no page is prerendered or kept when it is left.
 */
export class WebChromium {
  readonly #pages = new Map<string, string>();
  readonly #browser: Browser;
  readonly #server: Server;
  readonly #profile: string;

  private constructor(browser: Browser, server: Server, profile: string) {
    this.#browser = browser;
    this.#server = server;
    this.#profile = profile;
  }

  static async launch(build = CHROME_BUILD): Promise<WebChromium> {
    const profile = mkdtempSync(join(tmpdir(), 'tifa-web-'));
    let pages: ReadonlyMap<string, string> = new Map();
    const server = createServer((request, response) => {
      const page = pages.get(`http://${request.headers.host ?? ''}${request.url ?? ''}`);
      response
        .writeHead(page === undefined ? 404 : 200, { 'content-type': 'text/html; charset=utf-8' })
        .end(page ?? '');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const browser = await puppeteer.launch({
      browser: 'chrome',
      executablePath: requireBrowser('chromium'),
      headless: true,
      userDataDir: profile,
      pipe: true,
      enableExtensions: [build],
      args: [
        '--disable-sync',
        '--disable-component-update',
        '--no-first-run',
        '--lang=en-US',
        `--host-resolver-rules=MAP *:80 127.0.0.1:${String(port)}, MAP * ~NOTFOUND`,
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
      env: { ...process.env, LANGUAGE: 'en_US' },
    });
    const made = new WebChromium(browser, server, profile);
    pages = made.#pages;
    return made;
  }

  /** Serves a page at an address without a hash, which is returned. */
  serve(address: `http://${string}`, html: string): string {
    this.#pages.set(address, html);
    return address;
  }

  async open(address: string): Promise<Page> {
    const page = await this.#browser.newPage();
    await page.goto(address);
    return page;
  }

  /** The page that is shown at an address, once there is one. */
  async pageAt(address: string): Promise<Page> {
    const target = await this.#target('page', (url) => url === address);
    const page = await target.page();
    if (page === null) throw new Error(`no page at ${address}`);
    return page;
  }

  /** The extension's worker. */
  async worker(): Promise<WebWorker> {
    const target = await this.#target('service_worker', (url) => url.startsWith('chrome-extension:'));
    const worker = await target.worker();
    if (worker === null) throw new Error('the extension has no worker');
    return worker;
  }

  /** Clicks the extension's button in the toolbar for a page: its popup. */
  async clickButton(page: Page): Promise<Page> {
    const [extension] = [...(await this.#browser.extensions()).values()];
    if (extension === undefined) throw new Error('the extension is not installed');
    await extension.triggerAction(page);
    const target = await this.#browser.waitForTarget((one) => one.url().endsWith('/popup.html'));
    return target.asPage();
  }

  #target(wanted: string, at: (url: string) => boolean): Promise<Target> {
    return this.#browser.waitForTarget((one) => {
      const type: string = one.type();
      return type === wanted && at(one.url());
    });
  }

  /** What the toolbar's badge says of the tab that shows an address. */
  async badge(address: string): Promise<string> {
    return (await this.worker()).evaluate(async (url) => {
      const [tab] = await chrome.tabs.query({ url });
      return tab?.id === undefined ? 'no tab' : chrome.action.getBadgeText({ tabId: tab.id });
    }, address);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#server.close();
    this.#server.closeAllConnections();
    rmSync(this.#profile, { recursive: true, force: true, maxRetries: 3, retryDelay: 100 });
  }
}
