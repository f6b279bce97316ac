import { neverKey, wrongKey, type WrongPlace } from '../../core/objections.ts';
import { writeLocal } from '../../platform/content-api.ts';
import type { CardDone } from '../../ui/card/card-types.ts';
import type { CardHost } from './card-link.ts';

/**
 * Keeps what the reader objects to: that a term is marked anywhere, or here and wherever on this
 * site the same words surround it. Gives the key to take it back by; undefined where the place is
 * not read any more, or nothing could be stored.
 */
export async function object(
  what: CardDone,
  id: string,
  range: AbstractRange,
  host: CardHost,
): Promise<string | undefined> {
  if (what === 'never') {
    const key = neverKey(id);
    return (await writeLocal(key, true)) ? key : undefined;
  }
  const where = host.reader()?.inRun(range);
  if (where === undefined) return undefined;
  const key = wrongKey(host.objecting.site, id, host.objecting.contextOf(where));
  const place: WrongPlace = { text: where.text.slice(where.start, where.end), address: location.href };
  return (await writeLocal(key, place)) ? key : undefined;
}

/** Takes an objection back. False where that failed. */
export function takeBack(key: string): Promise<boolean> {
  return writeLocal(key, undefined);
}
