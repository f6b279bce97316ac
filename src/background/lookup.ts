import { Lookup } from '../core/knowledge/lookup.ts';
import { buildFoldTable } from '../core/text/build-fold-table.ts';
import { bundledKnowledge } from '../generated/knowledge.ts';

let lookup: Lookup | undefined;

/** The id of the term that a text names best; undefined where it names none. The index is built once a worker. */
export function bestHit(text: string): string | undefined {
  lookup ??= new Lookup(bundledKnowledge().terms, buildFoldTable());
  return lookup.search(text, 1)[0]?.id;
}
