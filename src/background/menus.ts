import { browser, type MenuClick, type Tab } from '../platform/browser.ts';
import { t } from '../platform/i18n.ts';
import type { ToPage } from '../protocol/messages.ts';
import { figureReading } from '../core/figures/figures.ts';
import { bestHit } from './lookup.ts';

const LOOK_UP = 'look-up';

/** What the whole of a headword or of a variant scores at least, and a part of one does not. */
const WHOLE_NAME = 0.95;
/** Longer selections do not fit into the address of the look-up page. */
const MOST_ASKED = 600;
/** The look-up page as a window, in CSS pixels. */
const WINDOW = { width: 400, height: 640 } as const;

/**
 * Puts “look up” into the menu of selected text. At every start of the worker:
 * browsers keep the entry between starts, each in its own cases, and making it
 * twice would be an error.
 */
export async function showMenu(): Promise<void> {
  const title = t('lookupMenu');
  try {
    await browser.contextMenus.update(LOOK_UP, { title });
  } catch {
    // The error is read, so that a second start that was quicker is none.
    const read = (): unknown => browser.runtime.lastError;
    browser.contextMenus.create({ id: LOOK_UP, title, contexts: ['selection'] }, read);
  }
}

/**
 * Opens the card of what is selected in the page, where Tifa reads it and knows the
 * words; else the look-up page, which says what comes near.
 */
export async function lookUpSelection(info: MenuClick, tab?: Tab): Promise<void> {
  if (info.menuItemId !== LOOK_UP) return;
  const text = (info.selectionText ?? '').trim();
  // What a figure says is on the look-up page, unless it is a name of a term (二十大).
  const id = bestHit(text, figureReading(text) === undefined ? 0 : WHOLE_NAME);
  if (id !== undefined && tab?.id !== undefined) {
    const request: ToPage = { type: 'tifa:open-at-selection', id };
    const options = { frameId: info.frameId ?? 0 };
    const opened: unknown = await browser.tabs.sendMessage(tab.id, request, options).catch(() => false);
    if (opened === true) return;
  }
  await openLookUpPage(text, tab?.id);
}

async function openLookUpPage(text: string, tabId: number | undefined): Promise<void> {
  const asked = new URLSearchParams({ q: text.slice(0, MOST_ASKED).toWellFormed() });
  if (tabId !== undefined && tabId >= 0) asked.set('tab', String(tabId));
  const url = browser.runtime.getURL(`popup.html?${asked.toString()}`);
  try {
    await browser.windows.create({ url, type: 'popup', ...WINDOW });
  } catch {
    // On phones there are no windows.
    await browser.tabs.create({ url });
  }
}
