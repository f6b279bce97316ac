import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { provideArticleFinder } from '../../src/content/article-finder.ts';
import { providePageCard } from '../../src/content/card/card-link.ts';
import { CardController } from '../../src/content/card/controller.ts';
import { findArticle } from '../../src/dom/article-scope.ts';

export default defineUnlistedScript(() => {
  providePageCard((host) => new CardController(host));
  provideArticleFinder(findArticle);
});
