import { matcherFromText } from '../../src/core/match/matcher-from-text.ts';
import { bundledKnowledge } from '../../src/generated/knowledge.ts';
import { MATCHER_TEXT } from '../../src/generated/matcher.ts';
import { NAMES_TEXT } from '../../src/generated/names.ts';
import { bundledSources } from '../../src/generated/sources.ts';
import { stringOf } from '../../src/locales/strings.ts';
import type { Language } from '../../src/ui/card/translate.ts';
import type { LibraryContext } from '../../src/ui/library/context.ts';
import { compareInWorker } from '../../src/ui/library/compare/compare-in-worker.ts';
import { LibraryData } from '../../src/ui/library/data.ts';
import { NO_NOTES } from '../support/no-notes.ts';
import { Library } from '../../src/ui/library/library.tsx';
import '../../src/ui/tokens.css';
import '../../src/ui/highlights.css';
import '../../src/ui/library/parts/shell.css';
import '../../src/ui/library/library.css';

const data = new LibraryData(bundledKnowledge(), bundledSources(), matcherFromText(MATCHER_TEXT, NAMES_TEXT));

/** The library with the bundled knowledge, and what it would hand to the browser. */
export function libraryContext(language: Language, more: Partial<LibraryContext> = {}): LibraryContext {
  return {
    data,
    notes: NO_NOTES,
    language,
    t: (key, ...substitutions) => stringOf(key, language, ...substitutions),
    today: '2026-01-31',
    copy: () => Promise.resolve(true),
    download: () => true,
    compare: compareInWorker,
    articleOfTab: () => Promise.resolve(undefined),
    print: () => undefined,
    ...more,
  };
}

/** The library at a place. */
export function libraryAt(hash: string, context: LibraryContext) {
  history.replaceState(null, '', hash);
  return <Library key={hash} context={context} />;
}
