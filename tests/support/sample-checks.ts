import { expect } from 'vitest';
import { NoteSchema } from '../../src/core/notes/note.ts';
import { receive } from '../../src/protocol/messages.ts';
import { Connection } from '../../src/storage/connection.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { NotesRepository } from '../../src/storage/notes-repository.ts';
import { BROWSER_SURROUNDINGS } from '../../src/storage/stamps.ts';
import { SAMPLE_DATABASES, writeSample, type SampleDatabase } from './sample-database.ts';

/** A frozen database opens, and everything in it is there and can be worked with. */
async function checkSample(
  factory: IDBFactory,
  keyRange: typeof IDBKeyRange,
  sample: SampleDatabase,
): Promise<void> {
  const name = `sample-${String(sample.version)}`;
  await writeSample(factory, name, sample);
  const connection = new Connection(() => openDatabase(name, factory, keyRange));
  const notes = new NotesRepository(connection, BROWSER_SURROUNDINGS);
  const all = (await notes.after(undefined, 100, true)).notes;
  expect(all.map((note) => receive(NoteSchema, note))).toEqual(all);
  const [quote, term, tombstone] = all;
  expect(all.map(({ target, deleted }) => [target, deleted !== undefined])).toEqual([
    ['quote', false],
    ['term', false],
    ['page', true],
  ]);
  expect(quote).toMatchObject({ body: '**要点**：网信为民', tags: ['网信', 'study'], colour: 'green' });
  expect(await notes.underKeys(['a:12377.cn/wxxx/2025/b1f4b16e_web.html'])).toEqual([quote]);
  expect(await notes.underKeys(['t:ten-upholds'])).toEqual([term]);
  expect(await notes.versions(quote?.id ?? '')).toMatchObject([
    { field: 'body', text: '**要点**：为民\n𠮷' },
  ]);
  expect(await notes.drafts()).toMatchObject([{ note: { body: '没写完' } }]);
  const edited = await notes.update(quote?.id ?? '', { body: '改' });
  // The clock goes on from where it was.
  expect(edited.note.clock.body > (tombstone?.clock.deleted ?? '')).toBe(true);
  notes.close();
}

export async function checkSamples(factory: IDBFactory, keyRange: typeof IDBKeyRange): Promise<void> {
  expect(SAMPLE_DATABASES.length).toBeGreaterThan(0);
  for (const sample of SAMPLE_DATABASES) await checkSample(factory, keyRange, sample);
}
