import { expect, test } from 'vitest';
import { Connection } from '../../src/storage/connection.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { checkSamples } from '../support/sample-checks.ts';

test('a database of every released version opens with everything in it', async () => {
  await checkSamples(indexedDB, IDBKeyRange);
});

test('what is written is written strictly', async () => {
  const connection = new Connection(() => openDatabase('strict'));
  await connection.write(({ meta }) => meta.put({ key: 'a', value: 1 }));
  const database = openDatabase('strict');
  await database.open();
  const asked: (string | undefined)[] = [];
  const backend = database.backendDB();
  const transaction = backend.transaction.bind(backend);
  backend.transaction = (names, mode, options) => {
    asked.push(options?.durability);
    return transaction(names, mode, options);
  };
  await database.transaction('rw', database.meta, () => database.meta.put({ key: 'a', value: 2 }));
  expect(asked).toEqual(['strict']);
});
