/**
 * What to do to `expected` to get `actual`, by their longest common subsequence:
 * `- x (3)` for what is missing, `+ x (3)` for what is too much, each with the
 * ordinal of its place in its own list, from 1. O(n·m) time and memory: for lists
 * of some hundreds.
 */
export function diffLists(expected: readonly string[], actual: readonly string[]): string[] {
  const width = actual.length + 1;
  const common = new Uint32Array((expected.length + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = expected.length - 1; i >= 0; i--) {
    for (let j = actual.length - 1; j >= 0; j--) {
      common[i * width + j] =
        expected[i] === actual[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < expected.length || j < actual.length) {
    if (i < expected.length && j < actual.length && expected[i] === actual[j]) {
      i++;
      j++;
    } else if (j >= actual.length || (i < expected.length && at(i + 1, j) >= at(i, j + 1))) {
      lines.push(`- ${expected[i] ?? ''} (${String(++i)})`);
    } else {
      lines.push(`+ ${actual[j] ?? ''} (${String(++j)})`);
    }
  }
  return lines;
}
