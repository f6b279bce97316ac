import { render } from 'preact';
import { matcherFromText } from '../../core/match/matcher-from-text.ts';
import { MATCHER_TEXT } from '../../generated/matcher.ts';
import { NAMES_TEXT } from '../../generated/names.ts';
import { bundledKnowledge } from '../../generated/knowledge.ts';
import { bundledSources } from '../../generated/sources.ts';
import { copyText, download } from '../../platform/downloads.ts';
import { t, uiLanguage } from '../../platform/i18n.ts';
import { compareInWorker } from './compare/compare-in-worker.ts';
import { articleOfTab } from './compare/page-article.ts';
import type { LibraryContext } from './context.ts';
import { LibraryData } from './data.ts';
import { Library } from './library.tsx';
import { notesDoor } from './notes/browser-door.ts';
import '../highlights.css';
import './library.css';

/** Draws the whole library, with the knowledge base, in the place of what stands in `root`. */
export function startLibrary(root: Element): void {
  const matcher = matcherFromText(MATCHER_TEXT, NAMES_TEXT);
  const context: LibraryContext = {
    data: new LibraryData(bundledKnowledge(), bundledSources(), matcher),
    notes: notesDoor(),
    language: uiLanguage(),
    t,
    today: new Date().toISOString().slice(0, 10),
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
