import { formatRoute } from '../../../core/library-route.ts';
import type { Term } from '../../../core/knowledge/knowledge.ts';
import { KINDS, WEIGHTS, type Kind, type Weight } from '../../../core/match/kinds.ts';

/** What the reader asked of the list; all of it is in the address. */
export interface TermFilter {
  readonly query: string;
  readonly kind?: Kind;
  readonly weight?: Weight;
  /** Id of a source that has the term. */
  readonly source?: string;
  readonly inSet: boolean;
  readonly by: 'kind' | 'set';
}

export function readFilter(query: ReadonlyMap<string, string>): TermFilter {
  const kind = KINDS.find((name) => name === query.get('kind'));
  const weight = WEIGHTS.find((name) => name === query.get('weight'));
  const source = query.get('source') ?? '';
  return {
    query: query.get('q') ?? '',
    ...(kind === undefined ? {} : { kind }),
    ...(weight === undefined ? {} : { weight }),
    ...(source === '' ? {} : { source }),
    inSet: query.get('set') === 'yes',
    by: query.get('by') === 'set' ? 'set' : 'kind',
  };
}

export function filterRoute({ query, kind, weight, source, inSet, by }: TermFilter): string {
  return formatRoute('terms', [], {
    q: query.trim(),
    kind: kind ?? '',
    weight: weight ?? '',
    source: source ?? '',
    set: inSet ? 'yes' : '',
    by: by === 'set' ? 'set' : '',
  });
}

export function isFiltered({ kind, weight, source, inSet }: TermFilter): boolean {
  return kind !== undefined || weight !== undefined || source !== undefined || inSet;
}

/**
 * The terms that pass the filters, in their order. Linear.
 *
 * @param inSource whether the source that is asked for has a term
 */
export function filterTerms(
  terms: readonly Term[],
  { kind, weight, source, inSet }: TermFilter,
  inSource: (id: string) => boolean,
): Term[] {
  return terms.filter(
    (term) =>
      (kind === undefined || term.kind === kind) &&
      (weight === undefined || term.weight === weight) &&
      (source === undefined || inSource(term.id)) &&
      (!inSet || isOfSet(term)),
  );
}

function isOfSet({ members, memberOf, membersListed }: Term): boolean {
  return members.length > 0 || memberOf.length > 0 || !membersListed;
}

export interface TermGroup {
  /** A kind, or the id of a set. */
  readonly key: string;
  readonly kind?: Kind;
  readonly set?: Term;
  readonly terms: readonly Term[];
}

/** The terms under their kinds, those of one kind by pinyin. */
export function groupByKind(terms: readonly Term[]): TermGroup[] {
  return KINDS.map((kind) => ({
    key: kind,
    kind,
    terms: terms.filter((term) => term.kind === kind).sort(byPinyin),
  })).filter(({ terms: ofKind }) => ofKind.length > 0);
}

/** Each set among the terms with its members in order, whether or not they pass the filters themselves. */
export function groupBySet(terms: readonly Term[], all: (ids: readonly string[]) => Term[]): TermGroup[] {
  return terms
    .filter(({ members, membersListed }) => members.length > 0 || !membersListed)
    .sort((a, b) => b.members.length - a.members.length || byPinyin(a, b))
    .map((set) => ({ key: set.id, set, terms: all(set.members) }));
}

const COLLATOR = new Intl.Collator('en');

function byPinyin(a: Term, b: Term): number {
  return COLLATOR.compare(a.pinyin, b.pinyin);
}

/** The first `count` rows of groups, and how many are left. */
export function firstRows(
  groups: readonly TermGroup[],
  count: number,
): { readonly groups: readonly TermGroup[]; readonly left: number } {
  const shown: TermGroup[] = [];
  let room = count;
  let left = 0;
  for (const group of groups) {
    const terms = group.terms.slice(0, Math.max(0, room));
    left += group.terms.length - terms.length;
    if (room > 0) shown.push({ ...group, terms });
    // A set without listed members takes a row too.
    room -= Math.max(1, terms.length);
  }
  return { groups: shown, left };
}
