/** Numbers that a hit takes in {@link Hits.data}: start, end, pattern. */
export const HIT_SIZE = 3;

/** What {@link ./matcher.ts | Matcher.scan} finds: a list that is emptied and filled again without allocating. */
export class Hits {
  /** Start and end (folded units, end exclusive) and pattern of each; only the first {@link length} numbers are valid. */
  data = new Int32Array(64 * HIT_SIZE);
  length = 0;

  add(start: number, end: number, pattern: number): void {
    let { data } = this;
    const at = this.length;
    if (at === data.length) {
      data = new Int32Array(2 * at);
      data.set(this.data);
      this.data = data;
    }
    data[at] = start;
    data[at + 1] = end;
    data[at + 2] = pattern;
    this.length = at + HIT_SIZE;
  }
}
