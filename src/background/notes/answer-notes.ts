import type { GenericSchema, InferOutput } from 'valibot';
import { NoteError, type NoteFault, type Outcome } from '../../core/notes/note-fault.ts';
import { NOTES_SEEN } from '../../core/notes/note-settings.ts';
import { termKey } from '../../core/notes/page-keys.ts';
import { browser, type MessageSender } from '../../platform/browser.ts';
import { storageState } from '../../platform/storage-state.ts';
import { receive } from '../../protocol/messages.ts';
import {
  NotesFromPageSchema,
  NotesRequestSchema,
  type DoneAnswer,
  type ImportAnswer,
  type NoteList,
  type NoteSlice,
  type NotesOfPage,
  type UndoneAnswer,
} from '../../protocol/notes.ts';
import { lossSeen, markChanged, notesState } from './note-state.ts';
import type { NotesService } from './notes-service.ts';
import { draftKeys, keysOf, mayChange, ofItsPage, speakerOf, type Speaker } from './page-scope.ts';

/** Where the build puts the script that shows and takes notes on a page. */
const PAGE_NOTES_SCRIPT = '/page-notes.js';

type Request = InferOutput<typeof NotesRequestSchema> | InferOutput<typeof NotesFromPageSchema>;

/** Answers messages about notes with an Outcome; every other message is somebody else's. */
export function answerNotes(service: NotesService) {
  return (message: unknown, sender: MessageSender): Promise<Outcome<unknown>> | undefined => {
    const speaker = speakerOf(sender);
    if (speaker === undefined) return undefined;
    const schema: GenericSchema<unknown, Request> = speaker.own ? NotesRequestSchema : NotesFromPageSchema;
    const request = receive(schema, message);
    if (request === undefined) return isAboutNotes(message) ? Promise.resolve(failed('refused')) : undefined;
    return new Answerer(service, speaker, sender).answer(request).then(
      (value): Outcome<unknown> => ({ ok: true, value }),
      async (error: unknown) => failed(await toldFault(error instanceof NoteError ? error.fault : 'failed')),
    );
  };
}

function failed(fault: NoteFault): Outcome<never> {
  return { ok: false, fault };
}

/** Pages and terms to choose from; nobody reads more. */
const MOST_PLACES = 500;

/** Less room than this, in bytes, is none: one write of the browser's own may take as much. */
const NO_ROOM = 1024 * 1024;

/**
 * Browsers have no one name for a disk that is full: Chromium closes the connection and cannot
 * open another, as if the database had been removed. The space that is left says what it was.
 */
async function toldFault(fault: NoteFault): Promise<NoteFault> {
  if (fault !== 'gone' && fault !== 'unavailable' && fault !== 'failed') return fault;
  // A Firefox that remembers no history has no database for an extension, and says InvalidStateError.
  if (browser.extension.inIncognitoContext === true) return 'unavailable';
  const { usage, quota } = await storageState();
  return usage !== undefined && quota !== undefined && quota - usage < NO_ROOM ? 'full' : fault;
}

/** What begins like a message about notes and is none: too long a body, say, or an older script's. */
function isAboutNotes(message: unknown): boolean {
  const type = typeof message === 'object' && message !== null && 'type' in message ? message.type : '';
  return typeof type === 'string' && type.startsWith('tifa:notes/');
}

class Answerer {
  readonly #service: NotesService;
  readonly #speaker: Speaker;
  readonly #sender: MessageSender;

  constructor(service: NotesService, speaker: Speaker, sender: MessageSender) {
    this.#service = service;
    this.#speaker = speaker;
    this.#sender = sender;
  }

