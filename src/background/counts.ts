import { browser } from '../platform/browser.ts';
import { t } from '../platform/i18n.ts';

/**
 * How many terms each frame of a tab has, for the badge. Kept in session storage,
 * since the worker is ended whenever it has nothing to do.
 */
const KEY = 'counts:';

/** What a tab's frames report in this time is written down together, in milliseconds. */
const TOGETHER = 100;

/** So many frames of a tab are counted. A page may have any number, and remake them as fast as it can. */
const MOST_FRAMES = 100;

type FrameCounts = Record<string, number>;

/** What frames have reported and is not written down yet, by tab and frame. */
const reported = new Map<number, Map<number, number>>();

/** What is being written for each tab: one thing after another, and no tab waits for another. */
const writing = new Map<number, Promise<void>>();

/**
 * Notes a frame's count and shows the tab's. However fast the frames of a tab report,
 * their counts are written ten times a second at most.
 */
export function noteCount(tabId: number, frameId: number, count: number): Promise<void> {
  const waiting = reported.get(tabId);
  if (waiting !== undefined) {
    if (waiting.has(frameId) || waiting.size < MOST_FRAMES) waiting.set(frameId, count);
    return writing.get(tabId) ?? Promise.resolve();
  }
  reported.set(tabId, new Map([[frameId, count]]));
  return after(tabId, async () => {
    await new Promise((resolve) => setTimeout(resolve, TOGETHER));
    const counts = new Map(Object.entries(await frameCounts(tabId)));
    for (const [frame, of] of reported.get(tabId) ?? []) {
      const id = String(frame);
      if (of === 0) counts.delete(id);
      else if (counts.has(id) || frame === 0 || counts.size < MOST_FRAMES) counts.set(id, of);
    }
    // Forgotten meanwhile: what was reported is of a page that is gone.
    if (!reported.delete(tabId)) return;
    const updated: FrameCounts = Object.fromEntries(counts);
    await browser.storage.session.set({ [KEY + String(tabId)]: updated });
    await showCount(tabId, updated);
  });
}

/** The frames of a tab that have terms, the top frame first. */
export async function framesWithTerms(tabId: number): Promise<number[]> {
  return Object.keys(await frameCounts(tabId))
    .map(Number)
    .sort((a, b) => a - b);
}

/** Forgets a tab: it was closed, or its page was left. */
export function forgetTab(tabId: number): Promise<void> {
  reported.delete(tabId);
  return after(tabId, () => browser.storage.session.remove(KEY + String(tabId)));
}

/** Forgets a tab whose page stays and is read no longer. */
export function takeCountBack(tabId: number): Promise<void> {
  void forgetTab(tabId);
  return after(tabId, () => showCount(tabId, {}));
}

function after(tabId: number, write: () => Promise<void>): Promise<void> {
  const last = (writing.get(tabId) ?? Promise.resolve()).then(write).catch(noop);
  writing.set(tabId, last);
  void last.then(() => {
    if (writing.get(tabId) === last) writing.delete(tabId);
  });
  return last;
}

async function frameCounts(tabId: number): Promise<FrameCounts> {
  const key = KEY + String(tabId);
  return ((await browser.storage.session.get(key))[key] ?? {}) as FrameCounts;
}

async function showCount(tabId: number, counts: FrameCounts): Promise<void> {
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const text = total === 0 ? '' : total > 999 ? '999+' : String(total);
  await browser.action.setBadgeText({ tabId, text });
  await browser.action.setTitle({
    tabId,
    title: total === 0 ? t('extensionName') : t('badgeTitle', String(total)),
  });
}

function noop(): void {
  // A tab that is gone needs no badge.
}
