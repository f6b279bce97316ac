import type { Run } from './segment.ts';

/** Gains and costs of {@link alignGap}, in the manner of Gotoh (1982). */
export const MATCH = 3;
export const OPEN = 2;
export const NONE = -1e9;

/** Two stretches to align: `page` from `pageFrom` on, or, with `step` -1, the units before it backward. */
export interface Stretches {
  readonly page: Uint16Array;
  readonly pageFrom: number;
  readonly m: number;
  readonly source: Uint16Array;
  readonly placeFrom: number;
  readonly n: number;
  readonly step: 1 | -1;
}

const MOST = 1024;
/** By cell of equal units, row by row; the first is the corner that both stretches begin at. */
const rows = new Int32Array(MOST);
const columns = new Int32Array(MOST);
const scores = new Int32Array(MOST);
const previous = new Int32Array(MOST);
let count = 0;

/** What came before a cell, and the score there: of {@link before}. */
let from = 0;
let score = 0;

/**
 * Aligns two stretches by the cells of equal units alone, which in Chinese text are one in a
 * hundred: a gap costs the same however long it is, so that nothing between them matters.
 * Gives the very alignment that {@link alignDense} would, of several equally good ones too.
 *
 * O(m·n) comparisons of units, and the square of the number of equal ones.
 *
 * @returns how many cells there are, or -1 where they are too many for this to pay
 */
export function alignSparse({ page, pageFrom, m, source, placeFrom, n, step }: Stretches): number {
  rows[0] = columns[0] = scores[0] = 0;
  count = 1;
  const pageBase = step === 1 ? pageFrom - 1 : pageFrom;
  const placeBase = step === 1 ? placeFrom - 1 : placeFrom;
  for (let i = 1; i <= m; i++) {
    const unit = page[pageBase + step * i]!;
    for (let j = 1; j <= n; j++) {
      if (unit !== source[placeBase + step * j]) continue;
      if (count === MOST) return -1;
      rows[count] = i;
      columns[count++] = j;
    }
  }
  if (count > 64 && count * count > 8 * m * n) return -1;
  for (let k = 1; k < count; k++) {
    before(rows[k]! - 1, columns[k]! - 1, k);
    previous[k] = from;
    scores[k] = score + MATCH;
  }
  return count - 1;
}

/**
 * The best cell to come from at row x and column y, among the first `count`: the one at (x, y)
 * itself, or one before it over a gap on the page, in the source or in both.
 *
 * Of equals the one at (x, y) is taken, then one over a gap that ends on the page (the first
 * row, in it column y), then one over a gap that ends in the source (the first column, in it row x).
 */
function before(x: number, y: number, count: number): void {
  let here = -1;
  let page = -1;
  let pageScore = NONE;
  let source = -1;
  let sourceScore = NONE;
  for (let t = 0; t < count && rows[t]! <= x; t++) {
    const i = rows[t]!;
    const j = columns[t]!;
    if (j > y) continue;
    if (i === x && j === y) {
      here = t;
      continue;
    }
    const value = scores[t]! - (i === x || j === y ? OPEN : 2 * OPEN);
    if (i < x && (value > pageScore || (value === pageScore && j === y && rows[page] === i))) {
      pageScore = value;
      page = t;
    }
    if (j < y) {
      const column = columns[source]!;
      if (value > sourceScore || (value === sourceScore && (j < column || (j === column && i === x)))) {
        sourceScore = value;
        source = t;
      }
    }
  }
  from = here;
  score = here < 0 ? NONE : scores[here]!;
  if (pageScore > score) {
    score = pageScore;
    from = page;
  }
  if (sourceScore > score) {
    score = sourceScore;
    from = source;
  }
}

/** The cell that pays most where an end is free, less what `cost` says of its distance; 0 for none over `least`. */
export function bestEnd(least: number, cost: (distance: number) => number): number {
  let top = least;
  let best = 0;
  for (let k = 1; k < count; k++) {
    const value = scores[k]! - cost(Math.max(rows[k]!, columns[k]!));
    if (value > top) {
      top = value;
      best = k;
    }
  }
  return best;
}

/** The cell that an alignment of both whole stretches ends with. */
export function lastCell(m: number, n: number): number {
  before(m, n, count);
  return from;
}

/** The stretches of the alignment that ends with a cell, from the last to the first. */
export function sparseRuns(cell: number, stretches: Stretches): Run[] {
  const runs: Run[] = [];
  let length = 0;
  for (let k = cell; k > 0; k = previous[k]!) {
    length++;
    const next = previous[k]!;
    if (next > 0 && rows[next] === rows[k]! - 1 && columns[next] === columns[k]! - 1) continue;
    runs.push(runOf(stretches, rows[k]! - 1, columns[k]! - 1, length));
    length = 0;
  }
  return runs;
}

/** The run of `length` equal units after `i` units of the one stretch and `j` of the other. */
export function runOf({ pageFrom, placeFrom, step }: Stretches, i: number, j: number, length: number): Run {
  return step === 1
    ? { page: pageFrom + i, place: placeFrom + j, length }
    : { page: pageFrom - i - length, place: placeFrom - j - length, length };
}
