import { findArticle, type ArticleScope } from '../../dom/article-scope.ts';
import type { PageMention } from '../../dom/page-mention.ts';
import type { PageSummary } from '../../protocol/messages.ts';
import type { CardPage } from '../../ui/card/card-types.ts';
import { cardPage, mentionsOf, tally } from './on-page.ts';
import { pageAddress } from '../page-address.ts';
import type { CardHost } from './card-link.ts';

/** What a card and the popup's summary say of the page. Terms must be known by name ({@link CardHost.named}). */
export class AboutPage {
  readonly #host: CardHost;
  /** What of the page is its article, once somebody asked; undefined inside where it has none. */
  #article: { readonly scope: ArticleScope | undefined } | undefined;

  constructor(host: CardHost) {
    this.#host = host;
  }

  /** Of all the page, in reading order. */
  mentions(): PageMention[] {
    return this.#host.reader()?.mentions() ?? [];
  }

  idOf({ mention }: PageMention): string {
    return this.#host.recogniser.matcher.id(mention.entry);
  }

  mentionsOf(id: string): PageMention[] {
    return mentionsOf(id, this.mentions(), this.#host.recogniser.matcher);
  }

  /** What the card of a term says of the page, at one of its mentions. */
  describe(mention: PageMention, id: string): CardPage {
    const host = this.#host;
    const page = cardPage(mention, id, this.mentions(), this.#inArticle, host.recogniser);
    const passage = host.passageAt(mention.range);
    return passage === undefined ? page : { ...page, passage };
  }

  /** What the popup shows of the page as it is now. */
  summary(): PageSummary {
    this.#article = undefined;
    const mentions = this.mentions();
    const reader = this.#host.reader();
    const inArticle = mentions.filter(({ range }) => this.#inArticle(range.startContainer));
    const scope = this.#scope();
    return {
      address: address(),
      on: reader !== undefined,
      count: reader?.count ?? 0,
      ...(scope === undefined ? {} : { article: { count: inArticle.length, isPart: scope.isPart } }),
      tallies: tally(mentions, this.#host.recogniser, this.#inArticle),
    };
  }

  pageChanged(): void {
    this.#article = undefined;
  }

  /** What of the page the set check speaks of, and the words that decide on senses: its article, or all where there is none. */
  readonly #inArticle = (node: Node): boolean => this.#scope()?.contains(node) ?? true;

  #scope(): ArticleScope | undefined {
    this.#article ??= { scope: findArticle(address()) };
    return this.#article.scope;
  }
}

function address(): string {
  return pageAddress() ?? location.href;
}
