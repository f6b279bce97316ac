import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { expect, test, vi } from 'vitest';
import { openDatabase } from '../../../src/storage/database.ts';
import { checkSamples } from '../../support/sample-checks.ts';
import { SAMPLE_DATABASES } from '../../support/sample-database.ts';

vi.stubGlobal('IDBKeyRange', IDBKeyRange);

test('a database of every released version opens with everything in it', async () => {
  await checkSamples(new IDBFactory(), IDBKeyRange);
});

test('a new database has the stores and indexes of the newest sample', async () => {
  const database = openDatabase('new', new IDBFactory(), IDBKeyRange);
  await database.open();
  const backend = database.backendDB();
  const sample = SAMPLE_DATABASES.at(-1);
  expect(backend.version).toBe(sample?.version);
  const stores = [...backend.objectStoreNames].map((name) => {
    const store = backend.transaction(name).objectStore(name);
    return [name, { keyPath: store.keyPath, indexes: [...store.indexNames] }];
  });
  expect(Object.fromEntries(stores)).toEqual(
    Object.fromEntries(
      Object.entries(sample?.stores ?? {}).map(([name, { keyPath, indexes }]) => [
        name,
        { keyPath, indexes: indexes.map((index) => index.name) },
      ]),
    ),
  );
});
