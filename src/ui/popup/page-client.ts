import * as v from 'valibot';
import { switchKeys, switchState, type SwitchState } from '../../core/settings.ts';
import { browser } from '../../platform/browser.ts';
import {
  PageSummarySchema,
  receive,
  type PageSummary,
  type ToBackground,
  type ToPage,
} from '../../protocol/messages.ts';

/** The tab that the popup speaks of: named by `?tab=` (tests, other windows), else the active one. */
export async function popupTab(): Promise<number | undefined> {
  const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  if (Number.isInteger(named)) return named;
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active?.id;
}

/** A tab's address, where the browser tells it: of a site that may be read, or after a click on the toolbar. */
export async function tabAddress(tabId: number | undefined): Promise<string | undefined> {
  if (tabId === undefined) return undefined;
  return (await browser.tabs.get(tabId).catch(() => undefined))?.url;
}

/** Reads a tab as it is now; false where the browser lets no extension do so. */
export async function readTabOnce(tabId: number): Promise<boolean> {
  const request: ToBackground = { type: 'tifa:read-tab', tabId };
  return (await browser.runtime.sendMessage(request).catch(() => false)) === true;
}

/** What each frame of a tab has, the top frame first; none where Tifa does not read the tab. */
export async function summarise(tabId: number): Promise<PageSummary[]> {
  const question: ToBackground = { type: 'tifa:frames', tabId };
  const answered: unknown = await browser.runtime.sendMessage(question).catch(() => undefined);
  const frames = receive(v.array(v.number()), answered) ?? [];
  const summaries = await Promise.all(
    [...new Set([0, ...frames])].sort((a, b) => a - b).map((frameId) => summariseFrame(tabId, frameId)),
  );
  return summaries[0] === undefined ? [] : summaries.filter((summary) => summary !== undefined);
}

async function summariseFrame(tabId: number, frameId: number): Promise<PageSummary | undefined> {
  const request: ToPage = { type: 'tifa:summarise' };
  const answer: unknown = await browser.tabs.sendMessage(tabId, request, { frameId }).catch(() => undefined);
  return receive(PageSummarySchema, answer);
}

/** How the switches of an address stand. */
export async function readSwitches(address: string): Promise<SwitchState | undefined> {
  const keys = switchKeys(address);
  if (keys === undefined) return undefined;
  return switchState(keys, await browser.storage.local.get([keys.site, keys.page]));
}

/** Turns Tifa on or off for an address's page or site. Only “off” is stored. */
export async function setSwitch(address: string, which: keyof SwitchState, on: boolean): Promise<void> {
  const key = switchKeys(address)?.[which];
  if (key === undefined) return;
  if (on) await browser.storage.local.remove(key);
  else await browser.storage.local.set({ [key]: true });
}
