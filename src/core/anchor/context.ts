import type { Span } from './anchor-text.ts';
import type { Needle } from './needle.ts';

/** Units of context nearest to the words that are compared first. */
const NEAR = 32;
/** How far an insertion or a deletion in the context is bridged, units. */
const BRIDGE = 24;
/** Units that must agree for the comparison to go on after a difference. */
const RESUME = 4;
/** Units at the far end of a context that was extended to tell twins apart. */
const FAR = 16;
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
    before: oneSide(needle.before, key, start, -1),
    after: oneSide(needle.after, key, end, 1),
  };
}

function oneSide(context: string, key: string, at: number, direction: 1 | -1): number | undefined {
  const room = direction > 0 ? key.length - at : at;
  if (context.length === 0) return room === 0 ? 1 : undefined;
  const { matched, length } = walk(context, key, at, direction, NEAR);
  const share = matched / length;
  const whole = context.length < NEAR && room === context.length && share === 1;
  return whole ? 1 : share * Math.min(1, length / FULL_EVIDENCE);
}

/**
 * Does the far end of an extended context stand where it should? It is what tells
 * the words from other places with the same words in nearly the same context.
 */
export function farEndAgrees(context: string, key: string, at: number, direction: 1 | -1): boolean {
  return walk(context, key, at, direction, context.length).far >= FAR * 0.75;
}

/** The share of the whole context, near and far, that agrees. */
export function wholeAgreement(needle: Needle, key: string, { start, end }: Span): number {
  const before = walk(needle.before, key, start, -1, needle.before.length);
  const after = walk(needle.after, key, end, 1, needle.after.length);
  const length = before.length + after.length;
  return length === 0 ? 0 : (before.matched + after.matched) / length;
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
): { matched: number; length: number; far: number } {
  const length = Math.min(limit, context.length);
  const ofContext = (i: number): number =>
    i >= length ? -1 : context.charCodeAt(direction > 0 ? i : context.length - 1 - i);
  const ofKey = (j: number): number => {
    const place = direction > 0 ? at + j : at - 1 - j;
    return place < 0 || place >= key.length ? -2 : key.charCodeAt(place);
  };
  let matched = 0;
  let far = 0;
  let i = 0;
  let j = 0;
  while (i < length) {
    if (ofContext(i) === ofKey(j)) {
      matched++;
      if (i >= length - FAR) far++;
      i++;
      j++;
      continue;
    }
    let resumed = false;
    search: for (let distance = 1; distance <= BRIDGE; distance++) {
      for (let skipped = 0; skipped <= distance; skipped++) {
        const needed = Math.min(RESUME, length - i - skipped);
        if (needed <= 0) continue;
        let same = 0;
        while (same < needed && ofContext(i + skipped + same) === ofKey(j + distance - skipped + same))
          same++;
        if (same < needed || (needed < 2 && distance > 2)) continue;
        i += skipped;
        j += distance - skipped;
        resumed = true;
        break search;
      }
    }
    if (!resumed) break;
  }
  return { matched, length, far };
}
