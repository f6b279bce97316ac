import { browser } from '../platform/browser.ts';
import type { ToPage } from '../protocol/messages.ts';

/** What each keyboard command asks of the page. The names are those of the manifest. */
const REQUESTS: Record<string, ToPage> = {
  'next-term': { type: 'tifa:step', by: 1 },
  'previous-term': { type: 'tifa:step', by: -1 },
  'open-card': { type: 'tifa:open-current' },
};

/** Passes a keyboard command on to the page of the tab in front. */
export async function runCommand(command: string, tabId?: number): Promise<void> {
  const request = REQUESTS[command];
  const target = tabId ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  if (request === undefined || target === undefined) return;
  // On a page that Tifa does not read nobody answers.
  await browser.tabs.sendMessage(target, request, { frameId: 0 }).catch(() => undefined);
}
