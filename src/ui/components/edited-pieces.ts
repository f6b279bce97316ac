import type { Edit } from '../../core/passages/passage.ts';

/** A piece of a text that is compared with a source. */
export type EditedPiece =
  | { readonly type: 'same'; readonly text: string }
  /** What was left out to save room. */
  | { readonly type: 'gap' }
  | { readonly type: Edit['type']; readonly page: string; readonly source: string };

/** A stretch that is the same is cut in its middle where it is longer than both ends and this. */
const WORTH_A_GAP = 6;

/**
 * A stretch of a page with the differences to its source in their places.
 *
 * @param context characters kept on each side of a difference
 */
export function editedPieces(
  text: string,
  { start, end }: { readonly start: number; readonly end: number },
  edits: readonly Edit[],
  context = Infinity,
): EditedPiece[] {
  const pieces: EditedPiece[] = [];
  const same = (from: number, to: number): void => {
    const words = readable(text.slice(from, to));
    if (words === '') return;
    const before = from > start ? context : edits.length === 0 ? 2 * context : 0;
    const after = to < end ? context : 0;
    if (words.length <= before + after + WORTH_A_GAP) pieces.push({ type: 'same', text: words });
    else {
      // A figure or a Latin word that is cut in two would be another one.
      if (before > 0)
        pieces.push({ type: 'same', text: words.slice(0, before).replace(/[\dA-Za-z.]+$/u, '') });
      pieces.push({ type: 'gap' });
      if (after > 0) pieces.push({ type: 'same', text: words.slice(-after).replace(/^[\dA-Za-z.%]+/u, '') });
    }
  };
  let at = start;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    same(at, edit.start);
    pieces.push({ type: edit.type, page: readable(edit.page), source: readable(edit.source) });
    at = Math.max(at, edit.end);
  }
  same(at, end);
  return pieces;
}

const WORDS = new Intl.Segmenter('zh', { granularity: 'word' });

/** How many words differ: of what was replaced the longer side. What only moved is the same words. */
export function wordsDiffering(edits: readonly Edit[]): number {
  const words = (text: string): number =>
    [...WORDS.segment(text)].filter(({ isWordLike }) => isWordLike === true).length;
  return edits.reduce(
    (sum, { type, page, source }) =>
      type === 'moved'
        ? sum
        : sum + Math.max(type === 'figure' ? 1 : words(page), type === 'figure' ? 1 : words(source)),
    0,
  );
}

/** Without line breaks that only the page's source has. */
function readable(text: string): string {
  return text.replace(/\s*\n\s*/gu, ' ').replace(/^ +| +$/gu, '');
}
