import { defineContentScript } from 'wxt/utils/define-content-script';
import { matcherFromText } from '../../src/core/match/matcher-from-text.ts';
import { Session } from '../../src/content/session.ts';
import { HOSTS } from '../../src/core/hosts.ts';
import { MATCHER_TEXT } from '../../src/generated/matcher.ts';
import '../../src/ui/highlights.css';

/** Let go of once it is read: 100 KB in every page. */
let text = MATCHER_TEXT;

export default defineContentScript({
  matches: HOSTS,
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  async main(context) {
    const end = (): void => {
      context.abort();
    };
    const matcher = (): ReturnType<typeof matcherFromText> => {
      const made = matcherFromText(text);
      text = '';
      return made;
    };
    await new Session(matcher, context.signal, end).start();
  },
});
