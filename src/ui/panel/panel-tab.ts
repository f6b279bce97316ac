import { browser } from '../../platform/browser.ts';

function namedTab(): number | undefined {
  const named = new URLSearchParams(location.search).get('tab');
  return named !== null && /^\d+$/u.test(named) ? Number(named) : undefined;
}

/** The tab that the panel speaks of: named by `?tab=` (where it is a tab itself), else the active one. */
export async function panelTab(): Promise<number | undefined> {
  const named = namedTab();
  if (named !== undefined) return named;
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active?.id;
}

/** Calls back when another tab of the window comes to the front; never where the tab is named. */
export function watchTab(changed: (tabId: number) => void): () => void {
  if (namedTab() !== undefined) return () => undefined;
  const activated = async ({ tabId, windowId }: { tabId: number; windowId: number }): Promise<void> => {
    const { id } = await browser.windows.getCurrent();
    if (id === windowId) changed(tabId);
  };
  const listener = (info: { tabId: number; windowId: number }): void => void activated(info);
  browser.tabs.onActivated.addListener(listener);
  return () => {
    browser.tabs.onActivated.removeListener(listener);
  };
}
