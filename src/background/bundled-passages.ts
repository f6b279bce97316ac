import { setDefinitions } from '../core/knowledge/knowledge.ts';
import { matcherFromText } from '../core/match/matcher-from-text.ts';
import { Recogniser } from '../core/match/recogniser.ts';
import { PassageEngine } from '../core/passages/engine.ts';
import { formulationsIn } from '../core/passages/known.ts';
import { SourceIndex } from '../core/passages/source-index.ts';
import { sourceLine } from '../core/passages/source-line.ts';
import { sourceTextOf } from '../core/passages/source-text.ts';
import { buildFoldTable } from '../core/text/build-fold-table.ts';
import { bundledKnowledge } from '../generated/knowledge.ts';
import { MATCHER_TEXT } from '../generated/matcher.ts';
import { NAMES_TEXT } from '../generated/names.ts';
import { bundledSources } from '../generated/sources.ts';
import { browser } from '../platform/browser.ts';
import { PassageService, type ServiceParts } from './passages.ts';

/** Where the build puts the script that marks passages on a page. */
const PAGE_PASSAGES_SCRIPT = '/page-passages.js';

/** Engine and recogniser over what is bundled; some tens of milliseconds, once in a worker's life. */
function bundledParts(): ServiceParts {
  const recogniser = new Recogniser(matcherFromText(MATCHER_TEXT, NAMES_TEXT));
  const sources = bundledSources();
  const index = new SourceIndex(sources.map(sourceTextOf), buildFoldTable(), formulationsIn(recogniser));
  return {
    engine: new PassageEngine(index),
    recogniser,
    sets: setDefinitions(bundledKnowledge().terms),
    sources: sources.map(sourceLine),
  };
}

/** The worker's one service. Pauses let its other messages in. */
export const passageService = new PassageService(
  bundledParts,
  () => performance.now(),
  () => new Promise((resolve) => setTimeout(resolve, 0)),
);

/** Loads the script of passages into a frame, beside the content script. */
export async function loadPassages(tabId: number, frameId: number): Promise<boolean> {
  const target = { tabId, frameIds: [frameId] };
  await browser.scripting.executeScript({ target, files: [PAGE_PASSAGES_SCRIPT] });
  return true;
}
