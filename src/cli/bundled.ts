import { matcherEntry } from '../core/knowledge/check.ts';
import { buildKnowledge, type Knowledge } from '../core/knowledge/knowledge.ts';
import { describeProblem } from '../core/knowledge/problem.ts';
import { compileMatcher, type CompiledMatcher } from '../core/match/compile.ts';
import { Matcher } from '../core/match/matcher.ts';
import { Recogniser } from '../core/match/recogniser.ts';
import { PassageEngine } from '../core/passages/engine.ts';
import { formulationsIn } from '../core/passages/known.ts';
import { SourceIndex } from '../core/passages/source-index.ts';
import { sourceTextOf } from '../core/passages/source-text.ts';
import { buildFoldTable } from '../core/text/build-fold-table.ts';
import { loadSeeds } from './seeds.ts';
import { UsageError } from './usage-error.ts';

export interface Bundled {
  readonly knowledge: Knowledge;
  readonly compiled: CompiledMatcher;
  readonly recogniser: Recogniser;
  /** Over the seven bundled texts; the index is built when it is first asked for. */
  readonly passages: () => PassageEngine;
}

/**
 * The bundled knowledge, compiled from `seeds/`.
 *
 * @throws UsageError where the seeds are not in order
 */
export function loadBundled(): Bundled {
  const { entries, sources, redirects, problems } = loadSeeds();
  const [first] = problems;
  if (first !== undefined) {
    const more = problems.length > 1 ? ` (and ${String(problems.length - 1)} more: run “tifa check”)` : '';
    throw new UsageError(`${describeProblem(first)}${more}`);
  }
  const compiled = compileMatcher(entries.map(matcherEntry));
  const recogniser = new Recogniser(new Matcher(compiled.data));
  let engine: PassageEngine | undefined;
  return {
    knowledge: buildKnowledge(entries, sources, recogniser, redirects),
    compiled,
    recogniser,
    passages: () =>
      (engine ??= new PassageEngine(
        new SourceIndex(sources.map(sourceTextOf), buildFoldTable(), formulationsIn(recogniser)),
      )),
  };
}
