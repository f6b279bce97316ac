import { setDefinitions, type Term } from '../../core/knowledge/knowledge.ts';
import { KINDS, type Kind } from '../../core/match/kinds.ts';
import { checkSets, type SetCheck } from '../../core/match/sets.ts';
import type { PageSummary, Tally } from '../../protocol/messages.ts';

/** One term of a page as a list shows it. */
export interface ListedTerm {
  readonly term: Term;
  readonly count: number;
}

export interface ListedSet {
  readonly term: Term;
  readonly check: SetCheck;
  /** Members that are there, reworded ones included. */
  readonly present: number;
}

export interface PageState {
  readonly count: number;
  readonly kinds: readonly { readonly kind: Kind; readonly terms: readonly ListedTerm[] }[];
  readonly sets: readonly ListedSet[];
}

/** What a page's frames report, with what is known of each term. Sets are those of the top frame. */
export function pageState(summaries: readonly PageSummary[], terms: readonly Term[]): PageState {
  const byId = new Map(terms.map((term) => [term.id, term]));
  const counts = new Map<string, number>();
  for (const { tallies } of summaries) {
    for (const { id, count } of tallies) counts.set(id, (counts.get(id) ?? 0) + count);
  }
  const listed = [...counts].flatMap(([id, count]): ListedTerm[] => {
    const term = byId.get(id);
    return term === undefined || count === 0 ? [] : [{ term, count }];
  });
  const kinds = KINDS.map((kind) => ({ kind, terms: listed.filter(({ term }) => term.kind === kind) }));
  const [top] = summaries;
  return {
    count: summaries.reduce((sum, { count }) => sum + count, 0),
    kinds: kinds.filter(({ terms: ofKind }) => ofKind.length > 0),
    sets: checkedSets(top?.tallies ?? [], terms, byId),
  };
}

function checkedSets(
  tallies: readonly Tally[],
  terms: readonly Term[],
  byId: ReadonlyMap<string, Term>,
): ListedSet[] {
  const plain = new Map<string, number>();
  const adapted = new Map<string, number>();
  for (const { id, first, firstAdapted } of tallies) {
    if (first !== undefined) plain.set(id, first);
    if (firstAdapted !== undefined) adapted.set(id, firstAdapted);
  }
  return checkSets(setDefinitions(terms), { plain, adapted }).flatMap((check) => {
    const term = byId.get(check.id);
    if (term === undefined || check.members.length === 0) return [];
    const present = check.members.filter(({ state }) => state !== 'absent').length;
    return [{ term, check, present }];
  });
}
