/**
 * An element for a closed shadow root of ours, not in the page yet.
 *
 * It comes from a document without scripts. The page may have defined a custom element
 * of that name; made here, ours would be one from the start, and its internals would
 * hand the page every shadow root attached to it, closed or not. Attach the root before
 * the element enters the page: then they do not.
 */
export function createHost(name: string): HTMLElement {
  // Elements that the page names hide what its document has.
  const made = Reflect.get<Document, 'implementation'>(Document.prototype, 'implementation', document);
  const host = made.createHTMLDocument('').createElement(name);
  Document.prototype.adoptNode.call(document, host);
  return host;
}
