import { listObjections, neverKey, type Objection } from '../core/objections.ts';
import { readEverything, writeKey } from '../platform/local-storage.ts';

/** Every “never mark” and “wrong here” of the reader. */
export async function readObjections(): Promise<Objection[]> {
  return listObjections(await readEverything());
}

/** Never marks a term again, in every open page at once. Gives the key to take it back by. */
export async function neverMark(termId: string): Promise<string> {
  const key = neverKey(termId);
  await writeKey(key, true);
  return key;
}

/** Takes an objection back, by its key. */
export async function takeBack(key: string): Promise<void> {
  await writeKey(key, undefined);
}
