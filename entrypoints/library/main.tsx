import { render } from 'preact';
import { matcherFromText } from '../../src/core/match/matcher-from-text.ts';
import { MATCHER_TEXT } from '../../src/generated/matcher.ts';
import { bundledKnowledge } from '../../src/generated/knowledge.ts';
import { bundledSources } from '../../src/generated/sources.ts';
import { copyText, download } from '../../src/platform/downloads.ts';
import { t, uiLanguage } from '../../src/platform/i18n.ts';
import { compareInWorker } from '../../src/ui/library/compare/compare-in-worker.ts';
import { articleOfTab } from '../../src/ui/library/compare/page-article.ts';
import type { LibraryContext } from '../../src/ui/library/context.ts';
import { LibraryData } from '../../src/ui/library/data.ts';
import { Library } from '../../src/ui/library/library.tsx';
import '../../src/ui/tokens.css';
import '../../src/ui/highlights.css';
import '../../src/ui/library/library.css';

const language = uiLanguage();
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
const root = document.getElementById('root');
if (root !== null) {
  const matcher = matcherFromText(MATCHER_TEXT);
  const data = new LibraryData(bundledKnowledge(), bundledSources(), matcher);
  const today = new Date().toISOString().slice(0, 10);
  const context: LibraryContext = {
    data,
    language,
    t,
    today,
    copy: copyText,
    download,
    compare: compareInWorker,
    articleOfTab,
    print: () => {
      window.print();
    },
  };
  render(<Library context={context} />, root);
}
