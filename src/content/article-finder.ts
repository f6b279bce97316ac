import type { ArticleScope } from '../dom/article-scope.ts';
import { sendToBackground } from '../platform/content-api.ts';
import type { ToBackground } from '../protocol/messages.ts';

type FindArticle = (address: string) => ArticleScope | undefined;

/** Shared with the script that is loaded on demand, in the extension's own world of the page. */
const scope = globalThis as { tifaFindArticle?: FindArticle };

/** Called by the script that is loaded on demand. */
export function provideArticleFinder(find: FindArticle): void {
  scope.tifaFindArticle = find;
}

/** The article of the page; undefined where it has none, or while nothing that finds it is loaded. */
export function findArticleIfLoaded(address: string): ArticleScope | undefined {
  return scope.tifaFindArticle?.(address);
}

/** Has it loaded, once. */
export async function loadArticleFinder(): Promise<void> {
  if (scope.tifaFindArticle !== undefined) return;
  const request: ToBackground = { type: 'tifa:load-card' };
  await sendToBackground(request);
}
