import { browser } from './browser.ts';

/** Everything in local extension storage. */
export function readEverything(): Promise<Record<string, unknown>> {
  return browser.storage.local.get(null);
}

/** Writes one key, or takes it out where the value is undefined. */
export async function writeKey(key: string, value: unknown): Promise<void> {
  if (value === undefined) await browser.storage.local.remove(key);
  else await browser.storage.local.set({ [key]: value });
}

/** Calls back whenever local extension storage has changed, until the function returned is called. */
export function onStorageChanged(changed: () => void): () => void {
  return listen(() => {
    changed();
  });
}

/** The same of one key. */
export function onKeyChanged(key: string, changed: () => void): () => void {
  return listen((keys) => {
    if (key in keys) changed();
  });
}

function listen(heard: (keys: Readonly<Record<string, unknown>>) => void): () => void {
  const listener = (keys: Readonly<Record<string, unknown>>, area: string): void => {
    if (area === 'local') heard(keys);
  };
  browser.storage.onChanged.addListener(listener);
  return () => {
    browser.storage.onChanged.removeListener(listener);
  };
}
