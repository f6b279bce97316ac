import { setDefinitions, type Term } from '../../core/knowledge/knowledge.ts';
import { KINDS, type Kind } from '../../core/match/kinds.ts';
import { checkSets, type MemberCheck, type SetCheck } from '../../core/match/sets.ts';
import type { Tally } from '../../protocol/messages.ts';
import type { CardPage } from '../card/card-types.ts';
import type { FrameSummary } from '../page-frames.ts';

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
  /** What to jump to: the set where it is named, else the first of its members. */
  readonly at: string | undefined;
}

export interface PageState {
  readonly count: number;
  /** Of them in the article and elsewhere; absent where the page has no article. */
  readonly article?: { readonly inside: number; readonly elsewhere: number; readonly isPart: boolean };
  readonly kinds: readonly { readonly kind: Kind; readonly terms: readonly ListedTerm[] }[];
  readonly sets: readonly ListedSet[];
}

/** What a page's frames report, with what is known of each term. Article and sets are those of {@link mainFrame}. */
export function pageState(frames: readonly FrameSummary[], terms: readonly Term[]): PageState {
  const byId = new Map(terms.map((term) => [term.id, term]));
  const listed = [...countsOf(frames)].flatMap(([id, count]): ListedTerm[] => {
    const term = byId.get(id);
    return term === undefined || count === 0 ? [] : [{ term, count }];
  });
  const kinds = KINDS.map((kind) => ({ kind, terms: listed.filter(({ term }) => term.kind === kind) }));
  const main = mainFrame(frames);
  const count = frames.reduce((sum, frame) => sum + frame.count, 0);
  const article = main?.article;
  return {
    count,
    ...(article === undefined
      ? {}
      : {
          article: {
            inside: article.count,
            elsewhere: Math.max(0, count - article.count),
            isPart: article.isPart,
          },
        }),
    kinds: kinds.filter(({ terms: ofKind }) => ofKind.length > 0),
    sets: checkedSets(main?.tallies ?? [], terms, byId),
  };
}

/**
 * The frame that the reader came for: the one whose article has the most terms, since
 * some sites put the article into a frame of a page that is menus only; where no frame
 * has an article, the one with the most terms. Of equals the first.
 */
function mainFrame(frames: readonly FrameSummary[]): FrameSummary | undefined {
  const articles = frames.filter(({ article }) => article !== undefined);
  const of = articles.length > 0 ? articles : frames;
  const size = ({ article, count }: FrameSummary): number => article?.count ?? count;
  return of.reduce<FrameSummary | undefined>(
    (best, frame) => (best === undefined || size(frame) > size(best) ? frame : best),
    undefined,
  );
}

/** The frames in which a term stands, in their order. */
export function framesWith(id: string, frames: readonly FrameSummary[]): number[] {
  return frames
    .filter(({ tallies }) => tallies.some((tally) => tally.id === id))
    .map(({ frameId }) => frameId);
}

/** What the card of a term says of the page, where the popup opens it. */
export function cardPageOf(id: string, zh: string, frames: readonly FrameSummary[]): CardPage {
  const memberStates: Record<string, MemberCheck['state']> = {};
  for (const { tallies } of frames) {
    for (const { id: member, first, firstAdapted } of tallies) {
      if (first !== undefined) memberStates[member] = 'present';
      else if (firstAdapted !== undefined) memberStates[member] ??= 'adapted';
    }
  }
  const count = countsOf(frames).get(id) ?? 0;
  return { count, index: -1, adapted: false, text: zh, memberStates, nested: [] };
}

function countsOf(frames: readonly FrameSummary[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { tallies } of frames) {
    for (const { id, count } of tallies) counts.set(id, (counts.get(id) ?? 0) + count);
  }
  return counts;
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
  const place = (id: string): number => plain.get(id) ?? adapted.get(id) ?? Infinity;
  return checkSets(setDefinitions(terms), { plain, adapted }).flatMap((check) => {
    const term = byId.get(check.id);
    if (term === undefined || check.members.length === 0) return [];
    const there = check.members.filter(({ state }) => state !== 'absent').map(({ id }) => id);
    const first = there.sort((a, b) => place(a) - place(b))[0];
    const at = place(check.id) < Infinity ? check.id : first;
    return [{ term, check, present: there.length, at }];
  });
}
