import { termSpans } from '../analysis.ts';
import type { NewFormulation, Passage } from './passage.ts';
import type { Recogniser } from '../match/recogniser.ts';
import type { SetDefinition } from '../match/sets.ts';
import type { Block } from '../text/blocks.ts';
import { plainPassage, type PassageEngine } from './engine.ts';
import { findNewFormulations } from './new-formulations.ts';
import { notOnPage, type NotOnPage } from './not-on-page.ts';

/** What the deep look at a page needs. */
export interface AnalysisParts {
  readonly engine: PassageEngine;
  readonly recogniser: Recogniser;
  readonly sets: readonly SetDefinition[];
}

export interface PageAnalysis {
  readonly passages: readonly Passage[];
  readonly notOnPage: NotOnPage;
  readonly newFormulations: readonly NewFormulation[];
}

const BLOCKS_A_STEP = 200;

/**
 * The deep look at a page, in steps of a few milliseconds: passages, what is not on
 * the page, and new formulations. Positions count in the blocks joined by "\n".
 */
export function* analysisSteps(
  { engine, recogniser, sets }: AnalysisParts,
  texts: readonly string[],
): Generator<void, PageAnalysis, void> {
  const blocks: Block[] = [];
  let start = 0;
  for (const text of texts) {
    blocks.push({ start, text });
    start += text.length + 1;
  }
  const text = texts.join('\n');
  const found = yield* engine.steps(text, blocks);
  yield;
  const spans = termSpans(text, recogniser, sets);
  for (let i = 0; i < blocks.length; i++) {
    spans.read(blocks[i]!);
    if (i % BLOCKS_A_STEP === BLOCKS_A_STEP - 1) yield;
  }
  const { terms, checks } = spans.result();
  yield;
  const passages = found.map(plainPassage);
  const missing = notOnPage(engine.index, text, passages, checks);
  yield;
  return { passages, notOnPage: missing, newFormulations: findNewFormulations(text, blocks, terms) };
}
