/** A piece of a character diff: what both have, what only the note has, what only the page has. */
export interface DiffPart {
  readonly type: 'same' | 'removed' | 'added';
  /** Units of the old text, for `added` the place where it was put in. */
  readonly from: { readonly start: number; readonly end: number };
  /** Units of the new text, for `removed` the place where it was taken out. */
  readonly to: { readonly start: number; readonly end: number };
}

/**
 * The edit distance (Levenshtein) between two texts, or `limit` + 1 where it is
 * more. Banded: O(limit × length).
 */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let previous = new Uint32Array(b.length + 1);
  let current = new Uint32Array(b.length + 1);
  const beyond = limit + 1;
  for (let j = 0; j <= b.length; j++) previous[j] = Math.min(j, beyond);
  for (let i = 1; i <= a.length; i++) {
    const first = Math.max(1, i - limit);
    const last = Math.min(b.length, i + limit);
    current.fill(beyond, 0, b.length + 1);
    if (i <= limit) current[0] = i;
    let least = current[0] ?? beyond;
    for (let j = first; j <= last; j++) {
      const cost = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      const value = Math.min(
        (previous[j - 1] ?? 0) + cost,
        (previous[j] ?? 0) + 1,
        (current[j - 1] ?? 0) + 1,
        beyond,
      );
      current[j] = value;
      if (value < least) least = value;
    }
    if (least > limit) return beyond;
    [previous, current] = [current, previous];
  }
  return previous[b.length] ?? beyond;
}

/** Tables beyond this many cells are not worth a finer diff. */
const MOST_CELLS = 4_000_000;

/**
 * A shortest character diff of two texts, pieces of one kind joined, what was
 * removed before what was added. O(n × m) after what both begin and end with has
 * been set aside; very long differences are given as one.
 */
export function diffCharacters(a: string, b: string): DiffPart[] {
  let head = 0;
  const most = Math.min(a.length, b.length);
  while (head < most && a.charCodeAt(head) === b.charCodeAt(head)) head++;
  let tail = 0;
  while (tail < most - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail))
    tail++;
  const rows = a.length - head - tail;
  const columns = b.length - head - tail;
  const steps: DiffPart['type'][] = [];
  if (rows * columns > MOST_CELLS) {
    for (let i = 0; i < rows; i++) steps.push('removed');
    for (let j = 0; j < columns; j++) steps.push('added');
  } else {
    steps.push(...shortest(a.slice(head, head + rows), b.slice(head, head + columns)));
  }
  return join([...same(head), ...steps, ...same(tail)]);
}

const same = (count: number): DiffPart['type'][] => Array.from({ length: count }, () => 'same');

/** The longest common subsequence's steps, from the first to the last. */
function shortest(a: string, b: string): DiffPart['type'][] {
  const width = b.length + 1;
  const common = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      common[i * width + j] =
        a.charCodeAt(i) === b.charCodeAt(j)
          ? (common[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0);
    }
  }
  const steps: DiffPart['type'][] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a.charCodeAt(i) === b.charCodeAt(j)) {
      steps.push('same');
      i++;
      j++;
    } else if (
      j >= b.length ||
      (i < a.length && (common[(i + 1) * width + j] ?? 0) >= (common[i * width + j + 1] ?? 0))
    ) {
      steps.push('removed');
      i++;
    } else {
      steps.push('added');
      j++;
    }
  }
  return steps;
}

/** Joins steps into parts; within one place of change, removed before added. */
function join(steps: readonly DiffPart['type'][]): DiffPart[] {
  const parts: DiffPart[] = [];
  let from = 0;
  let to = 0;
  let at = 0;
  while (at < steps.length) {
    let kept = 0;
    while (steps[at] === 'same') {
      kept++;
      at++;
    }
    if (kept > 0) {
      parts.push({
        type: 'same',
        from: { start: from, end: from + kept },
        to: { start: to, end: to + kept },
      });
      from += kept;
      to += kept;
    }
    let removed = 0;
    let added = 0;
    for (; at < steps.length && steps[at] !== 'same'; at++) {
      if (steps[at] === 'removed') removed++;
      else added++;
    }
    if (removed > 0) {
      parts.push({ type: 'removed', from: { start: from, end: from + removed }, to: { start: to, end: to } });
      from += removed;
    }
    if (added > 0) {
      parts.push({ type: 'added', from: { start: from, end: from }, to: { start: to, end: to + added } });
      to += added;
    }
  }
  return parts;
}
