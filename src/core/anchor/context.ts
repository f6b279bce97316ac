import type { Span } from './anchor-text.ts';
import type { Needle } from './needle.ts';

/** Units of context nearest to the words that are compared first. */
const NEAR = 32;
/** How far an insertion or a deletion in the context is bridged, units. */
const BRIDGE = 24;
/** Units that must agree for the comparison to go on after a difference. */
const RESUME = 4;
/** Units of context that tell twins apart, and the share of them that must agree. */
const TELLING = 16;
const TELLING_SHARE = 0.6;
/** Units of the words' own block that say enough without the blocks around. */
const OWN = 12;
/** A context shorter than this says less the shorter it is. */
const FULL_EVIDENCE = 8;

/** How well what stands around a candidate agrees with a note's context, each from 0 to 1. */
export interface Agreement {
  /** Of the nearest units before the words; undefined where the note has no context there. */
  readonly before: number | undefined;
  readonly after: number | undefined;
}

/** Compares the context nearest to the words. */
export function agreement(needle: Needle, key: string, { start, end }: Span): Agreement {
  return {
    before: oneSide(needle.before, needle.own.before, key, start, -1),
    after: oneSide(needle.after, needle.own.after, key, end, 1),
  };
}

function oneSide(
  context: string,
  own: number,
  key: string,
  at: number,
  direction: 1 | -1,
): number | undefined {
  const room = direction > 0 ? key.length - at : at;
  if (context.length === 0) return room === 0 ? 1 : undefined;
  // The blocks around may have changed or gone; the words' own block says more.
  const { matched, length, bridged } = walk(
    context,
    key,
    at,
    direction,
    own >= OWN ? Math.min(NEAR, own) : NEAR,
  );
  const share = matched / (length + bridged);
  const whole = context.length < NEAR && room === context.length && share === 1;
  return whole ? 1 : share * Math.min(1, length / FULL_EVIDENCE);
}

/**
 * Of words that stood more than once: does that part of the context on one side agree
 * which the other places do not share?
 *
 * @param alike units of context that they do share
 * @returns undefined where the context on this side tells nothing
 */
export function tellingPartAgrees(
  context: string,
  alike: number,
  key: string,
  at: number,
  direction: 1 | -1,
): boolean | undefined {
  const length = Math.min(TELLING, context.length - alike);
  if (length < RESUME) return undefined;
  const { telling } = walk(context, key, at, direction, alike + length, alike);
  return telling >= length * TELLING_SHARE;
}

/** Units beyond what twins share that, unedited, prove that a place is none of them. */
const PROOF = 4;

/** The same, strictly: is the context unedited from the words to beyond what twins share? */
export function contextProves(
  context: string,
  alike: number,
  key: string,
  at: number,
  direction: 1 | -1,
): boolean {
  if (context.length < alike + PROOF) return false;
  return direction > 0
    ? key.startsWith(context.slice(0, alike + PROOF), at)
    : key.endsWith(context.slice(context.length - alike - PROOF), at);
}

const PIECE = 4;
const PIECES = 4;

/** Pieces of the context nearest to the words on either side, for {@link quickAgreement}. */
export function contextPieces({ before, after }: Needle): { before: string[]; after: string[] } {
  const pieces: { before: string[]; after: string[] } = { before: [], after: [] };
  for (let end = PIECE; end <= PIECE * PIECES; end += PIECE) {
    if (end <= before.length)
      pieces.before.push(before.slice(before.length - end, before.length - end + PIECE));
    if (end <= after.length) pieces.after.push(after.slice(end - PIECE, end));
  }
  return pieces;
}

/** How many pieces of the nearest context are around a place, on the better side; quick. */
export function quickAgreement(
  pieces: { readonly before: readonly string[]; readonly after: readonly string[] },
  key: string,
  { start, end }: Span,
  slack: number,
): number {
  const reach = PIECE * PIECES + slack;
  const among = (side: readonly string[], around: string): number => {
    let there = 0;
    for (const piece of side) if (around.includes(piece)) there++;
    return there;
  };
  return Math.max(
    among(pieces.before, key.slice(Math.max(0, start - reach), start + slack)),
    among(pieces.after, key.slice(Math.max(0, end - slack), end + reach)),
  );
}

/** The share of the whole context, near and far, that agrees. */
export function wholeAgreement(needle: Needle, key: string, { start, end }: Span): number {
  const before = walk(needle.before, key, start, -1, needle.before.length);
  const after = walk(needle.after, key, end, 1, needle.after.length);
  const length = before.length + after.length + before.bridged + after.bridged;
  return length === 0 ? 0 : (before.matched + after.matched) / length;
}

interface Walked {
  /** Units of the context, and how many of them stand in the text. */
  readonly length: number;
  readonly matched: number;
  /** Of those, how many beyond `tellingFrom`. */
  readonly telling: number;
  /** Units of the text that were skipped on the way. */
  readonly bridged: number;
}

/**
 * Walks outward from a place in `key` along a context, bridging short differences.
 * Greedy: after a difference the nearest place where {@link RESUME} units agree again
 * is taken. Linear in `limit` but for the bridges, no allocation per unit.
 */
function walk(
  context: string,
  key: string,
  at: number,
  direction: 1 | -1,
  limit: number,
  tellingFrom = 0,
): Walked {
  const length = Math.min(limit, context.length);
  const room = direction > 0 ? key.length - at : at;
  const ownFirst = direction > 0 ? 0 : context.length - 1;
  const keyFirst = direction > 0 ? at : at - 1;
  let matched = 0;
  let telling = 0;
  let bridged = 0;
  let i = 0;
  let j = 0;
  while (i < length) {
    if (
      j < room &&
      context.charCodeAt(ownFirst + direction * i) === key.charCodeAt(keyFirst + direction * j)
    ) {
      matched++;
      if (i >= tellingFrom) telling++;
      i++;
      j++;
      continue;
    }
    let resumed = false;
    search: for (let distance = 1; distance <= BRIDGE; distance++) {
      for (let skipped = 0; skipped <= distance; skipped++) {
        const needed = Math.min(RESUME, length - i - skipped);
        if (needed <= 0 || (needed < 2 && distance > 2)) continue;
        const from = j + distance - skipped;
        if (from + needed > room) continue;
        let same = 0;
        while (
          same < needed &&
          context.charCodeAt(ownFirst + direction * (i + skipped + same)) ===
            key.charCodeAt(keyFirst + direction * (from + same))
        ) {
          same++;
        }
        if (same < needed) continue;
        i += skipped;
        j = from;
        bridged += distance - skipped;
        resumed = true;
        break search;
      }
    }
    if (!resumed) break;
  }
  return { length, matched, telling, bridged };
}
