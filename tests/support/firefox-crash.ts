import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { askFirefox } from './firefox-notes.ts';
import { Firefox } from './firefox.ts';

/** How long notes are saved before the browser is killed, in milliseconds. */
const SHORTEST = 200;
const LONGEST = 800;

interface CrashReport {
  /** Notes that the extension had said were saved. */
  readonly confirmed: number;
  /** What was wrong afterwards, in words; nothing where all is well. */
  readonly problems: readonly string[];
}

/**
 * As crashRounds, in Firefox: kills it again and again while notes are being saved, and looks
 * whether every note that was said to be saved is there, whole.
 *
 * @param build the folder of an extension whose library.html websites may open
 */
export async function firefoxCrashRounds(rounds: number, build: string): Promise<CrashReport> {
  const profile = mkdtempSync(join(tmpdir(), 'tifa-firefox-crash-'));
  const confirmed = new Set<string>();
  const problems: string[] = [];
  try {
    for (let round = 0; round <= rounds; round++) {
      const firefox = await Firefox.launch(profile);
      await firefox.installExtension(build);
      const own = await firefox.openOwn('library.html#/notes');
      const notes = await everything(own);
      const halves = notes.filter(({ body }) => !body.endsWith('·end')).length;
      const there = new Set(notes.map(({ id }) => id));
      const lost = [...confirmed].filter((id) => !there.has(id)).length;
      if (halves > 0) problems.push(`round ${String(round)}: ${String(halves)} records are no whole notes`);
      if (lost > 0) problems.push(`round ${String(round)}: ${String(lost)} saved notes are lost`);
      if (round === rounds) {
        await firefox.close();
        break;
      }
      await own.evaluate(saveForEver, `${String(round)}-`);
      const until = performance.now() + SHORTEST + Math.random() * (LONGEST - SHORTEST);
      while (performance.now() < until) {
        const ids = await own.evaluate(() =>
          (globalThis as unknown as { confirmed: string[] }).confirmed.splice(0),
        );
        for (const id of ids) confirmed.add(id);
      }
      await firefox.kill();
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return { confirmed: confirmed.size, problems };
}

async function everything(own: Page): Promise<{ id: string; body: string }[]> {
  const notes: { id: string; body: string }[] = [];
  let after: string | undefined;
  do {
    const outcome: { ok: boolean; value: { notes: { id: string; body: string }[]; next?: string } } =
      await askFirefox(own, { type: 'tifa:notes/all', ...(after === undefined ? {} : { after }) });
    if (!outcome.ok) throw new Error('the database does not open');
    notes.push(...outcome.value.notes);
    after = outcome.value.next;
  } while (after !== undefined);
  return notes;
}

/** In the page: saves one note after another, and lists those that were said to be saved. */
function saveForEver(name: string): void {
  const scope = globalThis as unknown as {
    confirmed: string[];
    browser: { runtime: { sendMessage(message: unknown): Promise<{ ok: boolean; value: { id: string } }> } };
  };
  scope.confirmed = [];
  const page = {
    url: 'https://x.cn/a',
    canonicalUrl: 'https://x.cn/a',
    title: '',
    site: 'x.cn',
    fingerprint: '',
  };
  const save = async (): Promise<void> => {
    for (let i = 0; ; i++) {
      const body = `${name}${String(i)} ${'网信工作'.repeat(500)}·end`;
      const note = { target: 'page', body, tags: [], colour: 'yellow', page, selectors: [] };
      const outcome = await scope.browser.runtime.sendMessage({ type: 'tifa:notes/create', note });
      if (outcome.ok) scope.confirmed.push(outcome.value.id);
    }
  };
  void save();
}
