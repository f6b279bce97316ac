/** What is no text of a page. */
const SILENT = new Set(
  'SCRIPT STYLE TEMPLATE NOSCRIPT HEAD TITLE IFRAME OBJECT SVG TEXTAREA SELECT BUTTON RT RP'.split(' '),
);

/** What stands in a line; everything else begins and ends one. */
const INLINE = new Set(
  (
    'A ABBR B BDI BDO BIG CITE CODE DATA DEL DFN EM FONT I INS KBD MARK NOBR Q RB RUBY S SAMP SMALL SPAN STRIKE ' +
    'STRONG SUB SUP TIME TT U VAR WBR'
  ).split(' '),
);

/**
 * The text of an HTML file, a line a block. The parsed document has no window: none
 * of its scripts run, and nothing that it names is loaded.
 */
export function htmlText(html: string): string {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  const lines: string[] = [];
  let line = '';
  const end = (): void => {
    const text = line.replace(/[ \t\r\n\f]+/gu, ' ').trim();
    if (text !== '') lines.push(text);
    line = '';
  };
  const walker = document.createTreeWalker(body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  // By hand, since the end of a block ends its line too; the depth of hostile HTML is no stack's.
  let node: Node | null = walker.firstChild();
  while (node !== null) {
    const silent = node instanceof Element && SILENT.has(node.tagName.toUpperCase());
    if (node instanceof Text) line += node.data;
    else if (node instanceof Element && !INLINE.has(node.tagName)) end();
    const child = silent ? null : walker.firstChild();
    if (child !== null) {
      node = child;
      continue;
    }
    node = walker.nextSibling();
    while (node === null) {
      const parent = walker.parentNode();
      if (parent === null) {
        end();
        return lines.join('\n');
      }
      if (parent instanceof Element && !INLINE.has(parent.tagName)) end();
      node = walker.nextSibling();
    }
  }
  end();
  return lines.join('\n');
}
