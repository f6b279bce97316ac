import type { Draft, EditBase, NewNote, NoteChanges, SavedEdit } from '../core/notes/note-edits.ts';
import { NoteError } from '../core/notes/note-fault.ts';
import type { Note, NoteColour } from '../core/notes/note.ts';
import type { Sighting } from '../core/notes/sighting.ts';
import type { NoteVersion } from '../core/notes/version.ts';
import type { Connection } from './connection.ts';
import { changeNote } from './change-note.ts';
import { keepVersions } from './keep-versions.ts';
import { importNotes, type Imported } from './import-notes.ts';
import { noteOf, rowOf, tombstone } from './note-rows.ts';
import type { TifaDatabase } from './database.ts';
import type { VersionRow } from './schema.ts';
import type { Surroundings } from './surroundings.ts';
import type { Ticks } from './ticks.ts';
import { forgetOldSteps, rememberStep, undoStep, type Change, type Undone } from './undo-log.ts';

/** Keys of `meta`: a note's last {@link Sighting}. */
const SEEN = 'seen:';

/** What has just changed in the database. */
export interface NotesChanged {
  readonly changed: readonly Note[];
  readonly removed: readonly string[];
}

/** Something done to notes, with the name under which it is undone. */
export interface Done {
  readonly undo: string;
  readonly count: number;
}

/**
 * The only door to the reader's notes. Every promise of a writing method is
 * fulfilled when what it wrote is on the disk, and rejected with a NoteError
 * otherwise; then nothing of it was written.
 */
export class NotesRepository {
  readonly #connection: Connection;
  readonly #around: Surroundings;
  readonly #listeners = new Set<(change: NotesChanged) => void>();

  constructor(connection: Connection, around: Surroundings) {
    this.#connection = connection;
    this.#around = around;
  }

