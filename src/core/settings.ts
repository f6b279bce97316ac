/**
 * Where Tifa is switched off. One key of extension storage for each site and each
 * page that the reader switched off, so that two tabs never overwrite each other,
 * and nothing at all is stored for a reader who changed nothing.
 */

/** What is switched: everything on a host, or one page. */
export interface SwitchKeys {
  readonly site: string;
  readonly page: string;
}

/** The storage keys that decide over a page, or undefined where its address has no host. */
export function switchKeys(address: string): SwitchKeys | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  if (url.host === '') return undefined;
  url.hash = '';
  return { site: `off:site:${url.host}`, page: `off:page:${url.href}` };
}

export interface SwitchState {
  readonly site: boolean;
  readonly page: boolean;
}

/** Whether Tifa is on, from what storage holds under the keys of {@link switchKeys}. */
export function switchState(keys: SwitchKeys, stored: Readonly<Record<string, unknown>>): SwitchState {
  return { site: stored[keys.site] !== true, page: stored[keys.page] !== true };
}

export interface SwitchedOff {
  /** The key of local storage; taking it out switches on again. */
  readonly key: string;
  /** A host, or the address of a page. */
  readonly address: string;
}

/** Everything that the reader switched off, sites first. */
export function switchedOff(stored: Readonly<Record<string, unknown>>): SwitchedOff[] {
  return ['off:site:', 'off:page:'].flatMap((prefix) =>
    Object.keys(stored)
      .filter((key) => key.startsWith(prefix) && stored[key] === true)
      .sort()
      .map((key) => ({ key, address: key.slice(prefix.length) })),
  );
}
