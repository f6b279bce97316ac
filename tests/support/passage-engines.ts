import { loadBundled } from '../../src/cli/bundled.ts';
import { loadSeeds } from '../../src/cli/seeds.ts';
import type { Edit } from '../../src/core/passages/passage.ts';
import { PassageEngine } from '../../src/core/passages/engine.ts';
import { formulationsIn } from '../../src/core/passages/known.ts';
import type { FoundPassage } from '../../src/core/passages/report.ts';
import { SourceIndex } from '../../src/core/passages/source-index.ts';
import { sourceTextOf } from '../../src/core/passages/source-text.ts';
import { buildFoldTable } from '../../src/core/text/build-fold-table.ts';
import { plainTextBlocks } from '../../src/core/text/blocks.ts';

export const bundled = loadBundled();
const { sources } = loadSeeds();
export const foldTable = buildFoldTable();

/** The clean text of a source. */
export function sourceText(id: string): string {
  return sources.find((source) => source.id === id)?.text ?? '';
}

/** An engine over some of the bundled sources. */
export function engineOver(...ids: string[]): PassageEngine {
  const some = sources.filter(({ id }) => ids.includes(id)).map(sourceTextOf);
  return new PassageEngine(new SourceIndex(some, foldTable, formulationsIn(bundled.recogniser)));
}

export function find(engine: PassageEngine, text: string): FoundPassage[] {
  return engine.find(text, plainTextBlocks(text));
}

/** Edits as a table shows them: type, the page's words, the source's. */
export function shown(edits: readonly Edit[]): [type: string, page: string, source: string][] {
  return edits.map(({ type, page, source }) => [type, page, source]);
}
