import { readdirSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Cuts the end off the log of the extension's database in a profile that no browser
 * has open, as a browser does that is killed between two writes of one record.
 *
 * @param bytes how much of the last record is missing
 * @throws Error where the profile has no database, or not one of LevelDB's
 */
export function tearLog(profile: string, bytes: number): void {
  const databases = join(profile, 'Default', 'IndexedDB');
  const ours = readdirSync(databases).find((folder) => /^chrome-extension_.*\.leveldb$/u.test(folder));
  if (ours === undefined) throw new Error(`no database of an extension in ${databases}`);
  const logs = readdirSync(join(databases, ours)).filter((file) => file.endsWith('.log'));
  const [last] = logs.sort().reverse();
  if (last === undefined) throw new Error(`no log in ${ours}: is this still LevelDB?`);
  const log = join(databases, ours, last);
  const { size } = statSync(log);
  if (size <= bytes) throw new Error(`${last} has only ${String(size)} bytes`);
  truncateSync(log, size - bytes);
}
