/** A stretch of equal units: `page` and `place` are where it begins. */
export interface Run {
  readonly page: number;
  readonly place: number;
  readonly length: number;
}

/** Page and source aligned: runs in the order of both, and what stands elsewhere in the source. */
export interface Segment {
  readonly source: number;
  readonly runs: readonly Run[];
  readonly moved: readonly Run[];
}
