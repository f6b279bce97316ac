import search from 'approx-string-match';
import type { AnchorText, Span } from './anchor-text.ts';
import { Bag } from './bag.ts';
import { contextPieces, quickAgreement } from './context.ts';
import { editDistance } from './edit-distance.ts';
import { countGaps, lettersMeet, type Needle } from './needle.ts';

/** Quotes up to this length are found as they are or not at all. */
const LONGEST_UNEDITED = 8;
/** Of longer ones this share may have changed. */
const EDITED_SHARE = 0.1;
/** Beyond this length (units) words are found as they are or not at all. */
const LONGEST_EDITED = 8000;
/** Places looked at: of the words as they are, of a piece of them, and with edits. */
const MOST_EXACT = 4000;
const MOST_PIECE = 400;
const MOST_WINDOWS = 48;
/** Exact places whose context is compared in full. */
const MOST_COMPARED = 48;

/** Some words of the page that may be the note's. */
export interface Candidate extends Span {
  /** Edit distance to the note's words. */
  readonly errors: number;
}

/** How many edits a quote of this length may have. */
export function editsAllowed(length: number): number {
  return length <= LONGEST_UNEDITED || length > LONGEST_EDITED ? 0 : Math.floor(length * EDITED_SHARE);
}

/**
 * Where the words stand as they are: the places worth comparing, and all of them. Among very many, those are kept whose context agrees at once and the one
 * nearest to where the words stood.
 */
