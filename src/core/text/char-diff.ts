/** A stretch of one of two texts, and whether the other has it too. */
export interface DiffPiece {
  readonly text: string;
  readonly shared: boolean;
}

/**
 * Which characters two short texts share in order, by a longest common
 * subsequence of code points, and which only one of them has. Of subsequences
 * equally long the one whose characters stand in fewer stretches is preferred, so
 * that words stay whole.
 *
 * O(n·m) time and memory: for headwords and sentences.
 */
export function charDiff(a: string, b: string): readonly [DiffPiece[], DiffPiece[]] {
  const [left, right] = [[...a], [...b]];
  const width = right.length + 1;
  // From the end: twice the length of the best subsequence, less one for each stretch.
  const best = new Int32Array((left.length + 1) * width);
  const run = new Int32Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i--) {
    for (let j = right.length - 1; j >= 0; j--) {
      const at = i * width + j;
      const skip = Math.max(best[at + width] ?? 0, best[at + 1] ?? 0);
      best[at] = skip;
      if (left[i] !== right[j]) continue;
      const next = at + width + 1;
      const taken = Math.max((best[next] ?? 0) + COST - 1, (run[next] ?? 0) + COST);
      run[at] = taken;
      best[at] = Math.max(skip, taken - 1);
    }
  }
  return walk(left, right, best, run, width);
}

/** What a shared character is worth, beside the one that a new stretch costs. */
const COST = 4096;

function walk(
  left: readonly string[],
  right: readonly string[],
  best: Int32Array,
  run: Int32Array,
  width: number,
): readonly [DiffPiece[], DiffPiece[]] {
  const pieces: [DiffPiece[], DiffPiece[]] = [[], []];
  const add = (side: 0 | 1, text: string, shared: boolean): void => {
    const last = pieces[side].at(-1);
    if (last?.shared === shared) pieces[side][pieces[side].length - 1] = { text: last.text + text, shared };
    else pieces[side].push({ text, shared });
  };
  let [i, j] = [0, 0];
  let inRun = false;
  while (i < left.length && j < right.length) {
    const at = i * width + j;
    const taken = (run[at] ?? 0) - (inRun ? 0 : 1);
    const skip = Math.max(best[at + width] ?? 0, best[at + 1] ?? 0);
    const [l = '', r = ''] = [left[i], right[j]];
    if (l === r && taken >= skip) {
      add(0, l, true);
      add(1, r, true);
      inRun = true;
      i++;
      j++;
      continue;
    }
    inRun = false;
    if ((best[at + width] ?? 0) >= (best[at + 1] ?? 0)) {
      add(0, l, false);
      i++;
    } else {
      add(1, r, false);
      j++;
    }
  }
  for (; i < left.length; i++) add(0, left[i] ?? '', false);
  for (; j < right.length; j++) add(1, right[j] ?? '', false);
  return pieces;
}
