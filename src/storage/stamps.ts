/** Time, chance and names, as the browser has them. */
import type { Surroundings } from './surroundings.ts';

/** Milliseconds and counter, as in a stamp. */
const STAMP = /^(\d{15})-(\d{6})-/u;
const MOST_IN_A_MILLISECOND = 999_999;

/**
 * A stamp of a hybrid logical clock (Kulkarni and others, 2014): not before `now`,
 * after `last` even where the clock was put back, and comparable as a string.
 */
export function nextStamp(last: string | undefined, now: number, device: string): string {
  const [, lastTime = '0', lastCount = '0'] = STAMP.exec(last ?? '') ?? [];
  let time = Math.max(now, Number(lastTime));
  let count = time === Number(lastTime) && last !== undefined ? Number(lastCount) + 1 : 0;
  if (count > MOST_IN_A_MILLISECOND) {
    time++;
    count = 0;
  }
  return `${String(time).padStart(15, '0')}-${String(count).padStart(6, '0')}-${device}`;
}

/** A UUID version 7 (RFC 9562, 5.7): 48 bits of milliseconds, the rest random. */
function uuid7(now: number, random: Uint8Array): string {
  const time = now.toString(16).padStart(12, '0').slice(-12);
  const hex = [...random].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((random[2] ?? 0) & 0x3f) | 0x80;
  return [
    time.slice(0, 8),
    time.slice(8),
    `7${hex.slice(1, 4)}`,
    variant.toString(16).padStart(2, '0') + hex.slice(6, 8),
    hex.slice(8, 20),
  ].join('-');
}

export const BROWSER_SURROUNDINGS: Surroundings = {
  now: () => Date.now(),
  stamp: nextStamp,
  id: (now) => uuid7(now, crypto.getRandomValues(new Uint8Array(10))),
  deviceName: () =>
    [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => (byte % 36).toString(36)).join(''),
};
