import { browser } from '../platform/browser.ts';

/** Where the build puts the library. */
const LIBRARY = '/library.html';

/**
 * Opens the library in a new tab.
 *
 * @param route a place in it, already checked: see isLibraryRoute
 */
export async function openLibrary(route: string): Promise<true> {
  await browser.tabs.create({ url: browser.runtime.getURL(LIBRARY) + route });
  return true;
}
