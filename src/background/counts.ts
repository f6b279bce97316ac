import { browser } from '../platform/browser.ts';
import { t } from '../platform/i18n.ts';

/**
 * How many terms each frame of a tab has, for the badge. Kept in session storage,
 * since the worker is ended whenever it has nothing to do.
 */
const KEY = 'counts:';

type FrameCounts = Record<string, number>;

/** One update after another: two frames of a tab may report at once. */
let last: Promise<void> = Promise.resolve();

/** Notes a frame's count and shows the tab's. */
export function noteCount(tabId: number, frameId: number, count: number): Promise<void> {
  last = last.then(async () => {
    const counts = await frameCounts(tabId);
    const updated = { ...counts, [frameId]: count };
    if (count === 0) Reflect.deleteProperty(updated, frameId);
    await browser.storage.session.set({ [KEY + String(tabId)]: updated });
    await showCount(tabId, updated);
  }, noop);
  return last;
}

/** The frames of a tab that have terms, the top frame first. */
export async function framesWithTerms(tabId: number): Promise<number[]> {
  return Object.keys(await frameCounts(tabId))
    .map(Number)
    .sort((a, b) => a - b);
}

/** Forgets a tab: it was closed, or its page was left. */
export function forgetTab(tabId: number): Promise<void> {
  last = last.then(() => browser.storage.session.remove(KEY + String(tabId)), noop);
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
