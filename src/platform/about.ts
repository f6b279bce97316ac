import { browser } from './browser.ts';

/** The extension's version, as its manifest says. */
export function extensionVersion(): string {
  return browser.runtime.getManifest().version;
}
