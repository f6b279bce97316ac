import { addedSites, sitePattern } from '../core/sites.ts';
import { browser } from '../platform/browser.ts';
import { grantedSites, onSitesChanged } from '../platform/sites.ts';
import type { ToPage } from '../protocol/messages.ts';
import { takeCountBack } from './counts.ts';

/** What the manifest runs on the sites of the source texts, for the sites that the reader adds. */
const SCRIPT = {
  js: ['content-scripts/page.js'],
  css: ['content-scripts/page.css'],
} as const;
/** As in the manifest: see docs/page-structure.md. Chromium refuses keys that it does not know. */
const ORIGIN = import.meta.env.FIREFOX ? ({ cssOrigin: 'user' } as const) : {};
const SCRIPT_ID = 'added-sites';

/** In session storage: a tab that is read once, though its site is not allowed. */
const ONCE = 'once:';

/** Keeps what runs where in step with what the reader allows. */
export function setUpSites(): void {
  onSitesChanged(() => void syncSites());
  browser.runtime.onInstalled.addListener(() => void syncSites());
  browser.runtime.onStartup.addListener(() => void syncSites());
}

/** One after another: two grants may come at once. */
let last: Promise<void> = Promise.resolve();

/** Registers the page script for the sites that the reader added, and takes it off those given back. */
function syncSites(): Promise<void> {
  last = last.then(register, register);
  return last;
}

async function register(): Promise<void> {
  const matches = addedSites(await grantedSites());
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [SCRIPT_ID] });
  const before = registered?.matches ?? [];
  // What an earlier version registered leaves frames without an address of their own out.
  const isWhole = before.length === 0 || registered?.matchOriginAsFallback === true;
  if (isWhole && matches.join() === [...before].sort().join()) return;
  if (registered !== undefined) await browser.scripting.unregisterContentScripts({ ids: [SCRIPT_ID] });
  if (matches.length > 0) await registerFor(matches);
  // Not only in the tabs of the site: other allowed pages may have frames of it.
  if (matches.some((pattern) => !before.includes(pattern))) await eachTab(await grantedSites(), readAllowed);
  const gone = before.filter((pattern) => !matches.includes(pattern));
  if (gone.length > 0) await leaveTabs();
}

/** Chromium before 119 knows no `matchOriginAsFallback` here, and refuses the call. */
async function registerFor(matches: string[]): Promise<void> {
  const script = {
    id: SCRIPT_ID,
    matches,
    js: [...SCRIPT.js],
    css: [...SCRIPT.css],
    allFrames: true,
    runAt: 'document_start' as const,
    persistAcrossSessions: true,
    ...ORIGIN,
  };
  try {
    await browser.scripting.registerContentScripts([{ ...script, matchOriginAsFallback: true }]);
  } catch {
    await browser.scripting.registerContentScripts([script]);
  }
}

/**
 * Reads those frames of an open tab that are not read yet. Without its site's permission this works once,
 * for the tab whose toolbar button the reader has just clicked (activeTab).
 *
 * @returns false where the browser lets no extension read
 */
async function readTab(tabId: number): Promise<boolean> {
  try {
    const frames = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: () => 'tifaEnd' in globalThis,
    });
    // A second script would end the first, and with it a card or a note that is open.
    const frameIds = frames.filter(({ result }) => result !== true).map(({ frameId }) => frameId);
    if (frameIds.length === 0) return true;
    const target = { tabId, frameIds };
    await browser.scripting.insertCSS({ target, files: [...SCRIPT.css], origin: 'USER' });
    await browser.scripting.executeScript({ target, files: [...SCRIPT.js] });
    return true;
  } catch {
    return false;
  }
}

/** Reads a tab once, as the reader asked for in the popup. */
export async function readOnce(tabId: number): Promise<boolean> {
  const read = await readTab(tabId);
  if (read) await browser.storage.session.set({ [ONCE + String(tabId)]: true });
  return read;
}

/** Forgets that a tab is read once: it was closed, or its page was left. */
export function forgetOnce(tabId: number): Promise<void> {
  return browser.storage.session.remove(ONCE + String(tabId));
}

/**
 * Whether a frame may still be read: its site may have been given back while its page
 * was kept in the back/forward cache, where no message reaches it. It is told so, too.
 */
export async function mayStillRead(tabId: number, frameId: number, address: string): Promise<boolean> {
  const pattern = sitePattern(address);
  if (pattern === undefined || (await browser.permissions.contains({ origins: [pattern] }))) return true;
  const once = ONCE + String(tabId);
  if (once in (await browser.storage.session.get(once))) return true;
  await askToLeave(tabId, { frameId });
  return false;
}

/** From now on the tab is read because its site is allowed. */
async function readAllowed(tabId: number): Promise<void> {
  await forgetOnce(tabId);
  await readTab(tabId);
}

async function eachTab(url: string[], act: (tabId: number) => Promise<unknown>): Promise<void> {
  const tabs = await browser.tabs.query({ url });
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [act(id)])));
}

/** Pages of a site that was given back fall quiet, and its frames in pages of other sites. */
async function leaveTabs(): Promise<void> {
  const allowed = await grantedSites();
  const [tabs, stay, session] = await Promise.all([
    browser.tabs.query({}),
    browser.tabs.query({ url: allowed }),
    browser.storage.session.get(null),
  ]);
  const staying = new Set(stay.map(({ id }) => id));
  await Promise.all(
    tabs.flatMap(({ id }) =>
      id === undefined
        ? []
        : [staying.has(id) || ONCE + String(id) in session ? askAgain(id) : askToLeave(id)],
    ),
  );
}

/** Ends what runs in a tab, or in one frame of it; the tab's badge goes with it. */
async function askToLeave(tabId: number, frame?: { readonly frameId: number }): Promise<void> {
  const request: ToPage = { type: 'tifa:leave' };
  const left: unknown = await browser.tabs.sendMessage(tabId, request, frame).catch(() => undefined);
  if (left === true) await takeCountBack(tabId);
}

/** Has every frame of a tab ask whether it may still be read. */
async function askAgain(tabId: number): Promise<void> {
  const request: ToPage = { type: 'tifa:ask-again' };
  await browser.tabs.sendMessage(tabId, request).catch(() => undefined);
}
