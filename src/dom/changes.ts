import { roleOfName } from '../core/text/html-roles.ts';
import { attributeOf, isElement, nameOf } from './bare.ts';
import { isHidingStyle } from './element-roles.ts';

/**
 * Whether a change of the page changes the own text of the block that it happened
 * in, so that the block must be read again. Blocks coming into or going out of a
 * block that has no text beside them change nothing but themselves, however long
 * the list that they are appended to.
 */
export function changesOwnText(record: MutationRecord): boolean {
  switch (record.type) {
    case 'characterData':
      return true;
    case 'attributes':
      return changesReading(record);
    case 'childList':
      return (
        someInline(record.addedNodes) ||
        someInline(record.removedNodes) ||
        (isInline(record.previousSibling) && isInline(record.nextSibling))
      );
  }
}

function changesReading({ target, attributeName, oldValue }: MutationRecord): boolean {
  const element = target as Element;
  if (attributeName === 'contenteditable') return attributeOf(element, 'contenteditable') !== oldValue;
  // Its box is there either way, so that nothing else tells.
  if (
    attributeName === 'hidden' &&
    (oldValue === 'until-found' || attributeOf(element, 'hidden') === 'until-found')
  )
    return true;
  // Whether a block is rendered is seen when it is shown or hidden.
  if (roleOfName(nameOf(element)) === 'block') return false;
  if (attributeName === 'hidden') return (attributeOf(element, 'hidden') === null) !== (oldValue === null);
  return isHidingStyle(attributeOf(element, 'style')) !== isHidingStyle(oldValue);
}

function someInline(nodes: NodeList): boolean {
  for (const node of nodes) if (isInline(node)) return true;
  return false;
}

/** Text, or an element that is part of the text around it. */
function isInline(node: Node | null): boolean {
  if (node === null) return false;
  if (node.nodeType === Node.TEXT_NODE) return /\S/u.test((node as Text).data);
  if (!isElement(node)) return false;
  const role = roleOfName(nameOf(node));
  return role !== 'block' && role !== 'skip';
}
