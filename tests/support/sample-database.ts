/** Databases as each released version of the schema wrote them, frozen. */
import v1 from '../fixtures/databases/v1.json' with { type: 'json' };

interface SampleStore {
  readonly keyPath: string;
  readonly autoIncrement: boolean;
  readonly indexes: readonly { readonly name: string; readonly multiEntry: boolean }[];
  readonly rows: readonly unknown[];
}

export interface SampleDatabase {
  /** As browsers count it. */
  readonly version: number;
  readonly stores: Readonly<Record<string, SampleStore>>;
}

export const SAMPLE_DATABASES: readonly SampleDatabase[] = [v1];

/** Writes a sample without any code of ours. */
export async function writeSample(
  factory: IDBFactory,
  name: string,
  { version, stores }: SampleDatabase,
): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = factory.open(name, version);
    request.onupgradeneeded = () => {
      for (const [store, { keyPath, autoIncrement, indexes, rows }] of Object.entries(stores)) {
        const made = request.result.createObjectStore(store, { keyPath, autoIncrement });
        for (const { name: index, multiEntry } of indexes) made.createIndex(index, index, { multiEntry });
        for (const row of rows) made.add(row);
      }
    };
    request.onsuccess = () => {
      resolve(request.result);
    };
    request.onerror = () => {
      reject(request.error ?? new Error('not opened'));
    };
  });
  database.close();
}
