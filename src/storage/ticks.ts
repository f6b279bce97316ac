/** The time of one transaction. */
export interface Ticks {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly device: string;
  /** A stamp later than all before it. */
  readonly stamp: () => string;
}
