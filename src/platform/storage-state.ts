import { browser } from './browser.ts';

/** What the browser says of the space our database has. */
export interface StorageState {
  /** Whether the database stays when the disk runs full. */
  readonly persisted: boolean;
  /** Bytes. */
  readonly usage?: number;
  readonly quota?: number;
}

export async function storageState(): Promise<StorageState> {
  try {
    const [persisted, unlimited, { usage, quota }] = await Promise.all([
      navigator.storage.persisted(),
      browser.permissions.contains({ permissions: ['unlimitedStorage'] }),
      navigator.storage.estimate(),
    ]);
    return {
      // An extension with unlimited storage is exempt from eviction, whether or not that is said here.
      persisted: persisted || unlimited,
      ...(usage === undefined ? {} : { usage }),
      ...(quota === undefined ? {} : { quota }),
    };
  } catch {
    return { persisted: false };
  }
}

/**
 * Asks the browser to keep the database. In Chrome's worker there is nobody to ask
 * (the permission unlimitedStorage says it there); pages and Firefox can.
 */
export async function askToPersist(): Promise<boolean> {
  const { storage } = navigator as { storage?: { persist?: () => Promise<boolean> } };
  try {
    return (await storage?.persist?.()) ?? false;
  } catch {
    return false;
  }
}
