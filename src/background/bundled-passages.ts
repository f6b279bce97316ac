import { setDefinitions } from '../core/knowledge/knowledge.ts';
import { matcherFromText } from '../core/match/matcher-from-text.ts';
import { Recogniser } from '../core/match/recogniser.ts';
import { PassageEngine } from '../core/passages/engine.ts';
import { formulationsIn } from '../core/passages/known.ts';
import type { AnalysisParts } from '../core/passages/page-analysis.ts';
import { SourceIndex } from '../core/passages/source-index.ts';
import { sourceTextOf } from '../core/passages/source-text.ts';
import { buildFoldTable } from '../core/text/build-fold-table.ts';
import { bundledKnowledge } from '../generated/knowledge.ts';
import { MATCHER_TEXT } from '../generated/matcher.ts';
import { bundledSources } from '../generated/sources.ts';
import { PassageService } from './passages.ts';

/** Engine and recogniser over what is bundled; some tens of milliseconds, once in a worker's life. */
function bundledParts(): AnalysisParts {
  const recogniser = new Recogniser(matcherFromText(MATCHER_TEXT));
  const index = new SourceIndex(
    bundledSources().map(sourceTextOf),
    buildFoldTable(),
    formulationsIn(recogniser),
  );
  return {
    engine: new PassageEngine(index),
    recogniser,
    sets: setDefinitions(bundledKnowledge().terms),
  };
}

/** The worker's one service. Pauses let its other messages in. */
export const passageService = new PassageService(
  bundledParts,
  () => performance.now(),
  () => new Promise((resolve) => setTimeout(resolve, 0)),
);
