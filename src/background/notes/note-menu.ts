import { browser } from '../../platform/browser.ts';
import { t } from '../../platform/i18n.ts';
import { openPanel } from '../../platform/side-panel.ts';
import type { NotesToPage } from '../../protocol/notes-to-page.ts';

/** The name of the menu's entry and of the keyboard command. */
const TAKE_NOTE = 'take-note';

/** The entry of the toolbar button's own menu. */
const OPEN_PANEL = 'open-notes-panel';

/** Puts an entry into the browser's menus, at every start of the worker: what is there already is updated. */
async function showEntry(
  id: string,
  title: string,
  contexts: ('selection' | 'page' | 'action')[],
): Promise<void> {
  try {
    await browser.contextMenus.update(id, { title });
  } catch {
    // The error is read, so that a second start that was quicker is none.
    const read = (): unknown => browser.runtime.lastError;
    browser.contextMenus.create({ id, title, contexts }, read);
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
    // Before anything is waited for: browsers open panels for what the reader has just done only.
    if (menuItemId === OPEN_PANEL && tab?.id !== undefined) void openPanel(tab.id);
  });
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === TAKE_NOTE) void takeNote(tab?.id, 'any');
  });
  void showEntry(TAKE_NOTE, t('noteMenu'), ['selection', 'page']);
  void showEntry(OPEN_PANEL, t('notePanelMenu'), ['action']);
}
