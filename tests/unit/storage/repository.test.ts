import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { NewNote } from '../../../src/core/notes/note-edits.ts';
import { NoteError } from '../../../src/core/notes/note-fault.ts';
import { NoteSchema } from '../../../src/core/notes/note.ts';
import { receive } from '../../../src/protocol/messages.ts';
import { Connection } from '../../../src/storage/connection.ts';
import { isUpToDate, openDatabase } from '../../../src/storage/database.ts';
import { beginFreshLog } from '../../../src/storage/fresh-log.ts';
import { NotesRepository } from '../../../src/storage/notes-repository.ts';
import { nextStamp } from '../../../src/core/notes/clock.ts';
import { BROWSER_SURROUNDINGS } from '../../../src/storage/stamps.ts';

vi.stubGlobal('IDBKeyRange', IDBKeyRange);

let factory: IDBFactory;
let now: number;

function repository(): NotesRepository {
  const connection = new Connection(() => openDatabase('tifa', factory, IDBKeyRange));
  return new NotesRepository(connection, { ...BROWSER_SURROUNDINGS, now: () => now });
}

const PAGE = {
  url: 'https://www.4hou.com/posts/3rEA?utm_source=x',
  canonicalUrl: 'https://www.4hou.com/posts/3rEA',
  title: '网信中国',
  site: '4hou.com',
  fingerprint: 'abcdef0123456789',
};

function newNote(more: Partial<NewNote> = {}): NewNote {
  return {
    target: 'page',
    body: '一条笔记',
    tags: ['网信'],
    colour: 'yellow',
    page: PAGE,
    selectors: [],
    ...more,
  };
}

beforeEach(() => {
  factory = new IDBFactory();
  now = 1_700_000_000_000;
});

describe('a note', () => {
  test('that was created is a note of schema v1, and found by another connection', async () => {
    const created = await repository().create(newNote());
    expect(receive(NoteSchema, created)).toEqual(created);
    expect(await repository().byIds([created.id])).toEqual([created]);
  });

  test.each([
    ['its address', ['a:4hou.com/posts/3rEA']],
    ['its fingerprint', ['f:abcdef0123456789']],
    ['both at once', ['a:4hou.com/posts/3rEA', 'f:abcdef0123456789']],
  ])('is found by %s, once', async (_, keys) => {
    const notes = repository();
    const created = await notes.create(newNote());
    expect(await notes.underKeys(keys)).toEqual([created]);
    expect(await notes.underKeys(['a:4hou.com/posts/other'])).toEqual([]);
  });

  test('on a term is found by the term and not by the page it was taken on', async () => {
    const notes = repository();
    const created = await notes.create(newNote({ target: 'term', termId: 'ten-upholds' }));
    expect(await notes.underKeys(['t:ten-upholds'])).toEqual([created]);
    expect(await notes.underKeys(['a:4hou.com/posts/3rEA'])).toEqual([]);
  });

  test('takes its draft with it when it is saved', async () => {
    const notes = repository();
    await notes.putDraft({ key: 'new', note: newNote(), saved: now });
    await notes.create(newNote(), 'new');
    expect(await notes.drafts()).toEqual([]);
  });
});

describe('what is to be done before anything is written', () => {
  const prepared = (prepare: () => Promise<void>): NotesRepository =>
    new NotesRepository(
      new Connection(() => openDatabase('tifa', factory, IDBKeyRange), {
        beforeWriting: prepare,
        opensWithoutWriting: () => isUpToDate(factory),
      }),
      BROWSER_SURROUNDINGS,
    );

  test('is done once, and before', async () => {
    const seen: string[][] = [];
    const notes = prepared(async () => {
      seen.push((await factory.databases()).map(({ name = '' }) => name));
    });
    await Promise.all([notes.create(newNote()), notes.create(newNote())]);
    await notes.create(newNote());
    expect(seen).toEqual([[]]);
  });

  test('is begun by the first question, which does not wait for it; what is written does', async () => {
    const { id } = await repository().create(newNote());
    const { promise, resolve } = Promise.withResolvers<undefined>();
    const begun = vi.fn(() => promise);
    const notes = prepared(begun);
    expect(await notes.byIds([id])).toHaveLength(1);
    expect(begun).toHaveBeenCalledOnce();
    const writing = notes.remove([id]);
    expect(await notes.byIds([id])).toHaveLength(1);
    resolve(undefined);
    await writing;
    expect(await notes.byIds([id])).toEqual([]);
  });

  test('comes before the first question where opening would make or upgrade the database', async () => {
    const seen: string[] = [];
    const notes = prepared(async () => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      seen.push(...(await factory.databases()).map(({ name = '' }) => name));
    });
    expect(await notes.isEmpty()).toBe(true);
    expect(seen).toEqual([]);
    expect(await isUpToDate(factory)).toBe(true);
  });

  test('keeps nobody from the notes where it fails', async () => {
    const notes = prepared(() => Promise.reject(new Error('no storage of sessions')));
    const { id } = await notes.create(newNote());
    expect(await notes.byIds([id])).toHaveLength(1);
  });
});

