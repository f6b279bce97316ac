import { neverKey } from '../core/objections.ts';
import { writeKey } from '../platform/local-storage.ts';

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
