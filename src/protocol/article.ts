import * as v from 'valibot';

/** The answer to {@link ArticleRequest}: a page's readable text. */
export const ArticleTextSchema = v.object({
  title: v.string(),
  address: v.string(),
  /** In the order of the page; those of its article, where it has one. */
  blocks: v.array(v.string()),
  /** Whether these are the blocks of an article, or of the whole page. */
  isArticle: v.boolean(),
});
export type ArticleText = v.InferOutput<typeof ArticleTextSchema>;
