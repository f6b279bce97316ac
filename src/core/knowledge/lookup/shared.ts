/**
 * The entries that are in every group, ascending; in a group are those of any of its
 * lists. Linear in the lists and in a thirty-second of the entries: one bit each.
 *
 * @param entries how many there are
 */
export function sharedEntries(groups: readonly (readonly Uint32Array[])[], entries: number): Uint32Array {
  const [first = [], ...rest] = groups;
  if (rest.length === 0 && first.length === 1) return first[0] ?? new Uint32Array();
  const shared = bitsOf(first, entries);
  for (const group of rest) {
    const bits = bitsOf(group, entries);
    for (let i = 0; i < shared.length; i++) shared[i] = (shared[i] ?? 0) & (bits[i] ?? 0);
  }
  let count = 0;
  for (const word of shared) if (word !== 0) count += ones(word);
  const list = new Uint32Array(count);
  let at = 0;
  shared.forEach((word, i) => {
    for (let left = word; left !== 0; left &= left - 1) list[at++] = 32 * i + 31 - Math.clz32(left & -left);
  });
  return list;
}

/** How many entries lists have, one that is in several counted as often. */
export function totalLength(lists: readonly Uint32Array[]): number {
  return lists.reduce((sum, list) => sum + list.length, 0);
}

function bitsOf(lists: readonly Uint32Array[], entries: number): Uint32Array {
  const bits = new Uint32Array((entries + 31) >>> 5);
  for (const list of lists) {
    for (const entry of list) {
      bits[entry >>> 5] = (bits[entry >>> 5] ?? 0) | (1 << (entry & 31));
    }
  }
  return bits;
}

function ones(word: number): number {
  let count = 0;
  for (let left = word; left !== 0; left &= left - 1) count++;
  return count;
}
