import type { Mention, Recogniser } from '../../core/match/recogniser.ts';
import { senseOf } from '../../core/match/sense-of.ts';
import { isOwnSense, type SenseDecision } from '../../core/match/senses.ts';
import { roleOfName } from '../../core/text/html-roles.ts';
import { liveRange } from '../../dom/hit-test.ts';
import type { PageMention } from '../../dom/page-mention.ts';

/** Whether a node of the page is in its article; all of it is where it has none. */
export type InArticle = (node: Node) => boolean;

/** More of a page, in UTF-16 units, tells nothing new about its field. */
const ENOUGH_TEXT = 200_000;

/**
 * Which meaning an entry's form has on this page: undefined where it has but one.
 * It is asked for when a card or a summary is, not while the page is read, since the
 * words that decide may come after the mention. They are those of the article: menus and
 * lists of other articles speak of other things.
 */
export function pageSense(
  entry: number,
  mentions: readonly PageMention[],
  recogniser: Recogniser,
  inArticle: InArticle,
): SenseDecision | undefined {
  if (recogniser.matcher.senses(entry).length === 0) return undefined;
  const article = recogniser.fold(textOf(mentions, inArticle));
  return senseOf(entry, recogniser, article, wordsOf(entry, mentions));
}

/** Whether a page's mentions of an entry are, or may be, the entry as the sources mean it. */
export function isClaimed(
  entry: number,
  mentions: readonly PageMention[],
  recogniser: Recogniser,
  inArticle: InArticle,
): boolean {
  const senses = recogniser.matcher.senses(entry);
  return senses.length === 0 || isOwnSense(senses, pageSense(entry, mentions, recogniser, inArticle));
}

/** The page's words for every mention of an entry, nested ones too. */
function wordsOf(entry: number, mentions: readonly PageMention[]): string[] {
  const words: string[] = [];
  for (const { mention, range } of mentions) {
    const note = (inner: Mention): void => {
      if (inner.entry === entry) {
        const text = liveRange(range).toString();
        words.push(text.slice(inner.start - mention.start, inner.end - mention.start));
      }
      inner.nested.forEach(note);
    };
    note(mention);
  }
  return words;
}

/** The text of the page's article, of the shadow trees that have mentions too. */
function textOf(mentions: readonly PageMention[], inArticle: InArticle): string {
  let text = '';
  for (const root of new Set([
    document,
    ...mentions.map(({ range }) => range.startContainer.getRootNode()),
  ])) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null && text.length < ENOUGH_TEXT; node = walker.nextNode()) {
      const role = roleOfName(node.parentElement?.localName ?? '');
      if (role !== 'skip' && role !== 'object' && inArticle(node)) text += (node as Text).data;
    }
  }
  return text;
}
