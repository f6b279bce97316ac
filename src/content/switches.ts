import { switchKeys, switchState, type SwitchKeys } from '../core/settings.ts';
import { watchAddress } from '../dom/address.ts';
import { onLocalChanged, readLocal, sendToBackground } from '../platform/content-api.ts';
import type { ToBackground } from '../protocol/messages.ts';
import { pageAddress } from './page-address.ts';

/** Whether Tifa is on for the page of this frame: what the reader switched, at the page's address of now. */
export class Switches {
  readonly #signal: AbortSignal;
  #changed: ((on: boolean) => void) | undefined;
  #keys: SwitchKeys | undefined;
  /** Call it when the page has changed: its address may have, too. */
  readonly pageChanged: () => void;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
    this.#keys = keysOfPage();
    this.pageChanged = watchAddress(() => {
      this.#keys = keysOfPage();
      void this.#tell();
    }, signal);
  }

  /**
   * Reads the switches, with other keys of local storage in the same read, which is
   * all that highlights wait for.
   */
  async read(...others: string[]): Promise<{ on: boolean; stored: Record<string, unknown> }> {
    const keys = this.#keys;
    const [on, stored] = await Promise.all([
      keys === undefined ? askBackground() : undefined,
      readLocal(keys === undefined ? others : [keys.site, keys.page, ...others]),
    ]);
    return { on: on ?? isOn(keys, stored), stored };
  }

  /** Tells of every change from now on. */
  follow(changed: (on: boolean) => void): void {
    this.#changed = changed;
    onLocalChanged((changes) => {
      const keys = this.#keys;
      const ours =
        keys === undefined
          ? Object.keys(changes).some((key) => key.startsWith('off:'))
          : keys.site in changes || keys.page in changes;
      if (ours) void this.#tell();
    }, this.#signal);
  }

  async #tell(): Promise<void> {
    const { on } = await this.read();
    if (!this.#signal.aborted) this.#changed?.(on);
  }
}

function keysOfPage(): SwitchKeys | undefined {
  const address = pageAddress();
  return address === undefined ? undefined : switchKeys(address);
}

function isOn(keys: SwitchKeys | undefined, stored: Readonly<Record<string, unknown>>): boolean {
  if (keys === undefined) return true;
  const { site, page } = switchState(keys, stored);
  return site && page;
}

/** A frame of another origin does not know the page that it is in; the worker does. */
async function askBackground(): Promise<boolean> {
  const question: ToBackground = { type: 'tifa:is-on' };
  return (await sendToBackground(question)) !== false;
}
