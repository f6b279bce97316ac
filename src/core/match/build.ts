/**
 * Builds a double-array Aho-Corasick automaton.
 *
 * Aho & Corasick, “Efficient string matching: an aid to bibliographic search”,
 * CACM 18 (1975); double array after Aoe, “An efficient digital search algorithm
 * by using a double-array structure”, IEEE TSE 15 (1989). Every state with
 * children has a base of its own, so that the label alone tells whether a cell is
 * the child (no parent need be stored).
 */

/** The automaton as plain arrays; a state is its cell's index, the root is 0. */
export interface Automaton {
  /** Child of state s by code c is cell `base[s] + c`, if `check` there is c. */
  base: Int32Array;
  /** The code by which a cell is reached; 0 where the cell is free. */
  check: Uint16Array;
  /** The state of the longest proper suffix. */
  fail: Int32Array;
  /** 1 + the index of the first pattern that ends here, or 0; equal patterns follow one another. */
  output: Int32Array;
  /** The nearest state by suffix links with an output, or 0. */
  link: Int32Array;
}

/**
 * @param patterns each a sequence of codes in 1 … `maxCode`, not empty, in the order
 * of {@link comparePatterns}
 * @param maxCode the largest code
 *
 * Time and space linear in the number of trie nodes, but for the search for free
 * cells, which is near linear in practice.
 */
export function buildAutomaton(patterns: readonly Uint16Array[], maxCode: number): Automaton {
  // 1. A trie, children kept as sibling lists in order of their code.
  const total = patterns.reduce((sum, p) => sum + p.length, 1);
  const code = new Uint16Array(total);
  const firstChild = new Int32Array(total);
  const nextSibling = new Int32Array(total);
  const ends = new Int32Array(total);
  let nodes = 1;
  const path = [0];
  const lastChild = new Int32Array(total);
  let previous: Uint16Array = new Uint16Array(0);
  patterns.forEach((pattern, index) => {
    let shared = 0;
    while (shared < previous.length && previous[shared] === pattern[shared]) shared++;
    path.length = shared + 1;
    for (let i = shared; i < pattern.length; i++) {
      const parent = path[i]!;
      const node = nodes++;
      code[node] = pattern[i]!;
      if (lastChild[parent] === 0) firstChild[parent] = node;
      else nextSibling[lastChild[parent]!] = node;
      lastChild[parent] = node;
      path.push(node);
    }
    const last = path[pattern.length]!;
    if (ends[last] === 0) ends[last] = index + 1;
    previous = pattern;
  });

  // 2. Cells: nodes in breadth-first order, each family at the first base that fits.
  let size = Math.max(1024, nodes * 2 + maxCode + 2);
  let check = new Uint16Array(size);
  let usedBase = new Uint8Array(size);
  const cellOf = new Int32Array(nodes);
  const baseOf = new Int32Array(nodes).fill(-1);
  const queue = new Int32Array(nodes);
  let tail = 1;
  let firstFree = 1;
  let lastCell = 0;
  check[0] = 0xffff;
  for (let head = 0; head < tail; head++) {
    const node = queue[head]!;
    const child = firstChild[node]!;
    if (child === 0) continue;
    const lowest = code[child]!;
    let candidate = Math.max(firstFree, lowest);
    search: for (; ; candidate++) {
      const base = candidate - lowest;
      if (base + maxCode + 1 >= size) {
        size *= 2;
        check = grow(check, size);
        usedBase = grow(usedBase, size);
      }
      if (check[candidate] !== 0 || usedBase[base] !== 0) continue;
      for (let c = nextSibling[child]!; c !== 0; c = nextSibling[c]!) {
        if (check[base + code[c]!] !== 0) continue search;
      }
      break;
    }
    const base = candidate - lowest;
    usedBase[base] = 1;
    baseOf[node] = base;
    for (let c = child; c !== 0; c = nextSibling[c]!) {
      const cell = base + code[c]!;
      check[cell] = code[c]!;
      cellOf[c] = cell;
      if (cell > lastCell) lastCell = cell;
      queue[tail++] = c;
    }
    while (check[firstFree] !== 0) firstFree++;
    // Where nearly every cell is taken, do not search the crowded part again.
    if (candidate - firstFree > 128) firstFree = candidate - 64;
  }

  // 3. Suffix links, breadth first. A state without children gets a base past the
  // last cell, where nothing but zeros follows.
  const cells = lastCell + 1;
  const length = cells + maxCode + 1;
  const base = new Int32Array(length).fill(cells);
  const fail = new Int32Array(length);
  const output = new Int32Array(length);
  const link = new Int32Array(length);
  const finalCheck = new Uint16Array(length);
  finalCheck.set(check.subarray(0, cells));
  for (let node = 0; node < nodes; node++) {
    const cell = cellOf[node]!;
    if (baseOf[node]! >= 0) base[cell] = baseOf[node]!;
    output[cell] = ends[node]!;
  }
  for (let head = 0; head < tail; head++) {
    const node = queue[head]!;
    const cell = cellOf[node]!;
    for (let c = firstChild[node]!; c !== 0; c = nextSibling[c]!) {
      const childCell = cellOf[c]!;
      if (node === 0) continue;
      const label = code[c]!;
      let state = fail[cell]!;
      let target = base[state]! + label;
      while (finalCheck[target] !== label && state !== 0) {
        state = fail[state]!;
        target = base[state]! + label;
      }
      if (finalCheck[target] === label) fail[childCell] = target;
      const suffix = fail[childCell]!;
      link[childCell] = output[suffix] !== 0 ? suffix : link[suffix]!;
    }
  }
  return { base, check: finalCheck, fail, output, link };
}

/** The order in which patterns go into the automaton: by code, a prefix first. */
export function comparePatterns(a: Uint16Array, b: Uint16Array): number {
  const length = Math.min(a.length, b.length);
  for (let i = 0; i < length; i++) {
    if (a[i] !== b[i]) return a[i]! - b[i]!;
  }
  return a.length - b.length;
}

function grow<T extends Uint8Array | Uint16Array>(array: T, size: number): T {
  const larger = new (array.constructor as new (n: number) => T)(size);
  larger.set(array);
  return larger;
}
