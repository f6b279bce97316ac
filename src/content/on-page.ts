import type { Matcher } from '../core/match/matcher.ts';
import type { Mention } from '../core/match/recogniser.ts';
import { liveRange } from '../dom/hit-test.ts';
import type { PageMention } from '../dom/page-marks.ts';
import type { Tally } from '../protocol/messages.ts';
import type { CardPage } from '../ui/card/card-types.ts';

/** How often each term is on a page, and where first; nested mentions count for “where” only. */
export function tally(mentions: readonly PageMention[], matcher: Matcher): Tally[] {
  const tallies = new Map<string, Tally>();
  let ordinal = 0;
  const note = (mention: Mention, outermost: boolean): void => {
    const id = matcher.id(mention.entry);
    const known = tallies.get(id) ?? { id, kind: matcher.kind(mention.entry), count: 0 };
    if (outermost) known.count++;
    if (mention.adapted) known.firstAdapted ??= ordinal;
    else known.first ??= ordinal;
    tallies.set(id, known);
    ordinal++;
    for (const inner of mention.nested) note(inner, false);
  };
  for (const { mention } of mentions) note(mention, true);
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
  inArticle: readonly PageMention[],
  matcher: Matcher,
): CardPage {
  const same = mentions.filter((other) => matcher.id(other.mention.entry) === id);
  const states = tally(inArticle, matcher).map(({ id: member, first }) => [
    member,
    first === undefined ? 'adapted' : 'present',
  ]);
  const text = liveRange(range).toString();
  return {
    count: same.length,
    index: Math.max(
      0,
      same.findIndex((other) => other.range === range),
    ),
    adapted: mention.adapted,
    text: readable(text),
    memberStates: Object.fromEntries(states) as CardPage['memberStates'],
    nested: mention.nested.map(({ entry, start, end }) => ({
      id: matcher.id(entry),
      zh: readable(text.slice(start - mention.start, end - mention.start)),
      kind: matcher.kind(entry),
    })),
  };
}

/** Without the white space that only the page's source has. */
function readable(text: string): string {
  return text.replace(/\s*\n\s*/gu, '').trim();
}
