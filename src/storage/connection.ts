import type { Transaction } from 'dexie';
import { NoteError } from '../core/notes/note-fault.ts';
import type { TifaDatabase } from './database.ts';
import { faultOf, isConnectionLost } from './faults.ts';
import { newestVersion } from './schema.ts';

/** How long another page of ours may be in the way of opening the database, in milliseconds. */
const PATIENCE = 10_000;

type Work<T> = (database: TifaDatabase) => PromiseLike<T>;

/** What is to be done once before anything is written, and how to know that a question writes nothing. */
interface First {
  /** Begun by the first question. Nothing is written before it is done, or has failed. */
  readonly beforeWriting: () => Promise<void>;
  /** Whether opening the database will neither make it nor upgrade it. */
  readonly opensWithoutWriting: () => Promise<boolean>;
}

/** Keeps one connection to the database, and opens another where it is lost. */
export class Connection {
  readonly #open: () => TifaDatabase;
  readonly #first: First | undefined;
  #prepared: Promise<void> | undefined;
  #database: TifaDatabase | undefined;

  /** @param open makes a database that is not open yet */
  constructor(open: () => TifaDatabase, first?: First) {
    this.#open = open;
    this.#first = first;
  }

  /**
   * Reads and writes in one transaction; when the promise is fulfilled it is on
   * the disk. Where the connection was lost (site data deleted, the browser out of
   * memory) it is tried once more with a new one.
   *
   * @throws NoteError
   */
  write<T>(work: (database: TifaDatabase, transaction: Transaction) => Promise<T>): Promise<T> {
    const transact = (database: TifaDatabase): PromiseLike<T> =>
      database.transaction(
        'rw',
        [database.notes, database.versions, database.drafts, database.meta],
        // Async itself: by that Dexie knows to keep the transaction through native awaits.
        async (transaction) => await work(database, transaction),
      );
    return this.#run(transact, true);
  }

  /** @throws NoteError */
  read<T>(work: (database: TifaDatabase) => Promise<T>): Promise<T> {
    return this.#run(work, false);
  }

  close(): void {
    this.#database?.close();
    this.#database = undefined;
  }

  async #run<T>(work: Work<T>, writes: boolean): Promise<T> {
    try {
      return await this.#attempt(work, writes);
    } catch (error) {
      if (!isConnectionLost(error)) throw new NoteError(faultOf(error), error);
    }
    this.close();
    try {
      return await this.#attempt(work, writes);
    } catch (error) {
      this.close();
      const fault = faultOf(error);
      // A database that cannot even be opened is not kept here at all.
      const opening = error instanceof Error && error.name === 'OpenFailedError';
      throw new NoteError(fault === 'gone' && opening ? 'unavailable' : fault, error);
    }
  }

  async #attempt<T>(work: Work<T>, writes: boolean): Promise<T> {
    if (this.#first !== undefined) await this.#waitFor(this.#first, writes);
    this.#database ??= this.#open();
    const database = this.#database;
    if (!database.isOpen()) {
      await inTime(database.open());
      // Dexie opens a newer database as well as it can, which is not well enough to write to it.
      if (database.backendDB().version > newestVersion()) throw new NoteError('newer');
    }
    return work(database);
  }

  /** Sees that what is to be done first is under way, and waits for it where something may be written. */
  async #waitFor({ beforeWriting, opensWithoutWriting }: First, writes: boolean): Promise<void> {
    this.#prepared ??= beforeWriting().catch(() => undefined);
    if (!writes) {
      if (this.#database?.isOpen() === true) return;
      if (await opensWithoutWriting().catch(() => false)) return;
    }
    await this.#prepared;
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