describe('a log begun anew', () => {
  /** What was asked of the databases, in order, and how long each came after the one before, in milliseconds. */
  function watched(): { readonly asked: string[]; readonly after: number[] } {
    const asked: string[] = [];
    const after: number[] = [];
    let last = performance.now();
    const note = (what: string): void => {
      asked.push(what);
      after.push(performance.now() - last);
      last = performance.now();
    };
    const open = factory.open.bind(factory);
    const deleteDatabase = factory.deleteDatabase.bind(factory);
    vi.spyOn(factory, 'open').mockImplementation((...args) => {
      note(`open ${args[0]}`);
      return open(...args);
    });
    vi.spyOn(factory, 'deleteDatabase').mockImplementation((...args) => {
      note(`delete ${args[0]}`);
      return deleteDatabase(...args);
    });
    return { asked, after };
  }

  test('leaves every other database as it was, however often', async () => {
    const { id } = await repository().create(newNote());
    for (let session = 0; session < 3; session++) await beginFreshLog(factory, 10);
    expect(await repository().byIds([id])).toHaveLength(1);
    expect((await factory.databases()).map(({ name }) => name)).toEqual(['tifa', 'tifa-log']);
  });

  test('has nothing written for a while after the deletion that begins it', async () => {
    await repository().create(newNote());
    await beginFreshLog(factory, 10);
    const { asked, after } = watched();
    await beginFreshLog(factory, 60);
    expect(asked).toEqual(['delete tifa-log', 'open tifa-log']);
    expect(after[1]).toBeGreaterThan(55);
  });

  test('needs no while where there are no notes to be lost', async () => {
    const { asked, after } = watched();
    await beginFreshLog(factory, 10_000);
    expect(asked).toEqual(['open tifa-log']);
    expect(after[0]).toBeLessThan(1000);
  });
});

describe('two edits of one note', () => {
  test('of different fields are both there', async () => {
    const notes = repository();
    const { id, clock } = await notes.create(newNote());
    await notes.update(id, { body: '甲' }, clock);
    const { note, replaced } = await notes.update(id, { tags: ['乙'] }, clock);
    expect(note).toMatchObject({ body: '甲', tags: ['乙'] });
    expect(replaced).toEqual([]);
  });

  test('of one field: the later is there, the other text is kept and told', async () => {
    const notes = repository();
    const { id, clock } = await notes.create(newNote());
    await notes.update(id, { body: '甲' }, clock);
    now++;
    const { note, replaced } = await notes.update(id, { body: '乙' }, clock);
    expect(note.body).toBe('乙');
    expect(replaced).toMatchObject([{ field: 'body', text: '甲', why: 'merge' }]);
    expect((await notes.versions(id)).map(({ text, why }) => [text, why])).toEqual([
      ['甲', 'merge'],
      ['一条笔记', 'edit'],
    ]);
  });

  test('that change nothing write nothing', async () => {
    const notes = repository();
    const created = await notes.create(newNote());
    expect((await notes.update(created.id, { body: created.body, tags: [...created.tags] })).note).toEqual(
      created,
    );
    expect(await notes.versions(created.id)).toEqual([]);
  });
});

