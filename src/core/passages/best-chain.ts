import type { Run } from './segment.ts';

const MOST_LOOK_BACK = 64;

let scores = new Float64Array(64);
let previous = new Int32Array(64);

/** The chain that covers most, anchors in the order of page and source alike. Overlaps are cut off. */
export function bestChain(all: readonly Run[]): Run[] {
  const runs = all.slice();
  // Anchors come nearly in order of the page.
  for (let i = 1; i < runs.length; i++) {
    const run = runs[i]!;
    let at = i;
    for (; at > 0 && isAfter(runs[at - 1]!, run); at--) runs[at] = runs[at - 1]!;
    runs[at] = run;
  }
  if (scores.length < runs.length) {
    scores = new Float64Array(2 * runs.length);
    previous = new Int32Array(2 * runs.length);
  }
  let top = 0;
  for (let i = 0; i < runs.length; i++) {
    const { page, place, length } = runs[i]!;
    let score = length;
    let from = -1;
    for (let j = i - 1; j >= Math.max(0, i - MOST_LOOK_BACK); j--) {
      const before = runs[j]!;
      if (before.place >= place || before.page >= page) continue;
      const pageGap = page - before.page - before.length;
      const placeGap = place - before.place - before.length;
      const overlap = Math.max(0, -pageGap, -placeGap);
      if (overlap >= length) continue;
      const value = scores[j]! + length - overlap - Math.min(8, Math.abs(pageGap - placeGap) / 8);
      if (value > score) {
        score = value;
        from = j;
      }
    }
    scores[i] = score;
    previous[i] = from;
    if (score > scores[top]!) top = i;
  }
  const chain: Run[] = [];
  for (let i = top; i >= 0; i = previous[i]!) chain.push(runs[i]!);
  chain.reverse();
  return withoutOverlaps(chain);
}

function isAfter(a: Run, b: Run): boolean {
  return a.page > b.page || (a.page === b.page && a.place > b.place);
}

function withoutOverlaps(chain: readonly Run[]): Run[] {
  const result: Run[] = [];
  for (const run of chain) {
    const last = result.at(-1);
    const overlap =
      last === undefined
        ? 0
        : Math.max(0, last.page + last.length - run.page, last.place + last.length - run.place);
    if (overlap < run.length) {
      result.push({ page: run.page + overlap, place: run.place + overlap, length: run.length - overlap });
    }
  }
  return result;
}
