import { MATCH, NONE, OPEN, runOf, type Stretches } from './align-sparse.ts';
import type { Run } from './segment.ts';

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
 * Aligns two stretches by the whole table (Gotoh 1982), whatever they have in common, and keeps
 * it for {@link scoreAt} and {@link denseRuns}. O(m·n).
 */
export function alignDense({ page, pageFrom, m, source, placeFrom, n, step }: Stretches): void {
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

/** What the best alignment scores that ends with equal units at a row and a column, from 1 on. */
export function scoreAt(i: number, j: number): number {
  return best[0][i * width + j]!;
}

/** The stretches of the alignment that ends at row m and column n, from the last to the first. */
export function denseRuns(m: number, n: number, stretches: Stretches): Run[] {
  const runs: Run[] = [];
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
        runs.push(runOf(stretches, i, j, run));
        run = 0;
      }
    } else if (state === State.Page) i--;
    else j--;
    state = origin;
    if (i === 0 && state === State.Match && j > 0) state = State.Source;
    if (j === 0 && state === State.Match && i > 0) state = State.Page;
  }
  if (run > 0) runs.push(runOf(stretches, i, j, run));
  return runs;
}