describe('deleting', () => {
  test('leaves a tombstone without text, and can be undone once', async () => {
    const notes = repository();
    const created = await notes.create(newNote());
    const { undo, count } = await notes.remove([created.id]);
    expect(count).toBe(1);
    expect(await notes.underKeys(['a:4hou.com/posts/3rEA'])).toEqual([]);
    const [tomb] = (await notes.after(undefined, 10, true)).notes;
    expect(receive(NoteSchema, tomb)).toEqual(tomb);
    expect(JSON.stringify(tomb)).not.toContain('笔记');

    await repository().undo(undo);
    const [back] = await notes.underKeys(['a:4hou.com/posts/3rEA']);
    expect(back).toMatchObject({ body: created.body, tags: created.tags, page: created.page });
    expect(back?.clock.deleted).toBeDefined();
    expect(back?.clock.deleted && tomb?.clock.deleted && back.clock.deleted > tomb.clock.deleted).toBe(true);
    expect(await notes.undo(undo)).toBeUndefined();
  });

  test('takes the earlier texts of the note out of the database, until it is undone', async () => {
    const notes = repository();
    const { id, body } = await notes.create(newNote());
    await notes.update(id, { body: '改过的笔记' });
    now++;
    await notes.update(id, { body: '又改' });
    const before = (await notes.versions(id)).map(({ text }) => text);
    expect(before).toContain(body);
    const { undo } = await notes.remove([id]);
    expect(await notes.versions(id)).toEqual([]);
    await notes.undo(undo);
    expect((await notes.versions(id)).map(({ text }) => text)).toEqual(before);
  });

  test('a note that is not there is said to be so', async () => {
    const notes = repository();
    const { id } = await notes.create(newNote());
    await notes.remove([id]);
    await expect(notes.update(id, { body: 'x' })).rejects.toMatchObject({ fault: 'no-note' });
  });

  test('steps older than a day are forgotten with the text in them', async () => {
    const notes = repository();
    const first = await notes.create(newNote());
    const second = await notes.create(newNote());
    const { undo } = await notes.remove([first.id]);
    now += 25 * 60 * 60 * 1000;
    await notes.remove([second.id]);
    expect(await notes.undo(undo)).toBeUndefined();
  });
});

describe('taking notes in', () => {
  test('adds new ones, keeps what is newer here, and is undone as one step', async () => {
    const here = repository();
    const old = await here.create(newNote({ body: '旧' }));
    const there = { ...old, body: '过时', clock: { ...old.clock, body: nextStamp(undefined, 1, 'other') } };
    now += 10;
    const edited = {
      ...old,
      tags: ['新'],
      clock: { ...old.clock, tags: nextStamp(undefined, now, 'other') },
    };
    const fresh = { ...old, id: BROWSER_SURROUNDINGS.id(now), body: '外来' };
    expect(await here.import([there])).toMatchObject({ added: 0, merged: 0, same: 1 });
    const { undo, ...counts } = await here.import([edited, fresh]);
    expect(counts).toEqual({ added: 1, merged: 1, same: 0 });
    expect(await here.byIds([old.id, fresh.id])).toMatchObject([
      { body: '旧', tags: ['新'] },
      { body: '外来' },
    ]);
    expect(await here.import([edited, fresh])).toMatchObject({ added: 0, merged: 0, same: 2 });
    await here.undo(undo);
    expect(await here.byIds([old.id, fresh.id])).toMatchObject([{ body: '旧', tags: ['网信'] }]);
  });

  test('each text of a history is kept once, however often a file brings it', async () => {
    const here = repository();
    const note = await here.create(newNote());
    const old = { noteId: note.id, field: 'body', text: '旧文', when: 1, why: 'edit' } as const;
    for (const step of [1, 2]) {
      const body = nextStamp(undefined, now + step, 'other');
      await here.import([{ ...note, body: `新${String(step)}`, clock: { ...note.clock, body } }], [old, old]);
    }
    const texts = (await here.versions(note.id)).map(({ text }) => text);
    expect(texts).toEqual([...new Set(texts)]);
    expect(texts).toContain('旧文');
    expect(await here.versionsOf([note.id])).toHaveLength(texts.length);
  });

  test('an older text from a file goes to the history, also where nothing else is new', async () => {
    const here = repository();
    const note = await here.create(newNote({ body: '今文' }));
    const old = { noteId: note.id, field: 'body', text: '旧文', when: 1, why: 'import' } as const;
    const stranger = { ...old, noteId: BROWSER_SURROUNDINGS.id(now) };
    await here.import([], [old, stranger]);
    await here.import([], [old]);
    expect((await here.versions(note.id)).map(({ text }) => text)).toEqual(['旧文']);
    expect(await here.versionsOf([stranger.noteId])).toEqual([]);
    await here.remove([note.id]);
    await here.import([], [{ ...old, text: '删后' }]);
    expect((await here.versions(note.id)).map(({ text }) => text)).not.toContain('删后');
  });

  test('an edit to and fro keeps each text once', async () => {
    const here = repository();
    const { id } = await here.create(newNote({ body: '甲' }));
    for (const body of ['乙', '甲', '乙', '甲']) await here.update(id, { body });
    expect((await here.versions(id)).map(({ text }) => text).sort()).toEqual(['乙', '甲'].sort());
  });

  test('undoing leaves alone what was edited since', async () => {
    const here = repository();
    const template = await here.create(newNote());
    const fresh = { ...template, id: BROWSER_SURROUNDINGS.id(now) };
    const { undo } = await here.import([fresh]);
    now++;
    await here.update(fresh.id, { body: '改过' });
    expect(await here.undo(undo)).toMatchObject({ removed: [], left: 1 });
    expect(await here.byIds([fresh.id])).toMatchObject([{ body: '改过' }]);
  });

  test('stamps given afterwards are later than all that came in', async () => {
    const here = repository();
    const template = await here.create(newNote());
    const future = nextStamp(undefined, now + 1_000_000, 'other');
    await here.import([
      { ...template, id: BROWSER_SURROUNDINGS.id(now), clock: { ...template.clock, body: future } },
    ]);
    expect((await here.create(newNote())).clock.body > future).toBe(true);
  });
});