  async answer(request: Request): Promise<unknown> {
    const { repository, search, drafts, imports } = this.#service;
    switch (request.type) {
      case 'tifa:notes/of-page':
        return this.#ofPage(request);
      case 'tifa:notes/create': {
        const note = await repository.create(ofItsPage(this.#speaker, request.note), request.draft);
        await this.#changed(request.draft);
        return note;
      }
      case 'tifa:notes/update': {
        await this.#permit([request.id], request.page);
        const { id, changes, base, draft } = request;
        const edit = await repository.update(id, changes, base, draft);
        await this.#changed(draft);
        return edit;
      }
      case 'tifa:notes/remove': {
        await this.#permit(request.ids, request.page);
        const done: DoneAnswer = await repository.remove(request.ids);
        await this.#changed();
        return done;
      }
      case 'tifa:notes/undo': {
        const undone = await repository.undo(request.undo);
        if (undone === undefined) throw new NoteError('no-note');
        await this.#changed();
        return {
          restored: undone.changed.length + undone.removed.length,
          left: undone.left,
        } satisfies UndoneAnswer;
      }
      case 'tifa:notes/draft': {
        const place = await drafts.put({
          ...request.draft,
          note: ofItsPage(this.#speaker, request.draft.note),
        });
        const told = this.#changed().catch(() => undefined);
        // Where the database does not answer, the form is not left waiting for it once more.
        if (place === 'kept') await told;
        return place;
      }
      case 'tifa:notes/drop-draft':
        await drafts.drop(request.key);
        await this.#changed();
        return true;
      case 'tifa:notes/tags':
        return (await search.facets()).tags.map(([tag]) => tag);
      case 'tifa:notes/saw': {
        const ids = request.states.map(([id]) => id);
        await this.#permit(ids, request.page);
        const isNew = await search.saw(request.states, Date.now());
        if (isNew) await browser.storage.local.set({ [NOTES_SEEN]: Date.now() });
        return isNew;
      }
      case 'tifa:notes/load':
        await this.#loadScript();
        return true;
      case 'tifa:notes/list': {
        const { query, filter, sort, offset, limit } = request;
        const { ids, total, more } = await search.search(query, filter, sort, offset, limit);
        const found = await search.marked(await repository.byIds(ids), query);
        return { total, more, found } satisfies NoteList;
      }
      case 'tifa:notes/ids':
        return this.#ids(request);
      case 'tifa:notes/by-ids':
        return repository.byIds(request.ids, request.tombstones);
      case 'tifa:notes/all':
        return (await repository.after(request.after, 500, request.tombstones)) satisfies NoteSlice;
      case 'tifa:notes/facets':
        return search.facets();
      case 'tifa:notes/places':
        return search.places(MOST_PLACES);
      case 'tifa:notes/retag': {
        const done: DoneAnswer = await repository.retag(request.ids, request.add, request.drop);
        await this.#changed();
        return done;
      }
      case 'tifa:notes/recolour': {
        const done: DoneAnswer = await repository.recolour(request.ids, request.colour);
        await this.#changed();
        return done;
      }
      case 'tifa:notes/versions-of':
        return repository.versionsOf(request.ids);
      case 'tifa:notes/versions':
        return repository.versions(request.id);
      case 'tifa:notes/drafts':
        return drafts.all();
      case 'tifa:notes/state':
        return notesState(repository, await search.count());
      case 'tifa:notes/loss-seen':
        await lossSeen(repository);
        await this.#changed();
        return true;
      case 'tifa:notes/import-part':
        return imports.add(request.name, request.before, request);
      case 'tifa:notes/import-commit': {
        const { notes, versions } = imports.take(request.name, request.count);
        const imported: ImportAnswer = await repository.import(notes, versions);
        await this.#changed();
        return imported;
      }
    }
  }

  async #ids({
    query,
    filter,
    sort,
    offset,
    limit = Infinity,
  }: Extract<Request, { type: 'tifa:notes/ids' }>): Promise<readonly string[]> {
    return (await this.#service.search.search(query, filter, sort, offset, limit)).ids;
  }

  async #ofPage({ page, termIds }: Extract<Request, { type: 'tifa:notes/of-page' }>): Promise<NotesOfPage> {
    const keys = [...keysOf(this.#speaker, page), ...termIds.map(termKey)];
    const wanted = new Set(keys);
    const drafts = (await this.#service.drafts.all()).filter(({ note }) =>
      draftKeys(note).some((key) => wanted.has(key)),
    );
    return { notes: await this.#service.repository.underKeys(keys), drafts };
  }

  async #permit(ids: readonly string[], page: Parameters<typeof mayChange>[1]): Promise<void> {
    if (this.#speaker.own) return;
    const notes = await this.#service.repository.byIds(ids);
    // To a page a note of another page is one that is not there.
    if (notes.length !== ids.length || !notes.every((note) => mayChange(this.#speaker, page, note))) {
      throw new NoteError('no-note');
    }
  }

  async #changed(draft?: string): Promise<void> {
    if (draft !== undefined) await this.#service.drafts.settled(draft);
    await markChanged(this.#service.repository);
  }

  async #loadScript(): Promise<void> {
    const { tab, frameId = 0 } = this.#sender;
    if (tab?.id === undefined) throw new NoteError('refused');
    await browser.scripting.executeScript({
      target: { tabId: tab.id, frameIds: [frameId] },
      files: [PAGE_NOTES_SCRIPT],
    });
  }
}
