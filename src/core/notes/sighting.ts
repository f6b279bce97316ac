/** What may have become of a note's words when its page was last read; see resolve. */
export const SIGHT_STATES = ['exact', 'moved', 'changed', 'gone'] as const;
export type SightState = (typeof SIGHT_STATES)[number];

/**
 * What had become of a note's words when the reader was last on a page of its article, and
 * the day, as 2026-01-31 in their time. Only the last: what was read before is not kept.
 */
export interface Sighting {
  readonly state: SightState;
  readonly day: string;
}

/** A time (milliseconds since 1970) as a day in the time of this machine. */
export function sightingDay(time: number): string {
  const date = new Date(time);
  return [date.getFullYear(), date.getMonth() + 1, date.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-');
}
