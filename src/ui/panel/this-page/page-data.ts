import { browser, type MessageSender } from '../../../platform/browser.ts';
import type { ToBackground } from '../../../protocol/messages.ts';
import {
  PASSAGES_CHANGED,
  type PagePassages,
  type PassagesToPage,
} from '../../../protocol/passages-to-page.ts';
import { summaries, TermJumps, type FrameSummary } from '../../page-frames.ts';
import { framesWith } from '../../popup/page-state.ts';

/** What the panel knows of a tab's page. */
export interface PageData {
  /** Of the top frame. */
  readonly passages: PagePassages;
  /** Terms of each frame, the top frame first; none where the page did not say. */
  readonly frames: readonly FrameSummary[];
}

/** Asks the page of a tab; undefined where Tifa does not read it. */
export async function loadPage(tabId: number): Promise<PageData | undefined> {
  const [passages, frames = []] = await Promise.all([
    ask(tabId, { type: 'tifa:passages-on-page/state' }),
    summaries(tabId),
  ]);
  return isPassages(passages) ? { passages, frames } : undefined;
}

export function goToSpan(
  tabId: number,
  { start, end }: { readonly start: number; readonly end: number },
): void {
  void ask(tabId, { type: 'tifa:passages-on-page/go', start, end });
}

const jumps = new TermJumps();

/** To the next place of a term in the frames of a page. */
export function goToTerm(tabId: number, id: string, frames: readonly FrameSummary[]): void {
  void jumps.next(tabId, id, framesWith(id, frames));
}

export function openLibrary(route: string): void {
  const request: ToBackground = { type: 'tifa:open-library', route };
  void browser.runtime.sendMessage(request);
}

/** After the browser says that a tab has loaded, its page is asked this much later, in milliseconds. */
const LOADED = 1200;
/** Changes in quick succession are one. */
const SETTLE = 150;

/** Calls back when the page of a tab may say something else than before. */
export function watchPage(tabId: number, changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const later = (wait: number): void => {
    clearTimeout(timer);
    timer = setTimeout(changed, wait);
  };
  const said = (message: unknown, sender: MessageSender): undefined => {
    if (sender.id !== browser.runtime.id || sender.tab?.id !== tabId) return;
    if (
      typeof message === 'object' &&
      message !== null &&
      'type' in message &&
      message.type === PASSAGES_CHANGED
    )
      later(SETTLE);
  };
  const updated = (id: number, { status }: { status?: string | undefined }): void => {
    if (id === tabId && status === 'complete') later(LOADED);
  };
  browser.runtime.onMessage.addListener(said);
  browser.tabs.onUpdated.addListener(updated);
  return () => {
    clearTimeout(timer);
    browser.runtime.onMessage.removeListener(said);
    browser.tabs.onUpdated.removeListener(updated);
  };
}

async function ask(tabId: number, request: PassagesToPage): Promise<unknown> {
  const answer: unknown = await browser.tabs
    .sendMessage(tabId, request, { frameId: 0 })
    .catch(() => undefined);
  return answer;
}

/** From our own script: its outline is enough. */
function isPassages(answer: unknown): answer is PagePassages {
  return typeof answer === 'object' && answer !== null && 'state' in answer;
}
