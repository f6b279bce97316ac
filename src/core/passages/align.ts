/**
 * Alignment of short stretches, in the manner of Gotoh (1982): the best common
 * subsequence in which every gap costs to open, so that a single character that both
 * sides happen to share inside a reworded phrase is no match.
 */

const MATCH = 3;
const OPEN = 2;
/** What a unit left unmatched costs where an end is free. */
const TAIL_COST = 1;
const MOST_CELLS = 1 << 18;
/** How much longer the source's side of a gap may be before only its ends are looked at. */
const SLACK = 48;
const NONE = -1e9;

/** Reports a stretch of equal units. */
export type Report = (page: number, place: number, length: number) => void;

const State = { Match: 0, Page: 1, Source: 2 } as const;

let width = 0;
let best = [new Int32Array(0), new Int32Array(0), new Int32Array(0)] as const;
let from = [new Uint8Array(0), new Uint8Array(0), new Uint8Array(0)] as const;

function room(cells: number): void {
  if (best[0].length >= cells) return;
  const size = Math.max(4096, cells * 2);
  best = [new Int32Array(size), new Int32Array(size), new Int32Array(size)];
  from = [new Uint8Array(size), new Uint8Array(size), new Uint8Array(size)];
}

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
  report: Report,
): void {
  const m = pageEnd - pageStart;
  const n = placeEnd - placeStart;
  if (m <= 0 || n <= 0) return;
  // Where the source has much more, the page's words stand near one end of it.
  if (n > 2 * m + SLACK) {
    const window = m + SLACK / 2;
    let reached = 0;
    let top = placeStart;
    const early: [number, number, number][] = [];
    alignEnd(page, pageStart, source, placeStart, m, window, 1, (p, s, length) => {
      early.push([p, s, length]);
      reached = Math.max(reached, p + length - pageStart);
      top = Math.max(top, s + length);
    });
    const rest = m - reached;
    alignEnd(page, pageEnd, source, placeEnd, rest, Math.min(placeEnd - top, rest + SLACK / 2), -1, report);
    for (const [p, s, length] of early) report(p, s, length);
    return;
  }
  if ((m + 1) * (n + 1) > MOST_CELLS) return;
  fill(page, pageStart, m, source, placeStart, n, 1);
  traceback(m, n, (i, j, length) => {
    report(pageStart + i, placeStart + j, length);
  });
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
  report: Report,
): void {
  if (pageReach <= 0 || placeReach <= 0) return;
  if (!mayContinue(page, pageFrom, pageReach, source, placeFrom, placeReach, step)) return;
  fill(page, pageFrom, pageReach, source, placeFrom, placeReach, step);
  let top = 3;
  let ti = 0;
  let tj = 0;
  for (let i = 1; i <= pageReach; i++) {
    for (let j = 1; j <= placeReach; j++) {
      const score = best[0][i * width + j]! - TAIL_COST * (Math.max(i, j) >> 1);
      if (score > top) {
        top = score;
        ti = i;
        tj = j;
      }
    }
  }
  if (ti === 0) return;
  traceback(ti, tj, (i, j, length) => {
    if (step === 1) report(pageFrom + i, placeFrom + j, length);
    else report(pageFrom - i - length, placeFrom - j - length, length);
  });
}

function fill(
  page: Uint16Array,
  pageFrom: number,
  m: number,
  source: Uint16Array,
  placeFrom: number,
  n: number,
  step: 1 | -1,
): void {
  width = n + 1;
  room((m + 1) * width);
  const [M, P, S] = best;
  const [fm, fp, fs] = from;
  const back = step === 1 ? 0 : -1;
  M[0] = 0;
  P[0] = S[0] = NONE;
  for (let j = 1; j <= n; j++) {
    M[j] = P[j] = NONE;
    S[j] = -OPEN;
    fs[j] = j === 1 ? State.Match : State.Source;
  }
  for (let i = 1; i <= m; i++) {
    const row = i * width;
    const unit = page[pageFrom + back + step * (i - 1)]!;
    M[row] = S[row] = NONE;
    P[row] = -OPEN;
    fp[row] = i === 1 ? State.Match : State.Page;
    for (let j = 1; j <= n; j++) {
      const cell = row + j;
      const up = cell - width;
      if (unit === source[placeFrom + back + step * (j - 1)]) {
        const d = up - 1;
        let score = M[d]!;
        let origin: number = State.Match;
        if (P[d]! > score) {
          score = P[d]!;
          origin = State.Page;
        }
        if (S[d]! > score) {
          score = S[d]!;
          origin = State.Source;
        }
        M[cell] = score + MATCH;
        fm[cell] = origin;
      } else M[cell] = NONE;
      // A page unit without a counterpart; a gap in the page may follow one in the source.
      let open = M[up]! - OPEN;
      let origin: number = State.Match;
      if (S[up]! - OPEN > open) {
        open = S[up]! - OPEN;
        origin = State.Source;
      }
      if (P[up]! >= open) {
        open = P[up]!;
        origin = State.Page;
      }
      P[cell] = open;
      fp[cell] = origin;
      open = M[cell - 1]! - OPEN;
      origin = State.Match;
      if (P[cell - 1]! - OPEN > open) {
        open = P[cell - 1]! - OPEN;
        origin = State.Page;
      }
      if (S[cell - 1]! >= open) {
        open = S[cell - 1]!;
        origin = State.Source;
      }
      S[cell] = open;
      fs[cell] = origin;
    }
  }
}

function traceback(m: number, n: number, report: Report): void {
  const [M, P, S] = best;
  let i = m;
  let j = n;
  const cell = i * width + j;
  let state: number =
    M[cell]! >= P[cell]! && M[cell]! >= S[cell]!
      ? State.Match
      : P[cell]! >= S[cell]!
        ? State.Page
        : State.Source;
  let run = 0;
  while (i > 0 || j > 0) {
    const at = i * width + j;
    const origin: number = from[state]![at]!;
    if (state === State.Match) {
      run++;
      i--;
      j--;
      if (origin !== State.Match || (i === 0 && j === 0)) {
        report(i, j, run);
        run = 0;
      }
    } else if (state === State.Page) i--;
    else j--;
    state = origin;
    if (i === 0 && state === State.Match && j > 0) state = State.Source;
    if (j === 0 && state === State.Match && i > 0) state = State.Page;
  }
  if (run > 0) report(i, j, run);
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
