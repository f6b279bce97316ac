import { roleOfName, type Role } from '../core/text/html-roles.ts';
import { attributeOf, hasAttributes, isElement, nameOf } from './bare.ts';
import { flatParent } from './flat-tree.ts';

/**
 * How the DOM reader reads an element. Unlike the static reader of the command
 * line it leaves hidden *blocks* in: whether a block is rendered is asked where a
 * term was found in it, and asked again when that changes. Inline elements must be
 * judged at once, since their text is part of the text around them.
 */
export function elementRole(element: Element): Role {
  const role = roleOfName(nameOf(element));
  if (role === 'skip' || role === 'break' || !hasAttributes(element)) return role;
  if (isEdited(element)) return 'skip';
  if (role === 'inline' && isHiddenInline(element)) return 'skip';
  return role;
}

/** Whether the reader writes in this element. */
function isEdited(element: Element): boolean {
  const value = attributeOf(element, 'contenteditable');
  return value !== null && value.toLowerCase() !== 'false';
}

const HIDING_STYLE = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/iu;

function isHiddenInline(element: Element): boolean {
  return attributeOf(element, 'hidden') !== null || isHidingStyle(attributeOf(element, 'style'));
}

/** Whether a style attribute takes its element out of the text. */
export function isHidingStyle(style: string | null): boolean {
  return style !== null && HIDING_STYLE.test(style);
}

/** The nearest block at or above a node, to which its text belongs. */
export function containerOf(node: Node): Element | null {
  let element = isElement(node) ? node : flatParent(node);
  while (element !== null && roleOfName(nameOf(element)) !== 'block') {
    const parent = flatParent(element);
    if (parent === null) return element;
    element = parent;
  }
  return element;
}

/** Whether text in this element is read at all: no ancestor is skipped or edited. */
export function isReadable(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = flatParent(at)) {
    const role = elementRole(at);
    if (role === 'skip' || role === 'object') return false;
  }
  return true;
}
