/** One regular expression over many terms, as a trie: the best that a peer can be given. */
export function trieExpression(terms: readonly string[]): string {
  interface Node {
    end: boolean;
    readonly next: Map<string, Node>;
  }
  const root: Node = { end: false, next: new Map() };
  for (const term of terms) {
    let node = root;
    for (const character of term) {
      let next = node.next.get(character);
      if (next === undefined) node.next.set(character, (next = { end: false, next: new Map() }));
      node = next;
    }
    node.end = true;
  }
  const source = ({ end, next }: Node): string => {
    const branches = [...next].map(([c, node]) => c.replace(/[\\^$.*+?()[\]{}|/]/gu, '\\$&') + source(node));
    if (branches.length === 0) return '';
    const group = branches.length === 1 && !end ? (branches[0] ?? '') : `(?:${branches.join('|')})`;
    return end ? `${group}?` : group;
  };
  return source(root);
}