test('many notes are given a colour as one step', async () => {
  const notes = repository();
  const ids = [(await notes.create(newNote())).id, (await notes.create(newNote({ colour: 'blue' }))).id];
  const { undo, count } = await notes.recolour(ids, 'blue');
  expect(count).toBe(1);
  expect(await notes.byIds(ids)).toMatchObject([{ colour: 'blue' }, { colour: 'blue' }]);
  await notes.undo(undo);
  expect(await notes.byIds(ids)).toMatchObject([{ colour: 'yellow' }, { colour: 'blue' }]);
});

test('what has become of a note’s words is kept once, and goes with the note', async () => {
  const notes = repository();
  const { id } = await notes.create(newNote());
  const seen = { state: 'gone', day: '2026-01-31' } as const;
  await notes.keepSightings(
    new Map([
      [id, seen],
      ['01941f29-7c00-7000-8000-00000000beef', seen],
    ]),
  );
  expect([...(await notes.sightings())]).toEqual([[id, seen]]);
  expect([...(await notes.sightings([id, 'x']))]).toEqual([[id, seen]]);
  await notes.keepSightings(new Map([[id, { ...seen, state: 'exact' }]]));
  expect((await notes.sightings()).get(id)?.state).toBe('exact');
  await notes.remove([id]);
  expect((await notes.sightings()).size).toBe(0);
});

describe('tags of many notes', () => {
  test('are changed as one step', async () => {
    const notes = repository();
    const ids = [(await notes.create(newNote())).id, (await notes.create(newNote({ tags: [] }))).id];
    const { undo, count } = await notes.retag(ids, ['学习'], ['网信']);
    expect(count).toBe(2);
    expect((await notes.byIds(ids)).map(({ tags }) => tags)).toEqual([['学习'], ['学习']]);
    await notes.undo(undo);
    expect((await notes.byIds(ids)).map(({ tags }) => tags)).toEqual([['网信'], []]);
  });
});

describe('a database that fails', () => {
  test('is opened again where it was deleted underneath', async () => {
    const notes = repository();
    expect(await notes.device()).toBeUndefined();
    const { device } = await notes.create(newNote());
    expect(await notes.device()).toBe(device);
    await new Promise<void>((resolve, reject) => {
      const request = factory.deleteDatabase('tifa');
      request.onsuccess = () => {
        resolve();
      };
      request.onerror = () => {
        reject(new Error('not deleted'));
      };
    });
    expect(await notes.device()).toBeUndefined();
    const created = await notes.create(newNote());
    expect(await notes.device()).not.toBe(device);
    expect(await notes.byIds([created.id])).toEqual([created]);
  });

  test.each([
    ['full', 'QuotaExceededError'],
    ['unavailable', 'SecurityError'],
    ['newer', 'VersionError'],
  ] as const)('says %s where the browser says %s', async (fault, name) => {
    const connection = new Connection(() => openDatabase('tifa', factory, IDBKeyRange));
    const failing = connection.write(() => Promise.reject(new DOMException('', name)));
    await expect(failing).rejects.toMatchObject({ fault });
    await expect(failing).rejects.toBeInstanceOf(NoteError);
  });

  test('says unavailable where there is no IndexedDB at all', async () => {
    const notes = new NotesRepository(
      new Connection(() => openDatabase('tifa', undefined)),
      BROWSER_SURROUNDINGS,
    );
    await expect(notes.create(newNote())).rejects.toMatchObject({ fault: 'unavailable' });
  });

  test('of a newer version of the schema is left alone, and said to be so', async () => {
    await new Promise<void>((resolve) => {
      const request = factory.open('tifa', 1000);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    await expect(repository().create(newNote())).rejects.toMatchObject({ fault: 'newer' });
  });
});
