const INTERACTIVE =
  'a[href], area[href], button, summary, label, input, select, textarea, option, audio, video, ' +
  '[onclick], [contenteditable], [role="button"], [role="link"], [role="tab"], [role="menuitem"], [role="option"]';

/** Whether a click on this element is the page's own: a link, a button and the like. */
export function isInteractive(element: Element | null): boolean {
  return element !== null && element.closest(INTERACTIVE) !== null;
}
