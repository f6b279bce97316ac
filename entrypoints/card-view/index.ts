import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { provideCardView } from '../../src/ui/card/card-view.ts';
import { createCardView } from '../../src/ui/card/view/create-card-view.tsx';

export default defineUnlistedScript(() => {
  provideCardView(createCardView);
});
