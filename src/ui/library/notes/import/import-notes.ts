import type { Outcome } from '../../../../core/notes/note-fault.ts';
import type { Note } from '../../../../core/notes/note.ts';
import type { NoteVersion } from '../../../../core/notes/version.ts';
import type { ImportAnswer } from '../../../../protocol/notes.ts';
import type { PlanSize, ReadFile, ShownPreview } from '../files/file-work-types.ts';
import type { NoteFiles } from '../files/note-files.ts';
import type { NotesDoor } from '../notes-door.ts';

/** Notes that cross to the worker or back at a time. */
const SLICE = 200;
const VERSIONS_SLICE = 1000;

/** Reads a file and compares it with the notes that are here. Nothing is written. */
export async function previewFile(
  door: NotesDoor,
  files: NoteFiles,
  file: Blob,
): Promise<Outcome<{ readonly read: ReadFile; readonly preview: ShownPreview }>> {
  try {
    const read = await files.ask<ReadFile>({ do: 'read', file });
    for (let i = 0; i < read.ids.length; i += SLICE) {
      const here = await door.ask<readonly Note[]>({
        type: 'tifa:notes/by-ids',
        ids: read.ids.slice(i, i + SLICE),
        tombstones: true,
      });
      if (!here.ok) return here;
      if (here.value.length > 0) await files.ask({ do: 'here', notes: here.value });
    }
    const histories = await files.ask<readonly string[]>({ do: 'histories' });
    for (let i = 0; i < histories.length; i += SLICE) {
      const kept = await door.ask<readonly NoteVersion[]>({
        type: 'tifa:notes/versions-of',
        ids: histories.slice(i, i + SLICE),
      });
      if (!kept.ok) return kept;
      await files.ask({ do: 'kept', versions: kept.value });
    }
    return { ok: true, value: { read, preview: await files.ask<ShownPreview>({ do: 'preview' }) } };
  } catch {
    return { ok: false, fault: 'failed' };
  }
}

/** Writes what was previewed, as one step; `progress` hears how many notes have been sent. */
export async function writeImport(
  door: NotesDoor,
  files: NoteFiles,
  progress: (notes: number) => void,
): Promise<Outcome<ImportAnswer>> {
  try {
    const size = await files.ask<PlanSize>({ do: 'plan' });
    const name = crypto.randomUUID();
    let sent = 0;
    const send = async (
      notes: readonly Note[],
      versions: readonly NoteVersion[],
    ): Promise<Outcome<number>> => {
      const outcome = await door.ask<number>({
        type: 'tifa:notes/import-part',
        name,
        before: sent,
        notes: [...notes],
        versions: [...versions],
      });
      sent += notes.length;
      progress(sent);
      return outcome;
    };
    for (let from = 0; from < size.notes; from += SLICE) {
      const outcome = await send(await files.ask<readonly Note[]>({ do: 'notes', from, count: SLICE }), []);
      if (!outcome.ok) return outcome;
    }
    for (let from = 0; from < size.versions; from += VERSIONS_SLICE) {
      const request = { do: 'versions', from, count: VERSIONS_SLICE } as const;
      const outcome = await send([], await files.ask<readonly NoteVersion[]>(request));
      if (!outcome.ok) return outcome;
    }
    return await door.ask<ImportAnswer>({ type: 'tifa:notes/import-commit', name, count: size.notes });
  } catch {
    return { ok: false, fault: 'failed' };
  }
}
