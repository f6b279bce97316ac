/**
 * Puts text on the clipboard. Pages without a secure connection have no clipboard
 * API; there the older way still works, from a box that no one sees.
 * @throws where neither is allowed
 */
export async function copyText(text: string): Promise<void> {
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (clipboard !== undefined) {
    try {
      await clipboard.writeText(text);
      return;
    } catch {
      // The page's policy forbids it: the older way.
    }
  }
  // The selection is the page's; the text goes into the event instead.
  const state = { copied: false };
  const write = (event: ClipboardEvent): void => {
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
    event.stopImmediatePropagation();
    state.copied = true;
  };
  window.addEventListener('copy', write, { capture: true });
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else copies on http pages
    document.execCommand('copy');
  } finally {
    window.removeEventListener('copy', write, { capture: true });
  }
  if (!state.copied) throw new Error('copying is not allowed here');
}
