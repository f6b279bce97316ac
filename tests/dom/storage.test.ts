import { expect, test, vi } from 'vitest';
import { Connection } from '../../src/storage/connection.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { checkSamples } from '../support/sample-checks.ts';

test('a database of every released version opens with everything in it', async () => {
  await checkSamples(indexedDB, IDBKeyRange);
});

test('what is written is written strictly', async () => {
  const opened = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const connection = new Connection(() => openDatabase('strict'));
  await connection.write(({ meta }) => meta.put({ key: 'a', value: 1 }));
  const written = opened.mock.results.flatMap(({ value }) =>
    value instanceof IDBTransaction && value.mode === 'readwrite' ? [value.durability] : [],
  );
  expect(written).toEqual(['strict']);
});
