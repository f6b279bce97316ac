import { defineContentScript } from 'wxt/utils/define-content-script';
import { bytesFromBase64 } from '../../src/content/matcher-bytes.ts';
import { Session } from '../../src/content/session.ts';
import { MATCHER_BASE64 } from '../../src/generated/matcher.ts';
import './highlights.css';

export default defineContentScript({
  matches: [
    '*://*.4hou.com/*',
    '*://*.12377.cn/*',
    '*://*.people.com.cn/*',
    '*://*.people.cn/*',
    '*://*.cctv.com/*',
    '*://*.cctv.cn/*',
    '*://*.12371.cn/*',
  ],
  allFrames: true,
  matchOriginAsFallback: true,
  runAt: 'document_start',
  async main(context) {
    await new Session(() => bytesFromBase64(MATCHER_BASE64), context.signal).start();
  },
});
