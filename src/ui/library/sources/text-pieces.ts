import { figuresIn, type Figure } from '../../../core/figures/figures.ts';
import type { Mention } from '../../../core/match/recogniser.ts';

/** A stretch of a paragraph: plain words, a term, or a number that wants explaining. */
export type TextPiece =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'term'; readonly text: string; readonly mention: Mention }
  | { readonly type: 'figure'; readonly text: string; readonly figure: Figure };

/**
 * A paragraph cut into its pieces, which joined are the paragraph. A number within
 * a term is the term's. Linear in its length.
 *
 * @param mentions the paragraph's outermost mentions, in order
 */
export function textPieces(text: string, mentions: readonly Mention[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  const figures = figuresIn(text).filter(({ plain }) => !plain);
  let at = 0;
  let next = 0;
  const fill = (until: number): void => {
    for (; next < figures.length; next++) {
      const figure = figures[next];
      if (figure === undefined || figure.start >= until) break;
      if (figure.start < at || figure.end > until) continue;
      if (figure.start > at) pieces.push({ type: 'text', text: text.slice(at, figure.start) });
      pieces.push({ type: 'figure', text: figure.text, figure });
      at = figure.end;
    }
    if (until > at) pieces.push({ type: 'text', text: text.slice(at, until) });
  };
  for (const mention of mentions) {
    fill(mention.start);
    pieces.push({ type: 'term', text: text.slice(mention.start, mention.end), mention });
    at = mention.end;
  }
  fill(text.length);
  return pieces;
}
