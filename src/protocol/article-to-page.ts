/**
 * Library → page: the text of your article. Only the script of notes answers, so it
 * is loaded first, by asking for `tifa:notes-on-page/state`. Checked by hand, since
 * that script must not carry the schema library. The answer is in ./article.ts.
 */
export interface ArticleRequest {
  readonly type: 'tifa:article';
}

export function isArticleRequest(message: unknown): boolean {
  return (
    typeof message === 'object' && message !== null && 'type' in message && message.type === 'tifa:article'
  );
}
