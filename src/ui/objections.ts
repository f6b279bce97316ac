import { listObjections, neverKey, type Objection } from '../core/objections.ts';
import { browser } from '../platform/browser.ts';

/** Every “never mark” and “wrong here” of the reader. */
export async function readObjections(): Promise<Objection[]> {
  return listObjections(await browser.storage.local.get(null));
}

/** Never marks a term again, in every open page at once. Gives the key to take it back by. */
export async function neverMark(termId: string): Promise<string> {
  const key = neverKey(termId);
  await browser.storage.local.set({ [key]: true });
  return key;
}

/** Takes an objection back, by its key. */
export async function takeBack(key: string): Promise<void> {
  await browser.storage.local.remove(key);
}
