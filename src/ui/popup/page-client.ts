import { PASSAGES_KEY, passagesWanted } from '../../core/passages/passage-settings.ts';
import { switchKeys, switchState, type SwitchState } from '../../core/settings.ts';
import { browser } from '../../platform/browser.ts';
import type { Jumped, ToBackground } from '../../protocol/messages.ts';
import { askFrame, framesOf, summaries, TermJumps } from '../page-frames.ts';
import type { ReadPage, UnreadPage } from './popup-host.ts';

/** The tab that the popup speaks of: named by `?tab=` (tests, look-up windows), else the active one. */
async function popupTab(): Promise<number | undefined> {
  const named = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  if (Number.isInteger(named)) return named;
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active?.id;
}

/** A tab's address, where the browser tells it: of a site that may be read, or after a click on the toolbar. */
async function tabAddress(tabId: number | undefined): Promise<string | undefined> {
  if (tabId === undefined) return undefined;
  return (await browser.tabs.get(tabId).catch(() => undefined))?.url;
}

/** The conversation with the page in front of the reader, in all its frames. */
export class PageClient {
  readonly #tab = popupTab();
  #known: number | undefined;
  readonly #frames = this.#tab.then((tab) => (tab === undefined ? [] : framesOf(tab)));
  readonly #jumps = new TermJumps();

  constructor() {
    void this.#tab.then((tab) => (this.#known = tab));
  }

  /** The tab, once it is known: what must happen in the task of a click cannot wait for it. */
  get tab(): number | undefined {
    return this.#known;
  }

  /** What each frame has, where Tifa reads the tab. */
  async page(): Promise<ReadPage | UnreadPage> {
    const tabId = await this.#tab;
    const frames = tabId === undefined ? undefined : await summaries(tabId);
    if (frames === undefined) return { tab: tabId !== undefined, address: await tabAddress(tabId) };
    const [switches, passages] = await Promise.all([readSwitches(frames[0].address), readPassages()]);
    return { frames, switches, passages };
  }

  /** Reads the tab as it is now; false where the browser lets no extension do so. */
  async readOnce(): Promise<boolean> {
    const tabId = await this.#tab;
    if (tabId === undefined) return false;
    const request: ToBackground = { type: 'tifa:read-tab', tabId };
    return (await browser.runtime.sendMessage(request).catch(() => false)) === true;
  }

  /** What is selected in the page: in its top frame, else in one that has terms. */
  async selection(): Promise<string> {
    const [tabId, frames] = await Promise.all([this.#tab, this.#frames]);
    if (tabId === undefined) return '';
    for (const frameId of frames) {
      const answer = await askFrame(tabId, frameId, { type: 'tifa:selection' });
      if (typeof answer === 'string' && answer !== '') return answer;
    }
    return '';
  }

  /** To a term's next place: to the end of a frame, then on in the next one. */
  async jump(id: string, frames: readonly number[]): Promise<Jumped | undefined> {
    const tabId = await this.#tab;
    return tabId === undefined ? undefined : this.#jumps.next(tabId, id, frames);
  }
}

async function readPassages(): Promise<boolean> {
  return passagesWanted((await browser.storage.local.get(PASSAGES_KEY))[PASSAGES_KEY]);
}

/** Marks passages, or no longer, on every page. Only “off” is stored. */
export async function setPassages(on: boolean): Promise<void> {
  if (on) await browser.storage.local.remove(PASSAGES_KEY);
  else await browser.storage.local.set({ [PASSAGES_KEY]: false });
}

/** How the switches of an address stand. */
async function readSwitches(address: string): Promise<SwitchState | undefined> {
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
