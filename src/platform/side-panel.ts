/** The side panel, which Chrome and Firefox have each their own way of opening. */
import { browser } from './browser.ts';

interface ChromeSidePanel {
  open(options: { tabId: number }): Promise<void>;
}

/** The panel's page, as the build names it. */
const PANEL_PAGE = 'sidepanel.html';

/**
 * Opens the panel beside a tab. Only in answer to something the reader has just
 * done, and before anything is waited for: both browsers insist on it, and Firefox
 * takes gestures in the extension's own windows and menus only.
 *
 * Where there is no panel (on phones) its page opens as a tab.
 *
 * @returns whether the panel itself is open
 */
export async function openPanel(tabId: number): Promise<boolean> {
  const { sidePanel } = (globalThis as unknown as { chrome?: { sidePanel?: ChromeSidePanel } }).chrome ?? {};
  const { sidebarAction } = browser as { sidebarAction?: { open(): Promise<void> } };
  try {
    if (sidePanel !== undefined) await sidePanel.open({ tabId });
    else if (sidebarAction !== undefined) await sidebarAction.open();
    else throw new Error('no panel');
    return true;
  } catch {
    await browser.tabs.create({ url: browser.runtime.getURL(`${PANEL_PAGE}?tab=${String(tabId)}`) });
    return false;
  }
}
