/// <reference types="chrome" />
import type { Page } from '@playwright/test';
import type { Chromium } from './chromium.ts';

/** Fires a keyboard command; the keys themselves cannot be pressed in a test (playwright#22447). */
export async function command(tifa: Chromium, page: Page, name: string): Promise<void> {
  await page.bringToFront();
  const worker = await tifa.worker();
  await worker.evaluate((c) => {
    const { onCommand } = chrome.commands as unknown as { onCommand: { dispatch(command: string): void } };
    onCommand.dispatch(c);
  }, name);
}
