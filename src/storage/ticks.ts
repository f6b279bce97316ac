/** The time of one transaction. */
export interface Ticks {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly device: string;
  /** A stamp later than all before it. */
  readonly stamp: () => string;
  /** Stamps from elsewhere: those given from now on are later. */
  readonly pass: (seen: readonly string[]) => void;
}
