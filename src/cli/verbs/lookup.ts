import { Lookup } from '../../core/knowledge/lookup.ts';
import { buildFoldTable } from '../../core/text/build-fold-table.ts';
import { loadBundled } from '../bundled.ts';
import { UsageError } from '../usage-error.ts';

/** `lookup QUERY`: the matching terms, best first, as a JSON array. */
export function lookupVerb(args: string[]): number {
  const query = args.join(' ').trim();
  if (query === '') throw new UsageError('lookup: name what to look up');
  const { knowledge } = loadBundled();
  const results = new Lookup(knowledge.terms, buildFoldTable()).search(query);
  process.stdout.write(`${JSON.stringify(results)}\n`);
  return 0;
}
