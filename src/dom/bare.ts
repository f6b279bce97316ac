/**
 * What a node is and where it stands, whatever the page calls its elements: fields of
 * a form hide what the form itself has under their names (`<input name="parentNode">`),
 * and named forms and images what the document has, from every script of the page and
 * from ours. The prototypes, which are our world's own, are not hidden.
 */
type Call<T> = (this: Node, ...of: unknown[]) => T;

/** What asks a node for an attribute of its prototype, or calls its method. */
function call<T>(prototype: object, name: string): Call<T> {
  const found: { readonly get?: Call<T>; readonly value?: Call<T> } =
    Object.getOwnPropertyDescriptor(prototype, name) ?? {};
  return (found.get ?? found.value)!;
}

const [ofNode, ofElement] = [Node.prototype, Element.prototype];
const parentNode = call<Node | null>(ofNode, 'parentNode');
const firstChild = call<ChildNode | null>(ofNode, 'firstChild');
const nextSibling = call<ChildNode | null>(ofNode, 'nextSibling');
const connected = call<boolean>(ofNode, 'isConnected');
const position = call<number>(ofNode, 'compareDocumentPosition');
const attributes = call<boolean>(ofElement, 'hasAttributes');
const attribute = call<string | null>(ofElement, 'getAttribute');
const children = call<HTMLCollection>(ofElement, 'children');
const descendants = call<HTMLCollectionOf<Element>>(ofElement, 'getElementsByTagName');
const visible = call<boolean>(ofElement, 'checkVisibility');
const root = call<Element | null>(Document.prototype, 'documentElement');

const VISIBLE: CheckVisibilityOptions = { visibilityProperty: true };

// Each a function of its own: what calls one thing only, browsers make fast.
export const parentOf = (node: Node): Node | null => parentNode.call(node);
export const firstChildOf = (node: Node): ChildNode | null => firstChild.call(node);
export const nextSiblingOf = (node: Node): ChildNode | null => nextSibling.call(node);
export const isConnected = (node: Node): boolean => connected.call(node);
export const comparePosition = (node: Node, other: Node): number => position.call(node, other);
export const hasAttributes = (element: Element): boolean => attributes.call(element);
export const attributeOf = (element: Element, name: string): string | null => attribute.call(element, name);
export const childrenOf = (element: Element): HTMLCollection => children.call(element);
export const descendantsOf = (element: Element): HTMLCollectionOf<Element> => descendants.call(element, '*');
export const isVisible = (element: Element): boolean => visible.call(element, VISIBLE);
/** The document's outermost element; none before it is parsed. */
export const rootElement = (): Element | null => root.call(document);

export function isElement(node: Node): node is Element {
  const type: unknown = node.nodeType;
  // That of a form may be a field of its own.
  return type === 1 || typeof type === 'object';
}

/** The name of an element, in upper case in HTML. */
export function nameOf(element: Element): string {
  const name: unknown = element.tagName;
  return typeof name === 'string' ? name : 'FORM';
}
