import { browser } from '../platform/browser.ts';
import type { ToPage } from '../protocol/messages.ts';
import { framesWithTerms } from './counts.ts';

/** What each keyboard command does in the tab in front. The names are those of the manifest. */
const COMMANDS: Record<string, (tabId: number) => Promise<void>> = {
  'next-term': (tabId) => step(tabId, 1),
  'previous-term': (tabId) => step(tabId, -1),
  'open-card': openCurrent,
};

/** Which frame of a tab was stepped in last; in session storage, since the worker is ended when idle. */
const KEY = 'stepped:';

/** One command after another, however fast the keys are pressed. */
let last: Promise<void> = Promise.resolve();

/** Passes a keyboard command on to the page of the tab in front. */
export function runCommand(command: string, tabId?: number): Promise<void> {
  last = last
    .then(async () => {
      const target = tabId ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
      if (target !== undefined) await COMMANDS[command]?.(target);
    })
    // The tab was closed meanwhile.
    .catch(() => undefined);
  return last;
}

/** Steps on in the frame stepped in last; at its end on into the next frame that has terms. */
async function step(tabId: number, by: 1 | -1): Promise<void> {
  const frames = await framesWithTerms(tabId);
  const stepped = await lastFrame(tabId);
  const known = stepped === undefined ? -1 : frames.indexOf(stepped);
  const start = Math.max(0, known);
  // Once round: when every other frame has been asked, the first one is entered anew.
  for (let tried = 0; tried <= frames.length; tried++) {
    const at = frames.length === 0 ? 0 : (start + by * tried + frames.length * 2) % frames.length;
    const frameId = frames[at] ?? 0;
    const request: ToPage = { type: 'tifa:step', by, more: frames.length > 1, enter: tried > 0 };
    if ((await ask(tabId, frameId, request)) !== true) continue;
    await browser.storage.session.set({ [KEY + String(tabId)]: frameId });
    return;
  }
}

/** Forgets a tab: it was closed, or its page was left. */
export async function forgetStepped(tabId: number): Promise<void> {
  await browser.storage.session.remove(KEY + String(tabId));
}

async function openCurrent(tabId: number): Promise<void> {
  const frames = await framesWithTerms(tabId);
  const stepped = await lastFrame(tabId);
  for (const frameId of new Set([...(stepped === undefined ? [] : [stepped]), 0, ...frames])) {
    if ((await ask(tabId, frameId, { type: 'tifa:open-current' })) === true) return;
  }
}

async function lastFrame(tabId: number): Promise<number | undefined> {
  const key = KEY + String(tabId);
  const frame = (await browser.storage.session.get(key))[key];
  return typeof frame === 'number' ? frame : undefined;
}

/** On a page that Tifa does not read, and in a frame that is gone, nobody answers. */
async function ask(tabId: number, frameId: number, request: ToPage): Promise<unknown> {
  const answer: unknown = await browser.tabs.sendMessage(tabId, request, { frameId }).catch(() => undefined);
  return answer;
}
