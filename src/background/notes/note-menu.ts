import { browser } from '../../platform/browser.ts';
import { t } from '../../platform/i18n.ts';
import type { NotesToPage } from '../../protocol/notes-to-page.ts';

/** The name of the menu's entry and of the keyboard command. */
const TAKE_NOTE = 'take-note';

/** Puts “take a note” into the menu of pages and of selected text, at every start of the worker. */
async function showMenu(): Promise<void> {
  const title = t('noteMenu');
  try {
    await browser.contextMenus.update(TAKE_NOTE, { title });
  } catch {
    // The error is read, so that a second start that was quicker is none.
    const read = (): unknown => browser.runtime.lastError;
    browser.contextMenus.create({ id: TAKE_NOTE, title, contexts: ['selection', 'page'] }, read);
  }
}

/** Asks a tab's page to open a form; a page that Tifa does not read does not answer. */
async function takeNote(tabId: number | undefined, what: 'any' | 'selection' | 'page'): Promise<void> {
  const target = tabId ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  if (target === undefined) return;
  const request: NotesToPage = { type: 'tifa:notes-on-page/take', what };
  await browser.tabs.sendMessage(target, request, { frameId: 0 }).catch(() => undefined);
}

/** The menu and the command by which a note is taken. */
export function setUpTakingNotes(): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, selectionText }, tab) => {
    if (menuItemId === TAKE_NOTE) void takeNote(tab?.id, selectionText === undefined ? 'page' : 'any');
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === TAKE_NOTE) void takeNote(tab?.id, 'any');
  });
  void showMenu();
}
