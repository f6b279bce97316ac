import { comparePosition, isElement, parentOf } from './bare.ts';

/**
 * The flat tree: what the page renders, with open shadow roots in the place of
 * their hosts' children, and these children where slots show them.
 */

/** The open shadow root of an element, or null. */
export function shadowOf({ shadowRoot }: Element): ShadowRoot | null {
  // A field of a form may have that name.
  return shadowRoot?.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? shadowRoot : null;
}

/** The element that a node is rendered in; null above the root, and for what no slot shows. */
export function flatParent(node: Node): Element | null {
  const parent = parentOf(node);
  if (parent === null) return null;
  if (parent instanceof ShadowRoot) return parent.host;
  if (!isElement(parent)) return null;
  return shadowOf(parent) === null ? parent : (node as Element | Text).assignedSlot;
}

/** Whether `a` comes before `b` in the document, none of them in a shadow tree. */
export function precedes(a: Node, b: Node): boolean {
  return (comparePosition(a, b) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** Whether `a` is rendered before `b`. Linear in the depth of the page. */
export function precedesFlat(a: Node, b: Node): boolean {
  const ofA = flatPath(a);
  const ofB = flatPath(b);
  let i = 0;
  while (i < ofA.length && i < ofB.length && ofA[i] === ofB[i]) i++;
  const [nextA, nextB] = [ofA[i], ofB[i]];
  // One of them is around the other, or they are the same.
  if (nextA === undefined || nextB === undefined) return nextB !== undefined;
  return precedes(nextA, nextB);
}

/** The elements that a node is rendered in, the outermost first, and the node. */
function flatPath(node: Node): Node[] {
  const path: Node[] = [];
  for (let at: Node | null = node; at !== null; at = flatParent(at)) path.push(at);
  return path.reverse();
}
