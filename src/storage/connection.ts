import type { Transaction } from 'dexie';
import { NoteError } from '../core/notes/note-fault.ts';
import type { TifaDatabase } from './database.ts';
import { faultOf, isConnectionLost } from './faults.ts';
import { newestVersion } from './schema.ts';

/** How long another page of ours may be in the way of opening the database, in milliseconds. */
const PATIENCE = 10_000;

/** Keeps one connection to the database, and opens another where it is lost. */
export class Connection {
  readonly #open: () => TifaDatabase;
  readonly #prepare: () => Promise<void>;
  #prepared: Promise<void> | undefined;
  #database: TifaDatabase | undefined;

  /**
   * @param open makes a database that is not open yet
   * @param prepare what is to be done once before the first is opened; the database is opened even where it fails
   */
  constructor(open: () => TifaDatabase, prepare: () => Promise<void> = () => Promise.resolve()) {
    this.#open = open;
    this.#prepare = prepare;
  }

  /**
   * Reads and writes in one transaction; when the promise is fulfilled it is on
   * the disk. Where the connection was lost (site data deleted, the browser out of
   * memory) it is tried once more with a new one.
   *
   * @throws NoteError
   */
  write<T>(work: (database: TifaDatabase, transaction: Transaction) => Promise<T>): Promise<T> {
    return this.#run((database) =>
      database.transaction(
        'rw',
        [database.notes, database.versions, database.drafts, database.meta],
        // Async itself: by that Dexie knows to keep the transaction through native awaits.
        async (transaction) => await work(database, transaction),
      ),
    );
  }

  /** @throws NoteError */
  read<T>(work: (database: TifaDatabase) => Promise<T>): Promise<T> {
    return this.#run(work);
  }

  close(): void {
    this.#database?.close();
    this.#database = undefined;
  }

  async #run<T>(work: (database: TifaDatabase) => Promise<T>): Promise<T> {
    try {
      return await this.#attempt(work);
    } catch (error) {
      if (!isConnectionLost(error)) throw new NoteError(faultOf(error), error);
    }
    this.close();
    try {
      return await this.#attempt(work);
    } catch (error) {
      this.close();
      const fault = faultOf(error);
      // A database that cannot even be opened is not kept here at all.
      const opening = error instanceof Error && error.name === 'OpenFailedError';
      throw new NoteError(fault === 'gone' && opening ? 'unavailable' : fault, error);
    }
  }

  async #attempt<T>(work: (database: TifaDatabase) => Promise<T>): Promise<T> {
    await (this.#prepared ??= this.#prepare().catch(() => undefined));
    this.#database ??= this.#open();
    const database = this.#database;
    if (!database.isOpen()) {
      await inTime(database.open());
      // Dexie opens a newer database as well as it can, which is not well enough to write to it.
      if (database.backendDB().version > newestVersion()) throw new NoteError('newer');
    }
    return work(database);
  }
}

/** @throws NoteError `blocked` where the database does not open in time */
async function inTime(opening: PromiseLike<unknown>): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new NoteError('blocked'));
    }, PATIENCE);
  });
  try {
    await Promise.race([opening, late]);
  } finally {
    clearTimeout(timer);
  }
}
