/**
 * Handing a text to the reader from one of our own pages. Firefox for Android has
 * no downloads API, and a permission for it would be one too many: a link to a
 * blob does in every browser, and where even that is missing there are the
 * clipboard and a text area.
 */

/** How long the browser has to read the blob, in milliseconds. */
const KEPT = 60_000;

/** Offers a text as a file; false where the browser knows no such thing. */
export function download(name: string, text: string, type: string): boolean {
  return downloadFile(name, new Blob([text], { type: `${type};charset=utf-8` }));
}

/** The same of a file that is made already. */
export function downloadFile(name: string, file: Blob): boolean {
  if (!('download' in HTMLAnchorElement.prototype)) return false;
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(address);
  }, KEPT);
  return true;
}

/** Puts a text on the clipboard; false where that is refused. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
