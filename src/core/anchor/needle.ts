import type { FoldTable } from '../text/fold-table.ts';
import type { Selector, TextQuoteSelector } from '../notes/note.ts';
import { anchorText, type AnchorText, type Span } from './anchor-text.ts';

/** A note's words and their context, in the form of {@link AnchorText.key}. */
export interface Needle {
  readonly words: string;
  readonly before: string;
  readonly after: string;
  /** Units of `before` and of `after` that belong to the words' own blocks. */
  readonly own: { readonly before: number; readonly after: number };
  /** Whether a clause ends within the words or with them, as in sentences, not in names. */
  readonly hasClauses: boolean;
  /** How much the words say: a Chinese character counts 1, a letter a third. */
  readonly weight: number;
  /** Whether the words are set off from the letters before and after them. */
  readonly apart: { readonly before: boolean; readonly after: boolean };
  /** Whether white space or a block's end stands within the words. */
  readonly gaps: number;
  /** Where the words stood in the folded text. */
  readonly position: number | undefined;
  readonly occurrence: TextQuoteSelector['occurrence'];
  readonly neighbours: TextQuoteSelector['neighbours'];
  /** The quote with its context as a text of its own, and where the words stand in its key. */
  readonly source: AnchorText;
  readonly span: Span;
}

/**
 * Reads a note's selectors. The raw quote is folded anew, so that a note taken with
 * an older folding table is found with today's.
 *
 * @returns undefined where there is no quote, or one that leaves no trace
 */
export function needleOf(selectors: readonly Selector[], table: FoldTable): Needle | undefined {
  const quotes = selectors.filter((s) => s.type === 'TextQuoteSelector');
  const folded = quotes.find((s) => s.space === 'folded');
  const quote = quotes.find((s) => s.space === 'raw') ?? folded;
  if (quote === undefined) return undefined;
  const source = anchorText(`${quote.prefix}${quote.exact}${quote.suffix}`.split('\n'), table);
  const start = quote.prefix.length;
  const span = source.keySpan({ start, end: start + quote.exact.length });
  if (span.start >= span.end) return undefined;
  const { key } = source;
  const words = key.slice(span.start, span.end);
  const trimmed = trimSpaces(words, span);
  const position = selectors.find((s) => s.type === 'TextPositionSelector' && s.space === 'folded');
  return {
    words: trimmed.words,
    before: key.slice(0, trimmed.span.start),
    after: key.slice(trimmed.span.end),
    own: ownContext(source, trimmed.span),
    hasClauses: /[,;。!?]/u.test(trimmed.words),
    weight: weightOf(trimmed.words),
    apart: {
      before: !lettersMeet(key, trimmed.span.start),
      after: !lettersMeet(key, trimmed.span.end),
    },
    gaps: countGaps(source, trimmed.span),
    position: position?.type === 'TextPositionSelector' ? position.start : undefined,
    ...ofFolded(folded, table),
    source,
    span: trimmed.span,
  };
}

function ofFolded(
  quote: TextQuoteSelector | undefined,
  table: FoldTable,
): Pick<Needle, 'occurrence' | 'neighbours'> {
  const keyOf = (text: string): string => anchorText([text], table).key;
  const { occurrence, neighbours } = quote ?? {};
  return {
    occurrence,
    neighbours: neighbours && { before: keyOf(neighbours.before), after: keyOf(neighbours.after) },
  };
}

function ownContext(source: AnchorText, { start, end }: Span): Needle['own'] {
  const first = source.foldedAt(start);
  const blockStart = first === 0 ? 0 : source.folded.lastIndexOf('\n', first - 1) + 1;
  const blockEnd = source.folded.indexOf('\n', source.foldedAt(end - 1));
  return {
    before: start - source.keyAt(blockStart),
    after: (blockEnd < 0 ? source.key.length : source.keyAt(blockEnd)) - end,
  };
}

function trimSpaces(words: string, { start, end }: Span): { words: string; span: Span } {
  const lead = words.length - words.trimStart().length;
  const trail = words.length - words.trimEnd().length;
  return { words: words.trim(), span: { start: start + lead, end: end - trail } };
}

function weightOf(words: string): number {
  let weight = 0;
  for (let i = 0; i < words.length; i++) {
    const unit = words.charCodeAt(i);
    if (unit >= 0x3400 && unit < 0xfb00 && !(unit >= 0xac00 && unit < 0xd7b0)) weight += 1;
    else if (/[\p{L}\p{N}]/u.test(words.charAt(i))) weight += 1 / 3;
  }
  return weight;
}

const LETTER = /[0-9a-z\u00c0-\u1fff\uac00-\ud7af]/u;

/** Do letters of a script that sets words apart stand on both sides of `at`? */
export function lettersMeet(key: string, at: number): boolean {
  return at > 0 && at < key.length && LETTER.test(key.charAt(at - 1)) && LETTER.test(key.charAt(at));
}

/** How many white spaces and block ends the folded text has within a span of the key. */
export function countGaps(text: AnchorText, { start, end }: Span): number {
  return text.foldedAt(end - 1) - text.foldedAt(start) - (end - 1 - start);
}
