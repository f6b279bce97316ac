import type { Selector } from '../notes/note.ts';
import type { AnchorText, Span } from './anchor-text.ts';
import { editedCandidates, exactCandidates, isBridged, type Candidate } from './candidates.ts';
import { agreement, contextProves, tellingPartAgrees, wholeAgreement, type Agreement } from './context.ts';
import { diffCharacters } from './edit-distance.ts';
import { needleOf, type Needle } from './needle.ts';
import { hasMoved } from './order.ts';

/** A piece of what has changed, in the note's raw words and in the page's. */
export interface WordEdit {
  /** `same` has the page's form of the words, which may be in another script. */
  readonly type: 'same' | 'removed' | 'added';
  readonly text: string;
}

/**
 * What has become of a note's words. Positions are UTF-16 units of the page's raw text.
 *
 * - `exact`: the same words where they stood;
 * - `moved`: the same words elsewhere in the order of the text;
 * - `changed`: nearly the same words in the same surroundings, and how they differ;
 * - `gone`: not found, or not with certainty.
 */
export type Resolution =
  | { readonly state: 'exact' | 'moved'; readonly start: number; readonly end: number }
  | {
      readonly state: 'changed';
      readonly start: number;
      readonly end: number;
      readonly diff: readonly WordEdit[];
    }
  | { readonly state: 'gone' };

const GONE: Resolution = { state: 'gone' };

/** Shares of the context that agree (see {@link Agreement}). */
const MOST_OF_IT = 0.75;
const HALF = 0.5;
const SOME = 0.2;
/** Weight of words that hardly stand twice by chance, on their own and with some context. */
const SENTENCE = 16;
const LONG_PHRASE = 24;
const PHRASE = 12;
/** Units of context that tell places apart which are no further from each other. */
const ADJOINING = 8;
/** Of two places one is the better only by this much. */
const CLEARLY = 0.08;

/**
 * Finds a note's words on a page, or says that they are gone: never other words.
 *
 * The cheap way first: the same words in the same context at the same place, then
 * anywhere; then the same words judged by what is around them; then words with at
 * most 10 % edits (none up to 8 characters) in the same surroundings. Where two places
 * are equally good, the answer is gone.
 */
export function resolve(text: AnchorText, selectors: readonly Selector[]): Resolution {
  const unchanged = whereItStood(text, selectors);
  if (unchanged !== undefined) return { state: 'exact', ...unchanged };
  const needle = needleOf(selectors, text.table);
  if (needle === undefined) return GONE;
  const { key } = text;

  const context = needle.before + needle.words + needle.after;
  const stood = needle.position === undefined ? -1 : text.keyAt(needle.position);
  if (stood >= needle.before.length && key.startsWith(context, stood - needle.before.length)) {
    return found(needle, text, { start: stood, end: stood + needle.words.length, errors: 0 });
  }

  const exact = exactCandidates(needle, text);
  const best = choose(needle, text, exact.candidates, exact.places.length);
  if (best?.sure === true) return found(needle, text, best.candidate);
  const edited = choose(
    needle,
    text,
    editedCandidates(needle, text, exact.places).filter(({ errors }) => errors > 0),
    exact.places.length,
  );
  const chosen = edited ?? best;
  return chosen === undefined ? GONE : found(needle, text, chosen.candidate);
}

/**
 * Finds many notes' words on one page. They share the page's index: about 15 ms for
 * a million characters, then well under a millisecond a note.
 */
export function resolveAll(text: AnchorText, notes: readonly (readonly Selector[])[]): Resolution[] {
  return notes.map((selectors) => resolve(text, selectors));
}

/** The very same raw text, context included, at the very same place. */
function whereItStood(text: AnchorText, selectors: readonly Selector[]): Span | undefined {
  let quote: Extract<Selector, { type: 'TextQuoteSelector' }> | undefined;
  let position: Extract<Selector, { type: 'TextPositionSelector' }> | undefined;
  for (const selector of selectors) {
    if (selector.space !== 'raw') continue;
    if (selector.type === 'TextQuoteSelector') quote = selector;
    else position = selector;
  }
  if (quote === undefined || position === undefined) return undefined;
  if (quote.exact === '') return undefined;
  const { exact, prefix, suffix } = quote;
  const { start, end } = position;
  if (end - start !== exact.length || start < prefix.length) return undefined;
  // Without context nothing says that these are the words and not their like.
  if (prefix === '' && start > 0) return undefined;
  if (suffix === '' && end < text.raw.length) return undefined;
  return text.raw.startsWith(prefix + exact + suffix, start - prefix.length) ? { start, end } : undefined;
}

interface Judged {
  readonly candidate: Candidate;
  readonly around: Agreement;
  readonly score: number;
  /** Whether the context speaks for it, and not the words alone. */
  readonly sure: boolean;
}

/** The one candidate that is the note's words; undefined where none is, or where two might be. */
function choose(
  needle: Needle,
  text: AnchorText,
  candidates: readonly Candidate[],
  count: number,
): Judged | undefined {
  const accepted: Judged[] = [];
  for (const candidate of candidates) {
    const around = agreement(needle, text.key, candidate);
    const sure = contextSpeaksFor(needle, text, candidate, around, count);
    if (!sure && !wordsSuffice(needle, text, candidate, around, count)) continue;
    const score = wholeAgreement(needle, text.key, candidate) - candidate.errors / needle.words.length / 2;
    accepted.push({ candidate, around, score, sure });
  }
  accepted.sort((a, b) => Number(b.sure) - Number(a.sure) || b.score - a.score);
  const [first] = accepted;
  if (first === undefined) return undefined;
  const rivals = accepted.filter(({ sure, score }) => sure === first.sure && first.score - score < CLEARLY);
  if (rivals.length <= 1) return first;
  return amongEquals(needle, text, rivals, count);
}

