/** Compares two texts beside the page, which stays usable meanwhile: see ./compare-in-worker.ts. */
import { matcherFromText } from '../../../core/match/matcher-from-text.ts';
import { Recogniser } from '../../../core/match/recogniser.ts';
import { compareTexts } from '../../../core/passages/compare.ts';
import { formulationsIn } from '../../../core/passages/known.ts';
import { sideBySide } from '../../../core/passages/side-by-side.ts';
import { buildFoldTable } from '../../../core/text/build-fold-table.ts';
import { MATCHER_TEXT } from '../../../generated/matcher.ts';
import { NAMES_TEXT } from '../../../generated/names.ts';
import type { CompareRequest } from './compare-in-worker.ts';

self.addEventListener('message', ({ data }: MessageEvent<CompareRequest>) => {
  const { first, second } = data;
  const known = formulationsIn(new Recogniser(matcherFromText(MATCHER_TEXT, NAMES_TEXT)));
  self.postMessage(sideBySide(first, second, compareTexts(second, first, buildFoldTable(), known)));
});
