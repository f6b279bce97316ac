import type { Browser } from 'puppeteer-core';
import { bidi, callIn } from './bidi.ts';

/** The extension's id in Firefox, and as a part of the ids of its elements in the window. */
const EXTENSION = 'tifa@tifa.invalid';
const IN_IDS = 'tifa_tifa_invalid';

/** How long the window may take for what is asked of it, in milliseconds. */
const DEADLINE = 5000;

/**
 * The browser's own window, which is a document too: its menus, keys and prompts are
 * used as their user would. Firefox lets a test in there that was started with
 * `--remote-allow-system-access`; functions are given as text, since they run in it.
 */
export class FirefoxWindow {
  readonly #browser: Browser;
  readonly #context: string;

  private constructor(browser: Browser, context: string) {
    this.#browser = browser;
    this.#context = context;
  }

  static async of(browser: Browser): Promise<FirefoxWindow> {
    const { contexts } = (await bidi(browser, 'browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
      readonly contexts: readonly { readonly context: string; readonly url: string }[];
    };
    const window = contexts.find(({ url }) => url.startsWith('chrome://browser/'));
    if (window === undefined) throw new Error('Firefox shows no window of its own');
    return new FirefoxWindow(browser, window.context);
  }

  /** Presses Alt and a letter, as a key of the keyboard and not as an event of the page. */
  async pressAlt(letter: string): Promise<void> {
    const key = letter.toUpperCase();
    await this.#run(`() => {
      const keys = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
      keys.beginInputTransactionForTests(window);
      const alt = new KeyboardEvent('', { key: 'Alt', code: 'AltLeft', keyCode: 18 });
      const letter = new KeyboardEvent('', {
        key: '${letter}', code: 'Key${key}', keyCode: ${String(key.charCodeAt(0))},
      });
      keys.keydown(alt);
      keys.keydown(letter);
      keys.keyup(letter);
      keys.keyup(alt);
    }`);
  }

  /**
   * Chooses one of our entries in the menu of a page, which a right click has opened.
   *
   * @param id the entry's id as the worker made it
   * @returns what the entry says
   */
  async chooseInMenu(id: string): Promise<string> {
    const { value } = await this.#run(`async () => {
      const until = ${UNTIL};
      const menu = document.getElementById('contentAreaContextMenu');
      await until(() => menu.state === 'open', 'the page’s menu');
      const id = '${IN_IDS}-menuitem-_${id}';
      // An extension with several entries has a menu of its own.
      const own = menu.querySelector('menu[id^="${IN_IDS}"]');
      if (own !== null) {
        own.openMenu(true);
        await until(() => own.menupopup.state === 'open', 'our menu');
      }
      const item = await until(() => document.getElementById(id), 'our entry');
      const { label } = item;
      (own?.menupopup ?? menu).activateItem(item);
      return label;
    }`);
    return String(value);
  }

  /** Presses the extension's button in the toolbar, which lets it see the tab, and closes what opens. */
  async pressToolbarButton(): Promise<void> {
    await this.#run(`async () => {
      const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID('${EXTENSION}');
      const action = ExtensionParent.apiManager.global.browserActionFor(extension);
      await action.triggerAction(window);
      const until = ${UNTIL};
      const panel = await until(
        () => [...document.querySelectorAll('panel')].find(({ state }) => state === 'open'),
        'the popup',
      );
      panel.hidePopup();
    }`);
  }

  /** Answers what Firefox asks before it grants a site, and gives the question's words. */
  async answerPrompt(allow: boolean): Promise<string> {
    const { value } = await this.#run(`async () => {
      const until = ${UNTIL};
      const prompt = await until(
        () => document.getElementById('addon-webext-permissions-notification'),
        'the prompt',
      );
      await until(() => PopupNotifications.panel.state === 'open', 'the prompt on the screen');
      const said = prompt.textContent + ' ' + prompt.getAttribute('label') + ' ' + prompt.getAttribute('name');
      if (PopupNotifications.panel.firstElementChild !== prompt) throw new Error('another prompt is shown');
      // Firefox takes no answer in the prompt’s first half second.
      await new Promise((resolve) => setTimeout(resolve, 700));
      prompt.${allow ? 'button' : 'secondaryButton'}.click();
      return said.replace(/\\s+/g, ' ');
    }`);
    return String(value);
  }

  /** Ends the background script as Firefox does when it has been idle. */
  async stopBackground(): Promise<void> {
    await this.#run(`async () => {
      const { extension } = WebExtensionPolicy.getByID('${EXTENSION}');
      await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      if (extension.backgroundState !== 'stopped') throw new Error(extension.backgroundState);
    }`);
  }

  /** Whether the background script runs. */
  async backgroundState(): Promise<string> {
    const { value } = await this.#run(
      `() => WebExtensionPolicy.getByID('${EXTENSION}').extension.backgroundState`,
    );
    return String(value);
  }

  #run(functionDeclaration: string): ReturnType<typeof callIn> {
    return callIn(this.#browser, this.#context, functionDeclaration);
  }
}

/** Waits in the window until there is something. */
const UNTIL = `async (find, what) => {
  const deadline = performance.now() + ${String(DEADLINE)};
  for (;;) {
    const found = find();
    if (found) return found;
    if (performance.now() > deadline) throw new Error('Firefox does not show ' + what);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}`;
