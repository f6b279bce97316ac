/**
 * Hybrid logical clock (Kulkarni, Demirbas et al., 2014): stamps that follow the wall
 * clock, never run backwards on a device, and come after every stamp a device has seen.
 * A stamp is milliseconds, a counter and the device, of fixed widths, so that stamps
 * compare as strings.
 */
const HIGHEST_COUNT = 999_999;
const HIGHEST_TIME = 999_999_999_999_999;

/**
 * The next stamp of a device.
 *
 * @param last the latest stamp that the device has made or seen, if any
 * @param now milliseconds since 1970, UTC
 * @param device 1 to 32 of the characters 0-9 and a-z
 */
export function nextStamp(last: string | undefined, now: number, device: string): string {
  const time = Math.min(HIGHEST_TIME, Math.max(0, Math.floor(now)));
  if (last === undefined) return stamp(time, 0, device);
  const seen = readStamp(last);
  if (time > seen.time) return stamp(time, 0, device);
  return seen.count < HIGHEST_COUNT
    ? stamp(seen.time, seen.count + 1, device)
    : stamp(seen.time + 1, 0, device);
}

/** The stamp of something of which only the time is known. */
export function stampAt(time: number, device: string): string {
  return stamp(Math.min(HIGHEST_TIME, Math.max(0, Math.floor(time))), 0, device);
}

/** The latest of some stamps; undefined of none. */
export function latestStamp(stamps: Iterable<string | undefined>): string | undefined {
  let latest: string | undefined;
  for (const one of stamps) if (one !== undefined && (latest === undefined || one > latest)) latest = one;
  return latest;
}

function stamp(time: number, count: number, device: string): string {
  return `${String(time).padStart(15, '0')}-${String(count).padStart(6, '0')}-${device}`;
}

function readStamp(text: string): { time: number; count: number } {
  return { time: Number(text.slice(0, 15)), count: Number(text.slice(16, 22)) };
}
