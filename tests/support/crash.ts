/// <reference types="chrome" />
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { NoteSchema, type Note } from '../../src/core/notes/note.ts';
import { receive } from '../../src/protocol/messages.ts';
import { Chromium } from './chromium.ts';
import { tearLog } from './torn-log.ts';

/** How long notes are saved before the browser is killed, from the first that is saved, in milliseconds. */
const SHORTEST = 0;
const LONGEST = 400;

export interface CrashReport {
  /** Notes that the extension had said were saved. */
  readonly confirmed: number;
  /** What was wrong afterwards, in words; nothing where all is well. */
  readonly problems: readonly string[];
}

/**
 * Kills a browser again and again while notes are being saved, and looks after each
 * time whether every note that was said to be saved is there, whole, and no half one.
 *
 * @param random gives numbers from 0 up to 1
 */
export async function crashRounds(rounds: number, random: () => number = Math.random): Promise<CrashReport> {
  const profile = mkdtempSync(join(tmpdir(), 'tifa-crash-'));
  const confirmed = new Set<string>();
  const problems: string[] = [];
  try {
    for (let round = 0; round <= rounds; round++) {
      const tifa = await Chromium.launch({ profile });
      const page = await tifa.newPage();
      await page.goto(`chrome-extension://${await tifa.extensionId()}/sidepanel.html?tab=0`);
      problems.push(
        ...(await missing(page, confirmed)).map((problem) => `round ${String(round)}: ${problem}`),
      );
      if (round === rounds) {
        await tifa.close();
        break;
      }
      const { promise: begun, resolve: begins } = Promise.withResolvers<undefined>();
      await page.exposeFunction('confirmed', (id: string) => {
        confirmed.add(id);
        begins(undefined);
      });
      // Two lines at once, until the kill ends them.
      for (const line of ['a', 'b']) {
        const name = `${String(round)}${line}-`;
        page.evaluate(saveNotes, { name, count: Number.MAX_SAFE_INTEGER }).catch(() => undefined);
      }
      await begun;
      await page.waitForTimeout(SHORTEST + random() * (LONGEST - SHORTEST));
      await tifa.kill();
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return { confirmed: confirmed.size, problems };
}

/**
 * Kills a browser, cuts the end off its database's log, and goes on with that profile
 * for two more browsers, each of which saves and is killed at once: the log is read again
 * only when the last of them starts.
 *
 * @param bytes how much of the last record is missing
 */
export async function tornRounds(bytes: number): Promise<CrashReport> {
  const profile = mkdtempSync(join(tmpdir(), 'tifa-torn-'));
  const confirmed = new Set<string>();
  const problems: string[] = [];
  try {
    for (const session of ['first', 'after the tear', 'last'] as const) {
      const tifa = await Chromium.launch({ profile });
      const page = await tifa.newPage();
      await page.goto(`chrome-extension://${await tifa.extensionId()}/sidepanel.html?tab=0`);
      problems.push(...(await missing(page, confirmed)).map((problem) => `${session}: ${problem}`));
      const saved: string[] = [];
      await page.exposeFunction('confirmed', (id: string) => saved.push(id));
      await page.evaluate(saveNotes, { name: `${session}-`, count: 5 });
      await tifa.kill();
      if (session === 'first') {
        tearLog(profile, bytes);
        // This one may be in the part that was cut off.
        saved.pop();
      }
      for (const id of saved) confirmed.add(id);
    }
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
  return { confirmed: confirmed.size, problems };
}

/** What is known to have been saved and is not there, and what is there and is no whole note. */
async function missing(page: Page, confirmed: ReadonlySet<string>): Promise<string[]> {
  const answer = await page.evaluate(async () => {
    const notes: unknown[] = [];
    let after: string | undefined;
    do {
      const outcome: { ok: boolean; fault?: string; value: { notes: unknown[]; next?: string } } =
        await chrome.runtime.sendMessage({
          type: 'tifa:notes/all',
          ...(after === undefined ? {} : { after }),
        });
      if (!outcome.ok) return { fault: outcome.fault ?? '', notes };
      notes.push(...outcome.value.notes);
      after = outcome.value.next;
    } while (after !== undefined);
    return { fault: '', notes };
  });
  if (answer.fault !== '') return [`the database does not open: ${answer.fault}`];
  const notes = answer.notes.map((note): Note | undefined => receive(NoteSchema, note));
  const halves = notes.filter((note) => note?.body.endsWith('·end') !== true).length;
  const there = new Set(notes.map((note) => note?.id));
  const lost = [...confirmed].filter((id) => !there.has(id));
  return [
    ...(halves > 0 ? [`${String(halves)} records are no whole notes`] : []),
    ...(lost.length > 0 ? [`${String(lost.length)} of ${String(confirmed.size)} saved notes are lost`] : []),
  ];
}

/** In the page: saves notes one after another, and confirms each that was saved. */
async function saveNotes({ name, count }: { name: string; count: number }): Promise<void> {
  const { confirmed } = window as unknown as { confirmed: (id: string) => Promise<void> };
  const page = {
    url: 'https://x.cn/a',
    canonicalUrl: 'https://x.cn/a',
    title: '',
    site: 'x.cn',
    fingerprint: '',
  };
  for (let i = 0; i < count; i++) {
    const body = `${name}${String(i)} ${'网信工作'.repeat(500)}·end`;
    const note = { target: 'page', body, tags: [], colour: 'yellow', page, selectors: [] };
    const outcome: { ok: boolean; value: { id: string } } = await chrome.runtime.sendMessage({
      type: 'tifa:notes/create',
      note,
    });
    if (outcome.ok) void confirmed(outcome.value.id);
  }
}
