import type { Page } from '@playwright/test';

/**
 * Makes every question about notes wait: one of our own pages keeps a transaction over all
 * of the database, as a long import does.
 *
 * @returns lets it go
 */
export async function holdDatabase(own: Page): Promise<() => Promise<void>> {
  await own.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('tifa');
        opening.onerror = () => {
          reject(new Error('not opened'));
        };
        opening.onsuccess = () => {
          const database = opening.result;
          const stores = [...database.objectStoreNames];
          const [first = ''] = stores;
          const transaction = database.transaction(stores, 'readwrite');
          transaction.oncomplete = () => {
            database.close();
          };
          let held = true;
          Object.assign(globalThis, {
            letGo: () => {
              held = false;
            },
          });
          // A transaction lives for as long as something is asked of it.
          const ask = (): void => {
            transaction.objectStore(first).count().onsuccess = () => {
              resolve();
              if (held) ask();
            };
          };
          ask();
        };
      }),
  );
  return () =>
    own.evaluate(() => {
      (globalThis as unknown as { letGo: () => void }).letGo();
    });
}