export function exactCandidates(
  needle: Needle,
  text: AnchorText,
): { candidates: Candidate[]; places: readonly number[] } {
  const { key } = text;
  const { words } = needle;
  const places = text.index.find(words, MOST_EXACT);
  const span = (start: number): Candidate => ({ start, end: start + words.length, errors: 0 });
  let kept = places;
  if (places.length > MOST_COMPARED) {
    const touching = (at: number): number =>
      commonEnd(needle.before, key, at) + commonStart(needle.after, key, at + words.length);
    kept = places
      .map((at) => ({ at, score: touching(at) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST_COMPARED)
      .map(({ at }) => at);
  }
  return {
    candidates: kept.map(span).filter((candidate) => isApart(needle, text, candidate)),
    places,
  };
}

/**
 * Where something like the words stands, with at most the allowed edits. A place with
 * k edits holds one of k + 1 pieces of the words unedited (pigeonhole), so looking
 * for the pieces loses none; what is around them is then searched approximately,
 * where something of the note's context is there too.
 *
 * @param exact where the words stand unedited, in order: not searched again
 */
export function editedCandidates(needle: Needle, text: AnchorText, exact: readonly number[]): Candidate[] {
  const { words } = needle;
  const { key } = text;
  const allowed = editsAllowed(words.length);
  if (allowed === 0) return [];
  const candidates: Candidate[] = [];
  const seen = new Set<number>();
  /** Texts that repeat themselves are searched once. */
  const searched = new Map<string, ReturnType<typeof search>>();
  for (const estimate of estimates(needle, text, allowed, exact)) {
    const from = Math.max(0, estimate - allowed);
    const window = key.slice(from, estimate + words.length + 2 * allowed);
    let matches = searched.get(window);
    if (matches === undefined) searched.set(window, (matches = search(window, words, allowed)));
    for (const match of matches) {
      const settled = settle(needle, key, { start: from + match.start, end: from + match.end }, allowed);
      const id = settled.start * 0x10000 + (settled.end - settled.start);
      if (seen.has(id)) continue;
      seen.add(id);
      if (isApart(needle, text, settled)) candidates.push(settled);
    }
  }
  return candidates;
}

/** Where the words might begin, judged by their pieces; the places with most pieces first. */
function estimates(needle: Needle, text: AnchorText, allowed: number, exact: readonly number[]): number[] {
  const { words, position } = needle;
  const pieces = allowed + 1;
  const starts: number[] = [];
  for (let i = 0; i < pieces; i++) {
    const from = Math.floor((i * words.length) / pieces);
    const to = Math.floor(((i + 1) * words.length) / pieces);
    for (const at of text.index.find(words.slice(from, to), MOST_PIECE)) starts.push(at - from);
  }
  const groups: { start: number; pieces: number }[] = [];
  for (const start of Int32Array.from(starts).sort()) {
    const last = groups.at(-1);
    if (last !== undefined && start - last.start <= allowed) last.pieces++;
    else groups.push({ start, pieces: 1 });
  }
  const around = contextPieces(needle);
  const enough = Math.min(2, around.before.length, around.after.length);
  const likely: { start: number; rank: number }[] = [];
  const bag = new Bag(words);
  let next = 0;
  for (const { start, pieces } of groups) {
    if (!bag.isIn(text.key, start - allowed, start + words.length + 2 * allowed, allowed)) continue;
    while (next < exact.length && (exact[next] ?? 0) < start - allowed) next++;
    if (next < exact.length && (exact[next] ?? 0) <= start + 2 * allowed) continue;
    const agreement = quickAgreement(around, text.key, { start, end: start + words.length }, 2 * allowed + 8);
    if (agreement >= enough) likely.push({ start, rank: pieces + agreement });
  }
  const distance = (start: number): number => Math.abs(start - (position ?? start));
  return likely
    .sort((a, b) => b.rank - a.rank || distance(a.start) - distance(b.start))
    .slice(0, MOST_WINDOWS)
    .map(({ start }) => start);
}

/**
 * The ends of an approximate match are a matter of taste where the words begin or end
 * with an edit; the note's context decides, as far as the allowed edits go.
 */
function settle(needle: Needle, key: string, match: Span, allowed: number): Candidate {
  const { words } = needle;
  const offsets = [0];
  for (let d = 1; d <= Math.min(allowed, 8); d++) offsets.push(-d, d);
  const fits = (start: number, end: number): number => editDistance(words, key.slice(start, end), allowed);
  let { start, end } = match;
  let errors = fits(start, end);
  const tail = needle.before.slice(-4);
  const head = needle.after.slice(0, 4);
  if (tail.length > 0) {
    for (const offset of offsets) {
      const moved = start + offset;
      if (moved < 0 || moved >= end || !key.endsWith(tail, moved)) continue;
      const cost = offset === 0 ? errors : fits(moved, end);
      if (cost > allowed) continue;
      [start, errors] = [moved, cost];
      break;
    }
  }
  if (head.length > 0) {
    for (const offset of offsets) {
      const moved = end + offset;
      if (moved <= start || moved > key.length || !key.startsWith(head, moved)) continue;
      const cost = offset === 0 ? errors : fits(start, moved);
      if (cost > allowed) continue;
      [end, errors] = [moved, cost];
      break;
    }
  }
  return { start, end, errors };
}

/** Words that stood apart from the letters around them still do: “act” is not in “action”. */
function isApart(needle: Needle, text: AnchorText, { start, end }: Span): boolean {
  return (
    !(needle.apart.before && lettersMeet(text.key, start)) &&
    !(needle.apart.after && lettersMeet(text.key, end))
  );
}

/** Does white space or a block's end stand inside where the note's words have none? */
export function isBridged(needle: Needle, text: AnchorText, candidate: Span): boolean {
  return countGaps(text, candidate) > needle.gaps;
}

function commonEnd(context: string, key: string, at: number): number {
  let same = 0;
  while (
    same < context.length &&
    same < at &&
    context.charCodeAt(context.length - 1 - same) === key.charCodeAt(at - 1 - same)
  ) {
    same++;
  }
  return same;
}

function commonStart(context: string, key: string, at: number): number {
  let same = 0;
  while (same < context.length && context.charCodeAt(same) === key.charCodeAt(at + same)) same++;
  return same;
}
