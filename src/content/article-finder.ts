import type { ArticleScope } from '../dom/article-scope.ts';
import { sendToBackground } from '../platform/content-api.ts';
import type { ToBackground } from '../protocol/messages.ts';

type ArticleFinder = (address: string) => ArticleScope | undefined;

/** Shared with the script that is loaded on demand, in the extension's own world of the page. */
const scope = globalThis as { tifaFindArticle?: ArticleFinder };

/** Called by the script that is loaded on demand: finding an article is not for the fast path. */
export function provideArticleFinder(find: ArticleFinder): void {
  scope.tifaFindArticle = find;
}

/** The article of the page; undefined where it has none, or while nothing that finds it is loaded. */
export function findArticleIfLoaded(address: string): ArticleScope | undefined {
  return scope.tifaFindArticle?.(address);
}

/** Has what finds articles loaded, once. */
export async function loadArticleFinder(): Promise<void> {
  if (scope.tifaFindArticle !== undefined) return;
  const request: ToBackground = { type: 'tifa:load-card' };
  await sendToBackground(request);
}
