import { alignDense, denseRuns, scoreAt } from './align-dense.ts';
import { alignSparse, bestEnd, lastCell, sparseRuns, type Stretches } from './align-sparse.ts';
import type { Run } from './segment.ts';

/**
 * Alignment of short stretches, in the manner of Gotoh (1982): the best common
 * subsequence in which every gap costs to open, so that a single character that both
 * sides happen to share inside a reworded phrase is no match.
 */

/** What two units left unmatched cost where an end is free. */
const TAIL_COST = 1;
/** An end pays from more than this on. */
const LEAST_PAID = 3;
const MOST_CELLS = 1 << 18;
/** How much longer the source's side of a gap may be before only its ends are looked at. */
const SLACK = 48;

const NO_RUNS: readonly Run[] = [];

/**
 * Aligns page[pageStart, pageEnd) with source[placeStart, placeEnd), both ends held.
 * O(product of the lengths); stretches too long for that are left unaligned.
 */
export function alignGap(
  page: Uint16Array,
  pageStart: number,
  pageEnd: number,
  source: Uint16Array,
  placeStart: number,
  placeEnd: number,
): Run[] {
  const m = pageEnd - pageStart;
  const n = placeEnd - placeStart;
  if (m <= 0 || n <= 0) return [];
  // Where the source has much more, the page's words stand near one end of it.
  if (n > 2 * m + SLACK) {
    const early = alignEnd(page, pageStart, source, placeStart, m, m + SLACK / 2, 1);
    let reached = 0;
    let top = placeStart;
    for (const run of early) {
      reached = Math.max(reached, run.page + run.length - pageStart);
      top = Math.max(top, run.place + run.length);
    }
    const rest = m - reached;
    const reach = Math.min(placeEnd - top, rest + SLACK / 2);
    return [...alignEnd(page, pageEnd, source, placeEnd, rest, reach, -1), ...early];
  }
  if ((m + 1) * (n + 1) > MOST_CELLS) return [];
  const stretches = { page, pageFrom: pageStart, m, source, placeFrom: placeStart, n, step: 1 } as const;
  if (alignSparse(stretches) >= 0) return sparseRuns(lastCell(m, n), stretches);
  alignDense(stretches);
  return denseRuns(m, n, stretches);
}

/**
 * Aligns outward from a known match: forward (`step` 1) from pageFrom and placeFrom
 * on, or backward (`step` -1) from the units before them, as far as it pays.
 * `reach` units at most on either side.
 */
export function alignEnd(
  page: Uint16Array,
  pageFrom: number,
  source: Uint16Array,
  placeFrom: number,
  pageReach: number,
  placeReach: number,
  step: 1 | -1,
): readonly Run[] {
  if (pageReach <= 0 || placeReach <= 0) return NO_RUNS;
  if (!mayContinue(page, pageFrom, pageReach, source, placeFrom, placeReach, step)) return NO_RUNS;
  const stretches = { page, pageFrom, m: pageReach, source, placeFrom, n: placeReach, step };
  if (alignSparse(stretches) < 0) return denseEnd(stretches);
  const best = bestEnd(LEAST_PAID, tailCost);
  return best === 0 ? NO_RUNS : sparseRuns(best, stretches);
}

function denseEnd(stretches: Stretches): readonly Run[] {
  alignDense(stretches);
  let top = LEAST_PAID;
  let ti = 0;
  let tj = 0;
  for (let i = 1; i <= stretches.m; i++) {
    for (let j = 1; j <= stretches.n; j++) {
      const score = scoreAt(i, j) - tailCost(Math.max(i, j));
      if (score > top) {
        top = score;
        ti = i;
        tj = j;
      }
    }
  }
  return ti === 0 ? NO_RUNS : denseRuns(ti, tj, stretches);
}

function tailCost(distance: number): number {
  return TAIL_COST * (distance >> 1);
}

const SLOTS = 4096;
const seen = new Int32Array(SLOTS);
let stamp = 0;

/** Whether the two stretches share any two units in a row: most ends do not, and need no table. */
function mayContinue(
  page: Uint16Array,
  pageFrom: number,
  pageReach: number,
  source: Uint16Array,
  placeFrom: number,
  placeReach: number,
  step: 1 | -1,
): boolean {
  if (stamp === 0x7fffffff) {
    seen.fill(0);
    stamp = 0;
  }
  stamp++;
  const pageLow = step === 1 ? pageFrom : pageFrom - pageReach;
  for (let i = pageLow; i + 1 < pageLow + pageReach; i++) {
    seen[pair(page[i]!, page[i + 1]!)] = stamp;
  }
  const placeLow = step === 1 ? placeFrom : placeFrom - placeReach;
  for (let i = placeLow; i + 1 < placeLow + placeReach; i++) {
    if (seen[pair(source[i]!, source[i + 1]!)] === stamp) return true;
  }
  return false;
}

function pair(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> 20;
}
