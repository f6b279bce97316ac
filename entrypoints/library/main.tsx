import { render } from 'preact';
import { MATCHER_BASE64 } from '../../src/generated/matcher.ts';
import { bundledKnowledge } from '../../src/generated/knowledge.ts';
import { bundledSources } from '../../src/generated/sources.ts';
import { copyText, download } from '../../src/platform/downloads.ts';
import { t, uiLanguage } from '../../src/platform/i18n.ts';
import { LibraryData } from '../../src/ui/library/data.ts';
import { Library } from '../../src/ui/library/library.tsx';
import '../../src/ui/tokens.css';
import '../../src/ui/highlights.css';
import '../../src/ui/library/library.css';

const language = uiLanguage();
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
const root = document.getElementById('root');
if (root !== null) {
  const bytes = Uint8Array.from(atob(MATCHER_BASE64), (character) => character.charCodeAt(0));
  const data = new LibraryData(bundledKnowledge(), bundledSources(), bytes);
  const today = new Date().toISOString().slice(0, 10);
  render(<Library context={{ data, language, t, today, copy: copyText, download }} />, root);
}
