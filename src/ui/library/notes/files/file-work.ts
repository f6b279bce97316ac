import { selectNotes } from '../../../../core/notes/select.ts';
import { inReadingOrder } from '../../../../core/notes/reading-order.ts';
import type { Imported } from '../../../../core/import/import-result.ts';
import {
  mergePlan,
  previewImport,
  type Conflict,
  type MergePlan,
  type Preview,
} from '../../../../core/import/preview.ts';
import { readImport } from '../../../../core/import/read-import.ts';
import type { Note } from '../../../../core/notes/note.ts';
import { versionName, type NoteVersion } from '../../../../core/notes/version.ts';
import { WRITERS } from './file-formats.ts';
import type {
  ExportSettings,
  FilesRequest,
  PlanSize,
  ReadFile,
  ShownConflict,
  ShownPreview,
} from './file-work-types.ts';

/** Conflicts and problems that are shown; nobody reads more. */
const SHOWN = 100;
/** Of a text that differs so much is shown, in UTF-16 units. */
const SHOWN_TEXT = 2000;

const NOTHING: Imported = { format: undefined, notes: [], versions: [], unreadable: [] };

/** One file of notes being written, or read: everything about it that takes time. */
export class FileWork {
  readonly #notes: Note[] = [];
  readonly #versions: NoteVersion[] = [];
  readonly #here = new Map<string, Note>();
  readonly #kept = new Set<string>();
  #read: Imported = NOTHING;
  #plan: MergePlan = { put: [], versions: [], before: [], added: [] };

  async handle(request: FilesRequest): Promise<unknown> {
    switch (request.do) {
      case 'add':
        this.#notes.push(...request.notes);
        this.#versions.push(...request.versions);
        return this.#notes.length;
      case 'export':
        return this.#export(request.settings);
      case 'read': {
        this.#read = readImport(await request.file.text(), 'auto');
        const { format, notes, unreadable } = this.#read;
        return { format, ids: notes.map(({ id }) => id), unreadable: unreadable.length } satisfies ReadFile;
      }
      case 'here':
        for (const note of request.notes) this.#here.set(note.id, note);
        return true;
      case 'histories':
        return [...new Set(mergePlan(this.#previewed()).versions.map(({ noteId }) => noteId))].filter((id) =>
          this.#here.has(id),
        );
      case 'kept':
        for (const version of request.versions) this.#kept.add(versionName(version));
        return true;
      case 'preview':
        return this.#compare();
      case 'plan':
        return {
          notes: this.#plan.put.length,
          versions: this.#plan.versions.length,
        } satisfies PlanSize;
      case 'notes':
        return this.#plan.put.slice(request.from, request.from + request.count);
      case 'versions':
        return this.#plan.versions.slice(request.from, request.from + request.count);
    }
  }

  #previewed(): Preview {
    return previewImport(this.#read, this.#here);
  }

  #compare(): ShownPreview {
    const preview = this.#previewed();
    const plan = mergePlan(preview);
    // Texts that are here already are not written again, and of a deleted note none comes back.
    const after = new Map([...this.#here.values(), ...plan.put].map((note) => [note.id, note]));
    const names = new Set(this.#kept);
    const versions = plan.versions.filter((version) => {
      const name = versionName(version);
      const note = after.get(version.noteId);
      if (note === undefined || note.deleted !== undefined || names.has(name)) return false;
      names.add(name);
      return true;
    });
    this.#plan = { ...plan, versions };
    return { ...shownPreview(preview), notes: plan.put.length, texts: versions.length };
  }

  #export({ format, type, now, offset, language, termNames }: ExportSettings): Blob {
    const names = new Map(termNames);
    const written = WRITERS[format]({
      // Tifa's own format is a backup: deleted notes too, in the order they came.
      notes: format === 'json' ? this.#notes : inReadingOrder(selectNotes(this.#notes, { kind: 'all' })),
      versions: this.#versions,
      now,
      offset,
      language,
      termName: (id) => names.get(id),
    });
    return new Blob([written], { type });
  }
}

function shownPreview({
  fresh,
  same,
  conflicting,
  unreadable,
}: Preview): Omit<ShownPreview, 'notes' | 'texts'> {
  return {
    fresh: fresh.length,
    same: same.length,
    conflicting: conflicting.length,
    conflicts: conflicting.slice(0, SHOWN).map(shownConflict),
    unreadable: unreadable.length,
    problems: unreadable.slice(0, SHOWN),
  };
}

function shownConflict({ here, there, note }: Conflict): ShownConflict {
  return {
    id: note.id,
    title: note.page.title === '' ? there.page.title : note.page.title,
    here: textOf(here),
    there: textOf(there),
    kept: keptOf(here, there, note),
  };
}

function keptOf(here: Note, there: Note, note: Note): ShownConflict['kept'] {
  if (note.deleted !== undefined) return 'deleted';
  if (here.body === there.body) return 'both';
  return note.body === here.body ? 'here' : 'there';
}

/** What a reader tells two versions of a note by. */
function textOf({ body, tags }: Note): string {
  return [body.slice(0, SHOWN_TEXT), tags.map((tag) => `#${tag}`).join(' ')]
    .filter((part) => part !== '')
    .join('\n');
}
