import { switchKeys, switchState } from '../core/settings.ts';
import { browser, type MessageSender } from '../platform/browser.ts';
import { receive, ToBackgroundSchema } from '../protocol/messages.ts';
import { loadPassages, passageService } from './bundled-passages.ts';
import { cardOf, entryNames, loadCard } from './cards.ts';
import { framesWithTerms, noteCount } from './counts.ts';
import { openLibrary } from './library.ts';
import { dress } from './look.ts';
import { mayStillRead, readOnce } from './sites.ts';

/** Answers the messages of our content scripts and pages; every other sender is ignored. */
export function answer(message: unknown, sender: MessageSender): Promise<unknown> | undefined {
  if (sender.id !== browser.runtime.id) return undefined;
  const received = receive(ToBackgroundSchema, message);
  if (received === undefined) return undefined;
  if (received.type === 'tifa:frames' || received.type === 'tifa:read-tab') {
    if (sender.url?.startsWith(browser.runtime.getURL('')) !== true) return undefined;
    return received.type === 'tifa:frames' ? framesWithTerms(received.tabId) : readOnce(received.tabId);
  }
  if (received.type === 'tifa:open-library') return openLibrary(received.route);
  const tabId = sender.tab?.id;
  if (tabId === undefined) return undefined;
  switch (received.type) {
    case 'tifa:counted':
      return noteCount(tabId, sender.frameId ?? 0, received.count).then(() => true);
    case 'tifa:is-on':
      return isOnFor(tabId, sender);
    case 'tifa:dress':
      return dress(tabId, sender.frameId ?? 0, received.before, received.after).then(() => true);
    case 'tifa:card':
      return Promise.resolve(cardOf(received.id));
    case 'tifa:passages':
      return passageService.answer({ tabId, frameId: sender.frameId ?? 0 }, received);
    case 'tifa:load-passages':
      return loadPassages(tabId, sender.frameId ?? 0);
    case 'tifa:names':
      return Promise.resolve(entryNames());
    case 'tifa:load-card':
      return loadCard(tabId, sender.frameId ?? 0);
  }
}

/** What a tab's frames are told: any number of them may ask at once, and the answer is one. */
const asked = new Map<number, Promise<boolean>>();

async function isOnFor(tabId: number, { frameId = 0, url, tab }: MessageSender): Promise<boolean> {
  if (url !== undefined && !(await mayStillRead(tabId, frameId, url))) return false;
  const answer = asked.get(tabId) ?? isOn(tab?.url);
  asked.set(tabId, answer);
  return answer.finally(() => asked.delete(tabId));
}

async function isOn(address: string | undefined): Promise<boolean> {
  const keys = address === undefined ? undefined : switchKeys(address);
  if (keys === undefined) return true;
  const { site, page } = switchState(keys, await browser.storage.local.get([keys.site, keys.page]));
  return site && page;
}
