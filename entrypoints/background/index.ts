import { defineBackground } from 'wxt/utils/define-background';
import { forgetTab } from '../../src/background/counts.ts';
import { passageService } from '../../src/background/bundled-passages.ts';
import { forgetStepped, runCommand } from '../../src/background/commands.ts';
import { lookUpSelection, showMenu } from '../../src/background/menus.ts';
import { answer } from '../../src/background/messages.ts';
import { setUpNotes } from '../../src/background/notes/set-up-notes.ts';
import { forgetOnce, setUpSites } from '../../src/background/sites.ts';
import { browser } from '../../src/platform/browser.ts';

export default defineBackground({
  type: 'module',
  main() {
    browser.runtime.onMessage.addListener(answer);
    const forget = (tabId: number): void => {
      passageService.forget(tabId);
      void forgetTab(tabId);
      void forgetStepped(tabId);
      void forgetOnce(tabId);
    };
    browser.tabs.onRemoved.addListener(forget);
    // A tab that was discarded may come back under another id; in Firefox it never does.
    const { onReplaced } = browser.tabs as { readonly onReplaced?: typeof browser.tabs.onReplaced };
    onReplaced?.addListener((_, tabId) => {
      forget(tabId);
    });
    // Chromium says so of a tab each time one of its frames loads; there each page takes back what it reported.
    if (import.meta.env.FIREFOX) {
      browser.tabs.onUpdated.addListener((tabId, { status }) => {
        if (status === 'loading') forget(tabId);
      });
    }
    browser.commands.onCommand.addListener((command, tab) => void runCommand(command, tab?.id));
    browser.contextMenus.onClicked.addListener((info, tab) => void lookUpSelection(info, tab));
    void showMenu();
    setUpSites();
    setUpNotes();
    void browser.action.setBadgeBackgroundColor({ color: '#5b6470' });
  },
});
