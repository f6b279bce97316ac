/// <reference types="chrome" />
import type { Page } from '@playwright/test';
import type { Chromium } from './chromium.ts';

/** The popup's document in a tab of its own, speaking of another tab, as the popup does of the active one. */
export async function openPopup(tifa: Chromium, of: Page): Promise<Page> {
  const worker = await tifa.worker();
  // Without access to its address a tab is known by being the active one.
  await of.bringToFront();
  const tabId = await worker.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return tab?.id;
  });
  const popup = await tifa.newPage();
  await popup.setViewportSize({ width: 360, height: 600 });
  await popup.goto(`chrome-extension://${await tifa.extensionId()}/popup.html?tab=${String(tabId)}`);
  return popup;
}
