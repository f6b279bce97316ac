/** What is neither data nor logic: time, chance, names. */
export interface Surroundings {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** A stamp after `last` and not before `now`. */
  readonly stamp: (last: string | undefined, now: number, device: string) => string;
  /** A fresh UUID version 7. */
  readonly id: (now: number) => string;
  /** A random name for this device, asked for once. */
  readonly deviceName: () => string;
}
