import { browser } from '../../../platform/browser.ts';
import { ArticleTextSchema, type ArticleText } from '../../../protocol/article.ts';
import type { ArticleRequest } from '../../../protocol/article-to-page.ts';
import { receive } from '../../../protocol/messages.ts';
import type { NotesToPage } from '../../../protocol/notes-to-page.ts';

/** The text of a tab's article; undefined where the tab is gone, or Tifa does not read it. */
export async function articleOfTab(tab: number): Promise<ArticleText | undefined> {
  const load: NotesToPage = { type: 'tifa:notes-on-page/state' };
  const request: ArticleRequest = { type: 'tifa:article' };
  const top = { frameId: 0 };
  try {
    await browser.tabs.sendMessage(tab, load, top);
    return receive(ArticleTextSchema, await browser.tabs.sendMessage(tab, request, top));
  } catch {
    return undefined;
  }
}
