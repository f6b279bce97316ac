import type { NoteFault, Outcome } from '../../../../core/notes/note-fault.ts';
import type { Note } from '../../../../core/notes/note.ts';
import type { NoteVersion } from '../../../../core/notes/version.ts';
import type { NoteSort } from '../../../../core/search/note-index.ts';
import type { NoteSlice, NotesRequest } from '../../../../protocol/notes.ts';
import type { ExportSettings } from '../files/file-work-types.ts';
import type { ListFilter } from '../list-query.ts';
import type { NotesDoor } from '../notes-door.ts';

/** Which notes. */
export type ExportScope =
  | { readonly type: 'all' }
  | { readonly type: 'ids'; readonly ids: readonly string[] }
  | {
      readonly type: 'matching';
      readonly query: string;
      readonly filter: ListFilter;
      readonly sort: NoteSort;
    };

/** Notes asked for at a time: the page's thread is held for a few milliseconds by each answer. */
const SLICE = 200;

export type Exported =
  | { readonly ok: true; readonly file: Blob; readonly notes: number }
  | { readonly ok: false; readonly fault: NoteFault };

/** Writes a file of notes, in a worker; `progress` hears how many notes have been read so far. */
export async function exportNotes(
  door: NotesDoor,
  scope: ExportScope,
  settings: ExportSettings,
  progress: (notes: number) => void,
): Promise<Exported> {
  const files = door.files();
  const whole = settings.format === 'json';
  let count = 0;
  try {
    const add = async (notes: readonly Note[]): Promise<void> => {
      const versions = whole && notes.length > 0 ? await versionsOf(door, notes) : [];
      await files.ask({ do: 'add', notes, versions });
      count += notes.filter(({ deleted }) => deleted === undefined).length;
      progress(count);
    };
    if (scope.type === 'all') {
      let after: string | undefined;
      do {
        const slice: NoteSlice = must(
          await door.ask<NoteSlice>({
            type: 'tifa:notes/all',
            tombstones: whole,
            ...(after === undefined ? {} : { after }),
          }),
        );
        await add(slice.notes);
        after = slice.next;
      } while (after !== undefined);
    } else {
      const ids = scope.type === 'ids' ? scope.ids : must(await door.ask<readonly string[]>(idsOf(scope)));
      for (let i = 0; i < ids.length; i += SLICE) {
        await add(
          must(await door.ask<readonly Note[]>({ type: 'tifa:notes/by-ids', ids: ids.slice(i, i + SLICE) })),
        );
      }
    }
    return { ok: true, file: await files.ask<Blob>({ do: 'export', settings }), notes: count };
  } catch (error) {
    return { ok: false, fault: error instanceof Failed ? error.fault : 'failed' };
  } finally {
    files.close();
  }
}

function idsOf({ query, filter, sort }: Extract<ExportScope, { type: 'matching' }>): NotesRequest {
  return { type: 'tifa:notes/ids', query, filter, sort };
}

async function versionsOf(door: NotesDoor, notes: readonly Note[]): Promise<readonly NoteVersion[]> {
  return must(
    await door.ask<readonly NoteVersion[]>({
      type: 'tifa:notes/versions-of',
      ids: notes.map(({ id }) => id),
    }),
  );
}

class Failed extends Error {
  readonly fault: NoteFault;

  constructor(fault: NoteFault) {
    super(fault);
    this.fault = fault;
  }
}

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Failed(outcome.fault);
  return outcome.value;
}
