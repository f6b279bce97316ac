import type { Matcher } from '../../core/match/matcher.ts';
import type { Mention, Recogniser } from '../../core/match/recogniser.ts';
import { liveRange } from '../../dom/hit-test.ts';
import type { PageMention } from '../../dom/page-mention.ts';
import type { Tally } from '../../protocol/messages.ts';
import type { CardPage } from '../../ui/card/card-types.ts';
import { isClaimed, pageSense, type InArticle } from './page-sense.ts';

/**
 * How often each term is on a page, and where in its article first; nested mentions count for
 * “where” only. A term whose form means something else on this page is not counted.
 */
export function tally(
  mentions: readonly PageMention[],
  recogniser: Recogniser,
  inArticle: InArticle,
): Tally[] {
  const { matcher } = recogniser;
  const claimed = new Map<number, boolean>();
  const isOurs = (entry: number): boolean => {
    const known = claimed.get(entry) ?? isClaimed(entry, mentions, recogniser, inArticle);
    claimed.set(entry, known);
    return known;
  };
  const tallies = new Map<string, Tally>();
  let ordinal = 0;
  const note = (mention: Mention, outermost: boolean, counts: boolean): void => {
    if (isOurs(mention.entry)) {
      const id = matcher.id(mention.entry);
      const known = tallies.get(id) ?? { id, kind: matcher.kind(mention.entry), count: 0 };
      if (outermost) known.count++;
      if (counts && mention.adapted) known.firstAdapted ??= ordinal;
      else if (counts) known.first ??= ordinal;
      tallies.set(id, known);
    }
    ordinal++;
    for (const inner of mention.nested) note(inner, false, counts);
  };
  for (const { mention, range } of mentions) note(mention, true, inArticle(range.startContainer));
  return [...tallies.values()];
}

/**
 * What the card says of a term on this page: how often, which mention this is, what is inside
 * it. Which members of a set there are is told of the article only.
 */
export function cardPage(
  { mention, range }: PageMention,
  id: string,
  mentions: readonly PageMention[],
  inArticle: InArticle,
  recogniser: Recogniser,
): CardPage {
  const { matcher } = recogniser;
  const same = mentionsOf(id, mentions, matcher);
  const states = tally(
    mentions.filter(({ range: place }) => inArticle(place.startContainer)),
    recogniser,
    inArticle,
  ).map(({ id: member, first }) => [member, first === undefined ? 'adapted' : 'present']);
  const text = liveRange(range).toString();
  const sense =
    matcher.id(mention.entry) === id ? pageSense(mention.entry, mentions, recogniser, inArticle) : undefined;
  return {
    count: same.length,
    index: Math.max(
      0,
      same.findIndex((other) => isSamePlace(other.range, range)),
    ),
    adapted: mention.adapted,
    ...(sense === undefined ? {} : { sense }),
    text: withoutBreaks(text),
    memberStates: Object.fromEntries(states) as CardPage['memberStates'],
    nested: mention.nested.map(({ entry, start, end }) => ({
      id: matcher.id(entry),
      zh: withoutBreaks(text.slice(start - mention.start, end - mention.start)),
      kind: matcher.kind(entry),
    })),
  };
}

/** The mentions of a term in document order; where it stands nowhere by itself, those that it lies in. */
export function mentionsOf(id: string, mentions: readonly PageMention[], matcher: Matcher): PageMention[] {
  const isIt = ({ entry }: Mention): boolean => matcher.id(entry) === id;
  const itself = mentions.filter(({ mention }) => isIt(mention));
  return itself.length > 0 ? itself : mentions.filter(({ mention }) => mention.nested.some(isIt));
}

/** Whether two ranges are of the same words: a block that was read again has new ones. */
export function isSamePlace(a: AbstractRange, b: AbstractRange): boolean {
  return (
    a.startContainer === b.startContainer &&
    a.startOffset === b.startOffset &&
    a.endContainer === b.endContainer &&
    a.endOffset === b.endOffset
  );
}

/** The words of a range as they are read out. */
export function readable(range: StaticRange): string {
  return withoutBreaks(liveRange(range).toString());
}

/** Without the white space that only the page's source has. */
function withoutBreaks(text: string): string {
  return text.replace(/\s*\n\s*/gu, '').trim();
}
