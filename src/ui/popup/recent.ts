import * as v from 'valibot';
import { browser } from '../../platform/browser.ts';
import { receive } from '../../protocol/messages.ts';

/** Ids of the terms whose cards were opened from the look-up box, the last one first. */
const KEY = 'recent-lookups';
const MOST = 12;

export async function recentTerms(): Promise<string[]> {
  const stored = (await browser.storage.local.get(KEY))[KEY];
  return receive(v.array(v.string()), stored) ?? [];
}

/** Puts a term in front. */
export async function rememberTerm(id: string): Promise<string[]> {
  const ids = [id, ...(await recentTerms()).filter((other) => other !== id)].slice(0, MOST);
  await browser.storage.local.set({ [KEY]: ids });
  return ids;
}

export async function forgetTerms(): Promise<void> {
  await browser.storage.local.remove(KEY);
}
