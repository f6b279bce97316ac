/** Longer selections are cut: what is looked up is a term, or a passage that has one. */
const MOST_SELECTED = 2000;

/** What the reader has selected in this frame's text; '' where it is nothing, or in a form field. */
export function selectedText(): string {
  if (document.activeElement?.matches('input, textarea') === true) return '';
  return (getSelection()?.toString() ?? '').trim().slice(0, MOST_SELECTED);
}

/** Where the selection is, or undefined. */
export function selectedRange(): StaticRange | undefined {
  const selection = getSelection();
  if (selection === null || selection.rangeCount === 0 || selection.isCollapsed) return undefined;
  const { startContainer, startOffset, endContainer, endOffset } = selection.getRangeAt(0);
  return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
}
