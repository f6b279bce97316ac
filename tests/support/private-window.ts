/// <reference types="chrome" />
import type { CDPSession } from '@playwright/test';
import type { Chromium } from './chromium.ts';
import { shownIn, type ShownElement } from './page-notes.ts';

type Answer = (value: { readonly result?: unknown; readonly error?: { readonly message: string } }) => void;

/**
 * A page in a private window (incognito) of a Chromium whose extension is allowed there.
 * Playwright knows nothing of such windows, so it is driven by the protocol, whose
 * messages go through the browser's own session.
 */
export class PrivatePage {
  readonly #browser: CDPSession;
  readonly #session: string;
  readonly #waiting = new Map<number, Answer>();
  #last = 0;

  private constructor(browser: CDPSession, session: string) {
    this.#browser = browser;
    this.#session = session;
  }

  /** Opens a page that is served; the extension must be allowed in private windows. */
  static async open(tifa: Chromium, address: string): Promise<PrivatePage> {
    const worker = await tifa.worker();
    await worker.evaluate(() => chrome.windows.create({ incognito: true, url: 'about:blank' }));
    const browser = await tifa.browserSession();
    const { targetInfos } = await browser.send('Target.getTargets');
    const [known] = targetInfos.filter(({ type }) => type === 'service_worker');
    const target = targetInfos.find(
      ({ type, browserContextId }) => type === 'page' && browserContextId !== known?.browserContextId,
    );
    if (target === undefined) throw new Error('no private window has opened');
    const { sessionId } = await browser.send('Target.attachToTarget', {
      targetId: target.targetId,
      flatten: false,
    });
    const page = new PrivatePage(browser, sessionId);
    await page.#serve(tifa);
    await page.send('Page.navigate', { url: address });
    return page;
  }

  readonly send = ((method: string, params: object = {}): Promise<unknown> => {
    const id = ++this.#last;
    const answered = new Promise<unknown>((resolve, reject) => {
      this.#waiting.set(id, ({ result, error }) => {
        if (error === undefined) resolve(result);
        else reject(new Error(`${method}: ${error.message}`));
      });
    });
    const message = JSON.stringify({ id, method, params });
    return this.#browser
      .send('Target.sendMessageToTarget', { sessionId: this.#session, message })
      .then(() => answered);
  }) as CDPSession['send'];

  async evaluate<T>(expression: string): Promise<T> {
    const { result } = await this.send('Runtime.evaluate', { expression, returnByValue: true });
    return result.value as T;
  }

  /** Waits until the element of notes shows a text. */
  async showing(text: string): Promise<ShownElement> {
    const deadline = performance.now() + 8000;
    for (;;) {
      const shown = await shownIn(this, 'TIFA-NOTES');
      if (shown?.text.includes(text) === true) return shown;
      if (performance.now() > deadline) throw new Error(`no “${text}”, but: ${shown?.text ?? 'nothing'}`);
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
  }

  async type(text: string): Promise<void> {
    await this.send('Input.insertText', { text });
  }

  async click({ x, y }: { readonly x: number; readonly y: number }): Promise<void> {
    for (const type of ['mousePressed', 'mouseReleased'] as const) {
      await this.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', clickCount: 1 });
    }
  }

  async #serve(tifa: Chromium): Promise<void> {
    this.#browser.on('Target.receivedMessageFromTarget', ({ sessionId, message }) => {
      if (sessionId !== this.#session) return;
      const said = JSON.parse(message) as Parameters<Answer>[0] & {
        readonly id?: number;
        readonly method?: string;
        readonly params?: { readonly requestId: string; readonly request: { readonly url: string } };
      };
      if (said.id !== undefined) this.#waiting.get(said.id)?.(said);
      else if (said.method === 'Fetch.requestPaused' && said.params !== undefined) {
        const { requestId, request } = said.params;
        const page = tifa.pages.answer(request.url);
        void (page === undefined
          ? this.send('Fetch.failRequest', { requestId, errorReason: 'Failed' })
          : this.send('Fetch.fulfillRequest', {
              requestId,
              responseCode: 200,
              responseHeaders: Object.entries(page.headers).map(([name, value]) => ({ name, value })),
              body: Buffer.from(page.body).toString('base64'),
            }));
      }
    });
    await this.send('Fetch.enable', { patterns: [{ urlPattern: 'http*' }] });
    await this.send('Runtime.enable');
  }
}