/** Is it in the note's surroundings? */
function contextSpeaksFor(
  needle: Needle,
  text: AnchorText,
  candidate: Candidate,
  { before, after }: Agreement,
  count: number,
): boolean {
  const most = Math.max(before ?? 0, after ?? 0);
  const least = Math.min(before ?? most, after ?? most);
  if (!twinContextAgrees(needle, text, candidate, count)) return false;
  if (isBridged(needle, text, candidate))
    return least >= HALF && (most >= MOST_OF_IT || needle.weight >= PHRASE);
  if (least >= HALF) return true;
  const longEnough = needle.weight >= 6 || (candidate.errors === 0 && most === 1 && needle.weight >= 2);
  if (candidate.errors > 0) return most >= MOST_OF_IT && (least >= SOME || needle.weight >= PHRASE);
  return most >= MOST_OF_IT && (least >= SOME || longEnough);
}

/** Are these the words whatever is around them? Only what stood once and stands once. */
function wordsSuffice(
  needle: Needle,
  text: AnchorText,
  candidate: Candidate,
  { before = 0, after = 0 }: Agreement,
  count: number,
): boolean {
  if (candidate.errors > 0 || count !== 1 || (needle.occurrence?.count ?? 1) !== 1) return false;
  if (needle.weight >= (needle.hasClauses ? SENTENCE : LONG_PHRASE)) return true;
  if (isBridged(needle, text, candidate)) return false;
  return (
    needle.occurrence !== undefined &&
    needle.weight >= PHRASE &&
    Math.max(before, after, (before + after) * 0.8) >= 0.4
  );
}

/**
 * Of words that stood more than once: is what tells them from the others there, on one
 * side at least? Where some of them have gone, these may be the ones, and what is left
 * another: then the context must prove it, since the others' may be nearly the same.
 */
function twinContextAgrees(
  { before, after, occurrence }: Needle,
  { key }: AnchorText,
  { start, end, errors }: Candidate,
  count: number,
): boolean {
  if (occurrence === undefined || occurrence.count < 2) return true;
  const { alike } = occurrence;
  if (errors === 0 && count < occurrence.count) {
    return (
      contextProves(before, alike.before, key, start, -1) || contextProves(after, alike.after, key, end, 1)
    );
  }
  const sides = [
    tellingPartAgrees(before, alike.before, key, start, -1),
    tellingPartAgrees(after, alike.after, key, end, 1),
  ];
  return sides.includes(true) || !sides.includes(false);
}

/** Of several places that are equally good: the one in the same order, or at the same place; else none. */
function amongEquals(
  needle: Needle,
  text: AnchorText,
  rivals: readonly Judged[],
  count: number,
): Judged | undefined {
  const inOrder = [...rivals].sort((a, b) => a.candidate.start - b.candidate.start);
  const { occurrence, position } = needle;
  if (occurrence?.count === count && rivals.length === count) {
    return inOrder[occurrence.index];
  }
  if (position === undefined) return undefined;
  const byDistance = inOrder
    .map((judged) => ({ judged, distance: Math.abs(text.foldedAt(judged.candidate.start) - position) }))
    .sort((a, b) => a.distance - b.distance);
  const [nearest, second] = byDistance;
  if (nearest === undefined || second === undefined) return nearest?.judged;
  // So near each other they have the same surroundings, and an edit before them moves one to the other's place.
  if (Math.abs(nearest.judged.candidate.start - second.judged.candidate.start) < ADJOINING) {
    const whole = rivals.filter(({ candidate }) => adjoinsItsContext(needle, text, candidate));
    return whole.length === 1 ? whole[0] : undefined;
  }
  return nearest.distance <= 32 && nearest.distance * 4 <= second.distance ? nearest.judged : undefined;
}

/** Does what stood right before and after the words still do? */
function adjoinsItsContext({ before, after }: Needle, { key }: AnchorText, { start, end }: Span): boolean {
  return key.endsWith(before.slice(-ADJOINING), start) && key.startsWith(after.slice(0, ADJOINING), end);
}

function found(needle: Needle, text: AnchorText, candidate: Candidate): Resolution {
  const range = text.rawSpan(candidate);
  if (candidate.errors > 0) return { state: 'changed', ...range, diff: wordEdits(needle, text, candidate) };
  const around = agreement(needle, text.key, candidate);
  return { state: hasMoved(needle, text, candidate, around) ? 'moved' : 'exact', ...range };
}

/** The diff of the words, each piece as the note or the page writes it. */
function wordEdits(needle: Needle, text: AnchorText, candidate: Span): WordEdit[] {
  const rawOf = (source: AnchorText, offset: number, { start, end }: Span): string => {
    const raw = source.rawSpan({ start: offset + start, end: offset + end });
    return source.raw.slice(raw.start, raw.end);
  };
  return diffCharacters(needle.words, text.key.slice(candidate.start, candidate.end)).map(
    ({ type, from, to }) => ({
      type,
      text:
        type === 'removed' ? rawOf(needle.source, needle.span.start, from) : rawOf(text, candidate.start, to),
    }),
  );
}
