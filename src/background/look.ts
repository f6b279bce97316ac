import { isDefaultLook, lookCss, readLook } from '../core/look.ts';
import { browser } from '../platform/browser.ts';

/** Makes a frame look as the reader chose: the style sheet of the choice before is taken back. */
export async function dress(tabId: number, frameId: number, before: unknown, after: unknown): Promise<void> {
  const target = { tabId, frameIds: [frameId] };
  const [old, now] = [readLook(before), readLook(after)];
  if (!isDefaultLook(old)) await browser.scripting.removeCSS({ target, css: lookCss(old), origin: 'USER' });
  if (!isDefaultLook(now)) await browser.scripting.insertCSS({ target, css: lookCss(now), origin: 'USER' });
}
