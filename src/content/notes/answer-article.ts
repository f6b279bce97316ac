import type { PageText } from '../../dom/page-text.ts';
import { onMessage } from '../../platform/content-api.ts';
import type { ArticleText } from '../../protocol/article.ts';
import { isArticleRequest } from '../../protocol/article-to-page.ts';
import { findArticleIfLoaded, loadArticleFinder } from '../article-finder.ts';
import { pageAddress } from '../page-address.ts';

/** Gives the text of the page's article to our own pages that ask for it. */
export function answerArticle(pageText: () => PageText, signal: AbortSignal): void {
  onMessage((message) => (isArticleRequest(message) ? articleText(pageText) : undefined), signal);
}

async function articleText(pageText: () => PageText): Promise<ArticleText> {
  await loadArticleFinder();
  const address = pageAddress() ?? location.href;
  const scope = findArticleIfLoaded(address);
  const text = pageText();
  const article = scope === undefined ? [] : text.readableBlocks((node) => scope.contains(node));
  const isArticle = article.length > 0;
  return {
    title: document.title,
    address,
    blocks: isArticle ? article : text.readableBlocks(() => true),
    isArticle,
  };
}
