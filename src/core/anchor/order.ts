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
 * sign; something still adjoining on the right side is a stronger one, unless its like
 * stands elsewhere too.
 */
export function hasMoved(needle: Needle, text: AnchorText, candidate: Span, around: Agreement): boolean {
  const lost = (side: number | undefined): boolean => side === undefined || side < 0.5;
  if (lost(around.before) && lost(around.after)) {
    const near = {
      before: needle.before.slice(-PIECE),
      after: needle.after.slice(0, PIECE),
    };
    return verdict(needle, near, text, candidate, candidate) ?? farAway(needle, text, candidate);
  }
  const { neighbours } = needle;
  if (neighbours === undefined) return false;
  if (neighbours.before.length < SHORTEST && neighbours.after.length < SHORTEST) return false;
  return (
    verdict(needle, neighbours, text, candidate, blockAround(text, candidate)) ??
    farAway(needle, text, candidate)
  );
}

/** undefined where nothing of what stood around is left. */
function verdict(
  needle: Needle,
  around: { readonly before: string; readonly after: string },
  text: AnchorText,
  candidate: Span,
  block: Span,
): boolean | undefined {
  const before = sideOf(around.before, text, candidate, block, -1);
  const after = sideOf(around.after, text, candidate, block, 1);
  if (before === 'touching' || after === 'touching') return false;
  if (before === 'like' || after === 'like') {
    // A line that stands around other blocks too says nothing: what stood beyond it does.
    if (isAtItsPlace(needle, text, candidate)) return false;
    const sides = [before, after, ...beyond(needle, around, text, candidate, block)];
    return sides.includes('wrong') && !sides.includes('touching');
  }
  if (before === 'wrong' || after === 'wrong') return true;
  return before === undefined && after === undefined ? undefined : false;
}

/** Where what stood beyond the neighbours stands now, as far as the note's context reaches. */
function beyond(
  { before, after, own }: Needle,
  around: { readonly before: string; readonly after: string },
  text: AnchorText,
  candidate: Span,
  block: Span,
): Side[] {
  const outer = {
    before: before.slice(0, Math.max(0, before.length - own.before - around.before.length)).slice(-PIECE),
    after: after.slice(own.after + around.after.length).slice(0, PIECE),
  };
  return [sideOf(outer.before, text, candidate, block, -1), sideOf(outer.after, text, candidate, block, 1)];
}

/**
 * - `touching`: it adjoins, and stands nowhere else;
 * - `like`: so does it, or its like, since it stands elsewhere too.
 */
type Side = 'touching' | 'like' | 'right' | 'wrong' | undefined;

/** On which side of the candidate a piece of its old surroundings stands now. */
function sideOf(piece: string, text: AnchorText, candidate: Span, block: Span, direction: 1 | -1): Side {
  if (piece.length < SHORTEST) return undefined;
  let side: Side;
  const places = text.index.find(piece, MOST_PLACES);
  for (const at of places) {
    const distance = direction > 0 ? at - block.end : block.start - (at + piece.length);
    if (distance >= 0 && distance <= TOUCHING) return places.length === 1 ? 'touching' : 'like';
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

/** Nothing of any length was put in or taken out before them. */
function isAtItsPlace({ position }: Needle, text: AnchorText, { start }: Span): boolean {
  return position !== undefined && Math.abs(text.foldedAt(start) - position) <= PIECE;
}

function farAway({ position }: Needle, text: AnchorText, { start }: Span): boolean {
  if (position === undefined) return false;
  return Math.abs(text.foldedAt(start) - position) > Math.max(ABOUT, text.folded.length / 20);
}
