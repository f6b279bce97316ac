import { Lookup } from '../core/knowledge/lookup.ts';
import { buildFoldTable } from '../core/text/build-fold-table.ts';
import { bundledKnowledge } from '../generated/knowledge.ts';

let lookup: Lookup | undefined;

/**
 * The id of the term that a text names best; undefined where it names none. The index
 * is built once a worker.
 *
 * @param least how well at least, from 0 to 1: 1 is the headword itself
 */
export function bestHit(text: string, least = 0): string | undefined {
  lookup ??= new Lookup(bundledKnowledge().terms, buildFoldTable());
  const [best] = lookup.search(text, 1);
  return best !== undefined && best.score >= least ? best.id : undefined;
}
