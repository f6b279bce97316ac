import { DATABASE_NAME } from './database.ts';

/** A database that holds nothing and is there to be deleted. */
const SCRATCH = 'tifa-log';

/** How long opening waits for this, in milliseconds. */
const PATIENCE = 3000;

/**
 * Makes Chromium begin a new log for the databases of this origin, which saves them
 * from being thrown away.
 *
 * Chromium keeps IndexedDB in LevelDB and goes on writing to the log it finds. Where the
 * browser was killed in the middle of a record, that record ends the log, which is
 * forgiven when the log is read; but what the next session writes comes after it, the
 * session after that reads a broken record in the middle of the log, calls the database
 * damaged, deletes it, and begins an empty one. About one kill in a hundred during a
 * save did that. Deleting a database compacts its keys, for which LevelDB writes all
 * that its log holds to a table and begins another log: seen in the database's own
 * LOG file, and held by a test that cuts a log short.
 *
 * The table is written by another thread after the deletion is said to be done. What is
 * written to the databases meanwhile can keep it from being begun at all: LevelDB joins
 * the request to begin another log with a write that is under way, and forgets it (3 of
 * 300 times where the scratch database was made again at once, none of 300 after a pause).
 * So nothing is to be written until this is done.
 *
 * To be done once a session of the browser, before anything else is written. Never fails
 * and never takes longer than {@link PATIENCE}: whatever is wrong here is wrong with the
 * database too, whose own faults are told to the reader.
 *
 * @param settle how long nothing is written, in milliseconds: many times what was seen to be needed
 */
export async function beginFreshLog(factory: IDBFactory, settle = 500): Promise<void> {
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  await Promise.race([late, replaceScratch(factory, settle).catch(() => undefined)]);
}

/**
 * First deletes the one of the last session, so that as little as can be is written to the
 * old log. Where there was none, there would be nothing to compact: it is made for that.
 */
async function replaceScratch(factory: IDBFactory, settle: number): Promise<void> {
  const names = (await factory.databases()).map(({ name }) => name);
  if (names.includes(DATABASE_NAME)) {
    if (!names.includes(SCRATCH)) await makeScratch(factory);
    await deleteScratch(factory);
    await new Promise((resolve) => setTimeout(resolve, settle));
  }
  await makeScratch(factory);
}

function deleteScratch(factory: IDBFactory): Promise<void> {
  const request = factory.deleteDatabase(SCRATCH);
  return new Promise((resolve, reject) => {
    request.onsuccess = () => {
      resolve();
    };
    request.onerror = () => {
      reject(request.error ?? new Error('no reason given'));
    };
  });
}

function makeScratch(factory: IDBFactory): Promise<void> {
  const request = factory.open(SCRATCH, 1);
  return new Promise((resolve, reject) => {
    request.onupgradeneeded = () => {
      request.result.createObjectStore('empty');
    };
    request.onsuccess = () => {
      request.result.close();
      resolve();
    };
    request.onerror = () => {
      reject(request.error ?? new Error('no reason given'));
    };
  });
}
