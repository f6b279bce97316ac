import { addedSites } from '../core/sites.ts';
import { browser } from '../platform/browser.ts';
import { grantedSites, onSitesChanged } from '../platform/sites.ts';
import type { ToPage } from '../protocol/messages.ts';

/** What the manifest runs on the sites of the source texts, for the sites that the reader adds. */
const SCRIPT = {
  js: ['content-scripts/page.js'],
  css: ['content-scripts/page.css'],
} as const;
/** As in the manifest: see docs/page-structure.md. Chromium refuses keys that it does not know. */
const ORIGIN = import.meta.env.FIREFOX ? ({ cssOrigin: 'user' } as const) : {};
const SCRIPT_ID = 'added-sites';

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
  const added = matches.filter((pattern) => !before.includes(pattern));
  if (added.length > 0) await eachTab(added, readTab);
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
 * Reads a tab that is open already. Without its site's permission this works once,
 * for the tab whose toolbar button the reader has just clicked (activeTab).
 *
 * @returns false where the browser lets no extension read
 */
export async function readTab(tabId: number): Promise<boolean> {
  const target = { tabId, allFrames: true };
  try {
    const request: ToPage = { type: 'tifa:summarise' };
    const answer: unknown = await browser.tabs
      .sendMessage(tabId, request, { frameId: 0 })
      .catch(() => undefined);
    if (answer !== undefined) return true;
    await browser.scripting.insertCSS({ target, files: [...SCRIPT.css], origin: 'USER' });
    await browser.scripting.executeScript({ target, files: [...SCRIPT.js] });
    return true;
  } catch {
    return false;
  }
}

async function eachTab(url: string[], act: (tabId: number) => Promise<unknown>): Promise<void> {
  const tabs = await browser.tabs.query({ url });
  await Promise.all(tabs.flatMap(({ id }) => (id === undefined ? [] : [act(id)])));
}

/** Pages of a site that was given back fall quiet: each asks for itself whether it may still read. */
async function leaveTabs(): Promise<void> {
  const request: ToPage = { type: 'tifa:leave' };
  const allowed = await grantedSites();
  const [tabs, stay] = await Promise.all([browser.tabs.query({}), browser.tabs.query({ url: allowed })]);
  const staying = new Set(stay.map(({ id }) => id));
  await Promise.all(
    tabs
      .filter(({ id }) => id !== undefined && !staying.has(id))
      .map(({ id }) => browser.tabs.sendMessage(id ?? 0, request).catch(() => undefined)),
  );
}
