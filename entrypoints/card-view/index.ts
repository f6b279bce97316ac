import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { provideAboutPage } from '../../src/content/article-finder.ts';
import { cardPage, tally } from '../../src/content/on-page.ts';
import { findArticle } from '../../src/dom/article-scope.ts';
import { provideCardView } from '../../src/ui/card/card-view.ts';
import { createCardView } from '../../src/ui/card/view/create-card-view.tsx';

export default defineUnlistedScript(() => {
  provideCardView(createCardView);
  provideAboutPage({ findArticle, tally, cardPage });
});
