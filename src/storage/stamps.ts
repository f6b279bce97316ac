/** Time, chance and names, as the browser has them. */
import { nextStamp } from '../core/notes/clock.ts';
import { UUID_RANDOM_BYTES, uuidV7 } from '../core/notes/uuid.ts';
import type { Surroundings } from './surroundings.ts';

export const BROWSER_SURROUNDINGS: Surroundings = {
  now: () => Date.now(),
  stamp: nextStamp,
  id: (now) => uuidV7(now, crypto.getRandomValues(new Uint8Array(UUID_RANDOM_BYTES))),
  deviceName: () =>
    [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => (byte % 36).toString(36)).join(''),
};
