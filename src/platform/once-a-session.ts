import { browser } from './browser.ts';

/**
 * Does something once in a session of the browser, however often the worker is started
 * in it; after a reload or an update of the extension, once more.
 *
 * @param key under which session storage remembers that it was done
 */
export async function onceASession(key: string, action: () => Promise<void>): Promise<void> {
  const { session } = browser.storage;
  if ((await session.get(key))[key] === true) return;
  await action();
  await session.set({ [key]: true });
}
