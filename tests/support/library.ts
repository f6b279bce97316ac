import type { Page } from '@playwright/test';
import type { Chromium } from './chromium.ts';

/** The library in a tab of its own, at a place in it. */
export async function openLibrary(tifa: Chromium, hash = ''): Promise<Page> {
  const page = await tifa.newPage();
  await page.goto(`chrome-extension://${await tifa.extensionId()}/library.html${hash}`);
  await page.locator('h1').waitFor();
  return page;
}
