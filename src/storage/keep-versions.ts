import { versionName, type NoteVersion } from '../core/notes/version.ts';
import type { TifaDatabase } from './database.ts';
import type { VersionRow } from './schema.ts';

/**
 * Adds texts to the histories of their notes, within a transaction. Each text of a
 * field is kept once: one that is there already is not added again, so an edit to
 * and fro and a file read twice leave no copies.
 */
export async function keepVersions(database: TifaDatabase, kept: readonly NoteVersion[]): Promise<void> {
  if (kept.length === 0) return;
  const ids = [...new Set(kept.map(({ noteId }) => noteId))];
  const there = await database.versions.where('noteId').anyOf(ids).toArray();
  const known = new Set(there.map(versionName));
  const added: Omit<VersionRow, 'seq'>[] = [];
  for (const version of kept) {
    const name = versionName(version);
    if (known.has(name)) continue;
    known.add(name);
    added.push(version);
  }
  await database.versions.bulkAdd(added);
}

/** Takes the histories of notes out of the database, within a transaction. */
export async function takeVersions(
  database: TifaDatabase,
  noteIds: readonly string[],
): Promise<NoteVersion[]> {
  if (noteIds.length === 0) return [];
  const rows = await database.versions.where('noteId').anyOf(noteIds).toArray();
  await database.versions.bulkDelete(rows.flatMap(({ seq }) => (seq === undefined ? [] : [seq])));
  return rows.map(({ seq: _, ...version }) => version);
}
