import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { createPagePassages } from '../../src/content/passages/create-page-passages.ts';
import { providePagePassages } from '../../src/content/passages/passages-link.ts';

export default defineUnlistedScript(() => {
  providePagePassages(createPagePassages);
});
