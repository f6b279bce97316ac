import { defineBackground } from 'wxt/utils/define-background';
import { forgetTab } from '../../src/background/counts.ts';
import { runCommand } from '../../src/background/commands.ts';
import { answer } from '../../src/background/messages.ts';
import { setUpSites } from '../../src/background/sites.ts';
import { browser } from '../../src/platform/browser.ts';

export default defineBackground({
  type: 'module',
  main() {
    browser.runtime.onMessage.addListener(answer);
    browser.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));
    browser.tabs.onUpdated.addListener((tabId, { status }) => {
      if (status === 'loading') void forgetTab(tabId);
    });
    browser.commands.onCommand.addListener((command, tab) => void runCommand(command, tab?.id));
    setUpSites();
    void browser.action.setBadgeBackgroundColor({ color: '#5b6470' });
  },
});
