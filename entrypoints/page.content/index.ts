import { defineContentScript } from 'wxt/utils/define-content-script';
import { bytesFromBase64 } from '../../src/content/matcher-bytes.ts';
import { Session } from '../../src/content/session.ts';
import { HOSTS } from '../../src/core/hosts.ts';
import { MATCHER_BASE64 } from '../../src/generated/matcher.ts';
import '../../src/ui/highlights.css';

export default defineContentScript({
  matches: HOSTS,
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  async main(context) {
    await new Session(() => bytesFromBase64(MATCHER_BASE64), context.signal).start();
  },
});
