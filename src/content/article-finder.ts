import type { ArticleScope } from '../dom/article-scope.ts';
import { sendToBackground } from '../platform/content-api.ts';
import type { ToBackground } from '../protocol/messages.ts';
import type { cardPage, tally } from './on-page.ts';

/** What a card and a summary say of the page: finding its article and counting its terms. */
interface AboutPage {
  readonly findArticle: (address: string) => ArticleScope | undefined;
  readonly tally: typeof tally;
  readonly cardPage: typeof cardPage;
}

/** Shared with the script that is loaded on demand, in the extension's own world of the page. */
const scope = globalThis as { tifaAboutPage?: AboutPage };

/** Called by the script that is loaded on demand: all this is not for the fast path. */
export function provideAboutPage(about: AboutPage): void {
  scope.tifaAboutPage = about;
}

/** What is provided; undefined while it is not loaded. */
export function aboutPage(): AboutPage | undefined {
  return scope.tifaAboutPage;
}

/** The article of the page; undefined where it has none, or while nothing that finds it is loaded. */
export function findArticleIfLoaded(address: string): ArticleScope | undefined {
  return scope.tifaAboutPage?.findArticle(address);
}

/** Has it loaded, once. */
export async function loadArticleFinder(): Promise<void> {
  if (scope.tifaAboutPage !== undefined) return;
  const request: ToBackground = { type: 'tifa:load-card' };
  await sendToBackground(request);
}
