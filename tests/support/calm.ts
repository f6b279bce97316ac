/**
 * How much of a page's text is visibly marked: characters under a painted highlight of
 * ours over all characters that are rendered. Runs inside the page.
 */
export function visiblyMarkedShare(): { marked: number; total: number; share: number } {
  const size = (text: string): number => text.replace(/\s+/gu, '').length;
  let marked = 0;
  for (const [name, highlight] of CSS.highlights) {
    if (!name.startsWith('tifa-') || name.endsWith('-quiet') || name === 'tifa-focus') continue;
    for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
      const range = new Range();
      range.setStart(startContainer, startOffset);
      range.setEnd(endContainer, endOffset);
      marked += size(range.toString());
    }
  }
  const total = size(document.body.innerText);
  return { marked, total, share: marked / total };
}
