/** Bytes of randomness that {@link uuidV7} takes. */
export const UUID_RANDOM_BYTES = 10;

/**
 * A UUID version 7 (RFC 9562, 5.7): 48 bits of time, 74 bits of randomness, so that
 * identifiers sort by the time they were made.
 *
 * @param milliseconds since 1970, UTC
 * @param random {@link UUID_RANDOM_BYTES} bytes
 */
export function uuidV7(milliseconds: number, random: Uint8Array): string {
  const time = Math.max(0, Math.floor(milliseconds)).toString(16).padStart(12, '0').slice(-12);
  const byte = (i: number, mask = 0xff, set = 0): string =>
    (((random[i] ?? 0) & mask) | set).toString(16).padStart(2, '0');
  const third = byte(0, 0x0f, 0x70) + byte(1);
  const fourth = byte(2, 0x3f, 0x80) + byte(3);
  const last = [4, 5, 6, 7, 8, 9].map((i) => byte(i)).join('');
  return `${time.slice(0, 8)}-${time.slice(8)}-${third}-${fourth}-${last}`;
}
