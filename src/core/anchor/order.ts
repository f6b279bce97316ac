import type { AnchorText, Span } from './anchor-text.ts';
import type { Agreement } from './context.ts';
import type { Needle } from './needle.ts';

const PIECE = 16;
const SHORTEST = 6;
/** White space is no part of the key, so what adjoins touches, but for small edits. */
const TOUCHING = 8;
/** Where nothing around the words is left, this far from where they stood is still there. */
const ABOUT = 200;
const MOST_PLACES = 200;

/**
 * Do the words stand elsewhere in the order of the text than they did? Text inserted
 * or taken out above moves no words; a paragraph or a sentence that has changed
 * places with what was around it does.
 *
 * Told by what stood around: the blocks before and after where the note knows them,
 * else the context itself. Something of it that stands only on the wrong side is a
 * sign; something still adjoining on the right side is a stronger one.
 */
export function hasMoved(needle: Needle, text: AnchorText, candidate: Span, around: Agreement): boolean {
  const lost = (side: number | undefined): boolean => side === undefined || side < 0.5;
  if (lost(around.before) && lost(around.after)) {
    const near = {
      before: needle.before.slice(-PIECE),
      after: needle.after.slice(0, PIECE),
    };
    return verdict(near, text, candidate, candidate) ?? farAway(needle, text, candidate);
  }
  const { neighbours } = needle;
  if (neighbours === undefined) return false;
  if (neighbours.before.length < SHORTEST && neighbours.after.length < SHORTEST) return false;
  return (
    verdict(neighbours, text, candidate, blockAround(text, candidate)) ?? farAway(needle, text, candidate)
  );
}

/** undefined where nothing of what stood around is left. */
function verdict(
  around: { readonly before: string; readonly after: string },
  text: AnchorText,
  candidate: Span,
  block: Span,
): boolean | undefined {
  const before = sideOf(around.before, text, candidate, block, -1);
  const after = sideOf(around.after, text, candidate, block, 1);
  if (before === 'touching' || after === 'touching') return false;
  if (before === 'wrong' || after === 'wrong') return true;
  return before === undefined && after === undefined ? undefined : false;
}

type Side = 'touching' | 'right' | 'wrong' | undefined;

/** On which side of the candidate a piece of its old surroundings stands now. */
function sideOf(piece: string, text: AnchorText, candidate: Span, block: Span, direction: 1 | -1): Side {
  if (piece.length < SHORTEST) return undefined;
  let side: Side;
  for (const at of text.index.find(piece, MOST_PLACES)) {
    const distance = direction > 0 ? at - block.end : block.start - (at + piece.length);
    if (distance >= 0 && distance <= TOUCHING) return 'touching';
    const right = direction > 0 ? at >= candidate.end : at + piece.length <= candidate.start;
    if (right) side = 'right';
    else side ??= 'wrong';
  }
  return side;
}

/** The block of the page that holds the candidate, or its first and last block's ends. */
function blockAround(text: AnchorText, { start, end }: Span): Span {
  const first = text.foldedAt(start);
  const last = text.foldedAt(end - 1);
  const from = first === 0 ? -1 : text.folded.lastIndexOf('\n', first - 1);
  const to = text.folded.indexOf('\n', last);
  return {
    start: text.keyAt(from + 1),
    end: to < 0 ? text.key.length : text.keyAt(to),
  };
}

function farAway({ position }: Needle, text: AnchorText, { start }: Span): boolean {
  if (position === undefined) return false;
  return Math.abs(text.foldedAt(start) - position) > Math.max(ABOUT, text.folded.length / 20);
}
