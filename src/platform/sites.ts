import { browser } from './browser.ts';

/** Match patterns of everything that Tifa may read. */
export async function grantedSites(): Promise<string[]> {
  return (await browser.permissions.getAll()).origins ?? [];
}

/**
 * Asks the reader for a site; only as the answer to a click. In some browsers the
 * popup that asks closes over the question: what is granted is heard by the worker.
 */
export function askForSite(pattern: string): Promise<boolean> {
  return browser.permissions.request({ origins: [pattern] });
}

/** Gives a site back. */
export function giveBackSite(pattern: string): Promise<boolean> {
  return browser.permissions.remove({ origins: [pattern] });
}

/** Calls back when sites were granted or given back, until the function returned is called. */
export function onSitesChanged(changed: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(changed);
  onRemoved.addListener(changed);
  return () => {
    onAdded.removeListener(changed);
    onRemoved.removeListener(changed);
  };
}
