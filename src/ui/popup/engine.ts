import { figureReading } from '../../core/figures/figures.ts';
import { cardContent } from '../../core/knowledge/card-content.ts';
import type { Term } from '../../core/knowledge/knowledge.ts';
import { Lookup } from '../../core/knowledge/lookup.ts';
import { buildFoldTable } from '../../core/text/build-fold-table.ts';
import { bundledKnowledge } from '../../generated/knowledge.ts';
import { queryMarks } from '../components/query-marks.ts';
import type { ResultItem } from '../components/result-list.tsx';
import type { Engine } from './popup-host.ts';

/** Marking a page's worth of text in every result would say nothing. */
const LONGEST_MARKED = 60;

/** The knowledge base and its look-up: a chunk of its own, fetched after the first paint. */
export function createEngine(): Engine {
  const knowledge = bundledKnowledge();
  const byId = new Map(knowledge.terms.map((term) => [term.id, term]));
  // Its index is built by the first query.
  const lookup = new Lookup(knowledge.terms, buildFoldTable());
  return {
    terms: knowledge.terms,
    search: (query) =>
      lookup.search(query).flatMap(({ id }) => {
        const term = byId.get(id);
        return term === undefined ? [] : [itemOf(term, query)];
      }),
    figure: figureReading,
    item: (id) => {
      const term = byId.get(id);
      return term === undefined ? undefined : itemOf(term, '');
    },
    card: (id) => cardContent(id, knowledge),
  };
}

function itemOf({ id, kind, weight, zh, pinyin, en }: Term, query: string): ResultItem {
  const marked = query.length <= LONGEST_MARKED && query.trim() !== '';
  return {
    id,
    kind,
    weight,
    zh,
    pinyin,
    en,
    ...(marked ? { zhMarks: queryMarks(zh, query), enMarks: queryMarks(en, query) } : {}),
  };
}
