import { Dexie, type EntityTable, type Table } from 'dexie';
import {
  declareSchema,
  newestVersion,
  type DraftRow,
  type MetaRow,
  type NoteRow,
  type VersionRow,
} from './schema.ts';

export const DATABASE_NAME = 'tifa';

/** The database with the types of its tables. */
export interface TifaDatabase extends Dexie {
  readonly notes: EntityTable<NoteRow, 'id'>;
  readonly versions: Table<VersionRow, number, Omit<VersionRow, 'seq'>>;
  readonly drafts: EntityTable<DraftRow, 'key'>;
  readonly meta: EntityTable<MetaRow, 'key'>;
}

/**
 * A database of ours, which opens with its first use.
 *
 * Its transactions are strict: one that is done is on the disk, not on its way
 * there. (The option is named after Chrome; Firefox has it too since version 126.)
 */
export function openDatabase(
  name = DATABASE_NAME,
  indexedDB?: IDBFactory,
  IDBKeyRange?: typeof globalThis.IDBKeyRange,
): TifaDatabase {
  const database = new Dexie(name, {
    chromeTransactionDurability: 'strict',
    // Nothing here watches queries, and a cache would answer with what is no longer there.
    cache: 'disabled',
    ...(indexedDB === undefined ? {} : { indexedDB }),
    ...(IDBKeyRange === undefined ? {} : { IDBKeyRange }),
  }) as TifaDatabase;
  declareSchema(database);
  return database;
}

/** Whether the database is there in its newest version, so that opening it writes nothing. */
export async function isUpToDate(factory: IDBFactory): Promise<boolean> {
  const all = await factory.databases();
  return all.some(({ name, version }) => name === DATABASE_NAME && version === newestVersion());
}
