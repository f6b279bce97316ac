/** A node as the debugging protocol gives it: it sees into closed shadow roots too. */
export interface PiercedNode {
  readonly nodeId: number;
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly attributes?: readonly string[];
  readonly children?: readonly PiercedNode[];
  readonly shadowRoots?: readonly PiercedNode[];
}

/** A node with all in it, in the order of the tree. */
export function all(node: PiercedNode): PiercedNode[] {
  return [node, ...(node.children ?? []).flatMap(all), ...(node.shadowRoots ?? []).flatMap(all)];
}

/** The text in a node, shadow trees aside. */
export function textOf(node: PiercedNode): string {
  if (node.nodeName === '#text') return node.nodeValue;
  return (node.children ?? []).map(textOf).join('');
}

export function attribute({ attributes = [] }: PiercedNode, name: string): string | undefined {
  const at = attributes.findIndex((value, i) => i % 2 === 0 && value === name);
  return at < 0 ? undefined : attributes[at + 1];
}