  /** Calls back after every change, until the signal aborts. */
  onChanged(listener: (change: NotesChanged) => void, signal?: AbortSignal): void {
    this.#listeners.add(listener);
    signal?.addEventListener('abort', () => this.#listeners.delete(listener), { once: true });
  }

  /** Keeps a new note, and lets its draft go in the same transaction. */
  async create(input: NewNote, draftKey?: string): Promise<Note> {
    const note = await this.#write(async (database, ticks) => {
      const stamp = ticks.stamp();
      const created: Note = {
        ...input,
        id: this.#around.id(ticks.now),
        created: ticks.now,
        modified: ticks.now,
        clock: { body: stamp, tags: stamp, colour: stamp, target: stamp },
        device: ticks.device,
      };
      await database.notes.add(rowOf(created));
      if (draftKey !== undefined) await database.drafts.delete(draftKey);
      return created;
    });
    this.#tell({ changed: [note], removed: [] });
    return note;
  }

  /**
   * Writes new values of some fields. A field that was written elsewhere since
   * `base` is replaced all the same, and the text that it had is kept.
   */
  async update(id: string, changes: NoteChanges, base?: EditBase, draftKey?: string): Promise<SavedEdit> {
    const edit = await this.#write(async (database, ticks) => {
      const row = await database.notes.get(id);
      if (row === undefined || row.deleted !== undefined) throw new NoteError('no-note');
      const { note, kept, replaced } = changeNote(noteOf(row), changes, base, ticks);
      await database.notes.put(rowOf(note));
      await keepVersions(database, kept);
      if (draftKey !== undefined) await database.drafts.delete(draftKey);
      return { note, replaced };
    });
    this.#tell({ changed: [edit.note], removed: [] });
    return edit;
  }

  /** Deletes notes; tombstones stay. */
  async remove(ids: readonly string[]): Promise<Done> {
    return this.#change(ids, (note, ticks) => tombstone(note, ticks.now, ticks.stamp()));
  }

  /** Adds tags to notes and takes tags from them, as one step. */
  async retag(ids: readonly string[], add: readonly string[], drop: readonly string[]): Promise<Done> {
    return this.#change(ids, (note, ticks) => {
      const tags = [...new Set([...note.tags.filter((tag) => !drop.includes(tag)), ...add])];
      if (tags.join('\n') === note.tags.join('\n')) return note;
      return { ...note, tags, modified: ticks.now, clock: { ...note.clock, tags: ticks.stamp() } };
    });
  }

  /** Gives notes a colour, as one step. */
  async recolour(ids: readonly string[], colour: NoteColour): Promise<Done> {
    return this.#change(ids, (note, ticks) =>
      note.colour === colour
        ? note
        : { ...note, colour, modified: ticks.now, clock: { ...note.clock, colour: ticks.stamp() } },
    );
  }

  /** Takes notes in as one step: each merged with what is here, nothing newer overwritten. */
  async import(
    incoming: readonly Note[],
    versions: readonly NoteVersion[] = [],
  ): Promise<Imported & { readonly undo: string }> {
    const result = await this.#write(async (database, ticks) => {
      const { changes, ...imported } = await importNotes(database, incoming, versions);
      ticks.pass(
        changes.flatMap(({ after }) => Object.values(after.clock)).filter((stamp) => stamp !== undefined),
      );
      const undo = await rememberStep(database, `${ticks.stamp()}:import`, ticks.now, changes);
      await forgetOldSteps(database, ticks.now);
      return { answer: { ...imported, undo }, changed: changes.map(({ after }) => after) };
    });
    this.#tell({ changed: result.changed, removed: [] });
    return result.answer;
  }

  /** Undoes a step by its name; undefined where it was undone before, or is forgotten. */
  async undo(name: string): Promise<Undone | undefined> {
    const undone = await this.#write((database, ticks) => undoStep(database, name, ticks.now, ticks.stamp));
    if (undone !== undefined) this.#tell(undone);
    return undone;
  }

  /** The notes that lie under any of the keys. */
  async underKeys(keys: readonly string[]): Promise<Note[]> {
    if (keys.length === 0) return [];
    return this.#connection.read(async ({ notes }) => {
      const rows = await notes.where('keys').anyOf(keys).distinct().toArray();
      return rows.map(noteOf);
    });
  }

  /** The notes of these ids, in their order, without those that are not there (any more). */
  async byIds(ids: readonly string[], tombstones = false): Promise<Note[]> {
    return this.#connection.read(async ({ notes }) => {
      const rows = await notes.bulkGet([...ids]);
      return rows.flatMap((row) =>
        row === undefined || (row.deleted !== undefined && !tombstones) ? [] : [noteOf(row)],
      );
    });
  }

  /** At most `limit` notes by age, from the first after `after`; tombstones only where they are asked for. */
  async after(
    after: string | undefined,
    limit: number,
    tombstones = false,
  ): Promise<{ notes: Note[]; next?: string }> {
    return this.#connection.read(async ({ notes }) => {
      const rows = await notes
        .where('id')
        .above(after ?? '')
        .limit(limit)
        .toArray();
      const last = rows.length < limit ? undefined : rows.at(-1)?.id;
      const found = rows.filter(({ deleted }) => tombstones || deleted === undefined).map(noteOf);
      return { notes: found, ...(last === undefined ? {} : { next: last }) };
    });
  }

  /** Whether there is anything of the reader's here at all. */
  async isEmpty(): Promise<boolean> {
    return this.#connection.read(
      async ({ notes, drafts }) => (await notes.limit(1).count()) + (await drafts.limit(1).count()) === 0,
    );
  }

  /**
   * The name that the database was given with its first note. Another name, or none where
   * there was one, means that it is another database: the one before was deleted.
   */
  async device(): Promise<string | undefined> {
    return this.#connection.read(async ({ meta }) => {
      const name = (await meta.get('device'))?.value;
      return typeof name === 'string' ? name : undefined;
    });
  }

  /** The texts of a note that were replaced, the last one first. */
  async versions(noteId: string): Promise<VersionRow[]> {
    return this.#connection.read(({ versions }) =>
      versions.where('noteId').equals(noteId).reverse().sortBy('seq'),
    );
  }

  /** The same of several notes, the first one first, as exports have them. */
  async versionsOf(noteIds: readonly string[]): Promise<NoteVersion[]> {
    const rows = await this.#connection.read(({ versions }) =>
      versions
        .where('noteId')
        .anyOf([...noteIds])
        .sortBy('seq'),
    );
    return rows.map(({ seq: _, ...version }) => version);
  }

  /** What had become of notes' words when they were last looked for: of these notes, or of all. */
  async sightings(ids?: readonly string[]): Promise<Map<string, Sighting>> {
    return this.#connection.read(async ({ meta }) => {
      const rows =
        ids === undefined
          ? await meta.where('key').startsWith(SEEN).toArray()
          : await meta.bulkGet(ids.map((id) => SEEN + id));
      return new Map(
        rows.flatMap((row) =>
          row === undefined ? [] : [[row.key.slice(SEEN.length), row.value as Sighting]],
        ),
      );
    });
  }

  /** Keeps what has become of notes' words; of a note that is not there (any more) nothing. */
  async keepSightings(seen: ReadonlyMap<string, Sighting>): Promise<void> {
    await this.#connection.write(async ({ notes, meta }) => {
      const rows = await notes.bulkGet([...seen.keys()]);
      const living = rows.flatMap((row) => (row === undefined || row.deleted !== undefined ? [] : [row.id]));
      await meta.bulkPut(living.map((id) => ({ key: SEEN + id, value: seen.get(id) })));
    });
  }

  async putDraft(draft: Draft): Promise<void> {
    await this.#connection.write(({ drafts }) => drafts.put(draft));
  }

  async dropDraft(key: string): Promise<void> {
    await this.#connection.write(({ drafts }) => drafts.delete(key));
  }

  async drafts(): Promise<Draft[]> {
    return this.#connection.read(({ drafts }) => drafts.orderBy('saved').reverse().toArray());
  }

  close(): void {
    this.#connection.close();
  }

  async #change(ids: readonly string[], change: (note: Note, ticks: Ticks) => Note): Promise<Done> {
    const { undo, changed } = await this.#write(async (database, ticks) => {
      const rows = await database.notes.bulkGet([...ids]);
      const changes: Change[] = rows.flatMap((row) => {
        if (row === undefined || row.deleted !== undefined) return [];
        const before = noteOf(row);
        const after = change(before, ticks);
        return after === before ? [] : [{ before, after }];
      });
      await database.notes.bulkPut(changes.map(({ after }) => rowOf(after)));
      await database.meta.bulkDelete(
        changes.flatMap(({ after }) => (after.deleted === undefined ? [] : [SEEN + after.id])),
      );
      const undo = await rememberStep(database, ticks.stamp(), ticks.now, changes);
      await forgetOldSteps(database, ticks.now);
      return { undo, changed: changes.map(({ after }) => after) };
    });
    this.#tell({ changed, removed: [] });
    return { undo, count: changed.length };
  }

  /** A transaction with a clock that is ahead of every stamp in the database. */
  #write<T>(work: (database: TifaDatabase, ticks: Ticks) => Promise<T>): Promise<T> {
    return this.#connection.write(async (database) => {
      const now = this.#around.now();
      const [clock, name] = await database.meta.bulkGet(['clock', 'device']);
      const device = typeof name?.value === 'string' ? name.value : this.#around.deviceName();
      if (name === undefined) await database.meta.put({ key: 'device', value: device });
      let last = typeof clock?.value === 'string' ? clock.value : undefined;
      const stamp = (): string => (last = this.#around.stamp(last, now, device));
      const pass = (seen: readonly string[]): void => {
        for (const one of seen) if (last === undefined || one > last) last = one;
      };
      const result = await work(database, { now, device, stamp, pass });
      await database.meta.put({ key: 'clock', value: last });
      return result;
    });
  }

  #tell(change: NotesChanged): void {
    for (const listener of this.#listeners) listener(change);
  }
}
