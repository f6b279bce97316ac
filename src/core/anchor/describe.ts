import type { Selector, TextQuoteSelector } from '../notes/note.ts';
import type { AnchorText, Span } from './anchor-text.ts';

/** Units of context on either side, where the page has them. */
export const CONTEXT = 40;
/** The most context that is taken to tell twins apart. */
const MOST_CONTEXT = 400;
/** How far context goes on past the point where the words stand only once. */
const MARGIN = 16;
/** Units kept of the block before and of the block after. */
const NEIGHBOUR = 24;
const MOST_COUNTED = 1000;

/**
 * Describes some words of a page so that they are found again: TextQuote and
 * TextPosition selectors, raw and folded, in that order.
 *
 * The context has at least {@link CONTEXT} units on either side and goes on until
 * the words with it stand only once on the page. The folded quote also says how
 * often the words stood on the page and which of them these are, and how the blocks
 * around begin and end, which tells a moved paragraph from text inserted above it.
 *
 * @param start and `end`: units of `text.raw`
 * @returns nothing where the range holds no character that leaves a trace
 */
export function describe(text: AnchorText, start: number, end: number): Selector[] {
  const raw = wholeCharacters(text.raw, { start, end });
  const key = text.keySpan(raw);
  if (raw.start >= raw.end || key.start >= key.end) return [];
  const folded = text.foldedSpan(raw);
  const places = occurrences(text, key);
  const alike = {
    before: sharedContext(text.key, key, places, -1),
    after: sharedContext(text.key, key, places, 1),
  };
  // The same words of context in each form.
  const left = Math.max(0, key.start - contextLength(alike.before));
  const right = Math.min(text.key.length, key.end + contextLength(alike.after));
  const rawContext = wholeCharacters(text.raw, {
    start: Math.min(text.rawSpan({ start: left, end: left + 1 }).start, Math.max(0, raw.start - CONTEXT)),
    end: Math.max(
      text.rawSpan({ start: right - 1, end: right }).end,
      Math.min(text.raw.length, raw.end + CONTEXT),
    ),
  });
  const foldedContext = {
    start: Math.min(text.foldedAt(left), Math.max(0, folded.start - CONTEXT)),
    end: Math.max(text.foldedAt(right - 1) + 1, Math.min(text.folded.length, folded.end + CONTEXT)),
  };
  const index = places.indexOf(key.start);
  return [
    quote('raw', text.raw, raw, rawContext),
    { type: 'TextPositionSelector', space: 'raw', ...raw, points: codePoints(text.raw, raw) },
    {
      ...quote('folded', text.folded, folded, foldedContext),
      occurrence: { index: Math.max(0, index), count: Math.max(1, places.length), alike },
      neighbours: neighbours(text.folded, folded),
    },
    { type: 'TextPositionSelector', space: 'folded', ...folded },
  ];
}

function quote(space: 'raw' | 'folded', text: string, words: Span, context: Span): TextQuoteSelector {
  return {
    type: 'TextQuoteSelector',
    space,
    exact: text.slice(words.start, words.end),
    prefix: text.slice(context.start, words.start),
    suffix: text.slice(words.end, context.end),
  };
}

/** Where the same words stand. Only pages that change are searched by index; this is one walk. */
function occurrences({ key }: AnchorText, { start, end }: Span): number[] {
  const words = key.slice(start, end);
  const places: number[] = [];
  for (
    let at = key.indexOf(words);
    at >= 0 && places.length < MOST_COUNTED;
    at = key.indexOf(words, at + 1)
  ) {
    places.push(at);
  }
  return places;
}

/** Enough context to tell the words from every other place, as far as that is reasonable. */
function contextLength(alike: number): number {
  return Math.min(MOST_CONTEXT, Math.max(CONTEXT, alike === 0 ? 0 : alike + MARGIN));
}

/** How much context on one side some other place with the same words shares, units. */
function sharedContext(key: string, words: Span, places: readonly number[], direction: 1 | -1): number {
  const length = words.end - words.start;
  let shared = 0;
  for (const place of places) {
    if (place === words.start) continue;
    let same = 0;
    while (same < MOST_CONTEXT) {
      const mine = direction > 0 ? words.end + same : words.start - 1 - same;
      const other = direction > 0 ? place + length + same : place - 1 - same;
      if (mine < 0 || other < 0 || mine >= key.length || other >= key.length) break;
      if (key.charCodeAt(mine) !== key.charCodeAt(other)) break;
      same++;
    }
    shared = Math.max(shared, same);
  }
  return shared;
}

/** The end of the block before the words' own, and the beginning of the block after it. */
function neighbours(folded: string, { start, end }: Span): { before: string; after: string } {
  const blockStart = folded.lastIndexOf('\n', start - 1);
  const blockEnd = folded.indexOf('\n', end);
  return {
    before:
      start === 0 || blockStart < 0
        ? ''
        : blockTail(folded.slice(Math.max(0, blockStart - NEIGHBOUR), blockStart)),
    after: blockEnd < 0 ? '' : blockHead(folded.slice(blockEnd + 1, blockEnd + 1 + NEIGHBOUR)),
  };
}

const blockTail = (text: string): string => text.slice(text.lastIndexOf('\n') + 1);
const blockHead = (text: string): string => text.split('\n', 1)[0] ?? '';

function codePoints(text: string, { start, end }: Span): Span {
  let pairs = 0;
  let pairsBefore = 0;
  for (let i = 0; i < end; i++) {
    if (i === start) pairsBefore = pairs;
    const unit = text.charCodeAt(i);
    if (unit < 0xd800 || unit > 0xdbff) continue;
    const next = text.charCodeAt(i + 1);
    if (next >= 0xdc00 && next <= 0xdfff) pairs++;
  }
  return { start: start - pairsBefore, end: end - pairs };
}

/** Never half a surrogate pair. */
function wholeCharacters(text: string, { start, end }: Span): Span {
  const splits = (at: number): boolean =>
    at > 0 &&
    at < text.length &&
    /^[\udc00-\udfff]/u.test(text.slice(at, at + 1)) &&
    /[\ud800-\udbff]$/u.test(text.slice(at - 1, at));
  return { start: splits(start) ? start - 1 : start, end: splits(end) ? end + 1 : end };
}
