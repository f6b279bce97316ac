import type { Line } from './lines.ts';
import { isBoilerplate, isListTitle } from './rules.ts';

/** How the elements of a page hang together, in whatever form they are given. */
export interface ElementTree<N> {
  readonly parentOf: (element: N) => N | undefined;
  /** Whether its name says that it is no article: menus, comments, other articles. */
  readonly isApart: (element: N) => boolean;
  /** Whether it is one paragraph by its name, and so never a whole article. */
  readonly isParagraph: (element: N) => boolean;
  /** The order of the heading that it is, or is in; 0 where it is none. */
  readonly headingOf: (element: N) => number;
  /** Whether readers see it, as far as can be told. */
  readonly isShown: (element: N) => boolean;
}

/** Where a page's article is. */
export interface ProseScope<N> {
  /** The element with most of it. */
  readonly body: N;
  /** Whether a block stands in the article. */
  readonly contains: (block: N) => boolean;
}

/** Less prose than this makes no article, in characters. */
const LEAST = 150;
/** And where the page has the headline that its title speaks of: a news flash. */
const LEAST_BELOW_HEADLINE = 60;
/** Shorter blocks are no prose, in characters. */
const A_CLAUSE = 15;
/** What a paragraph counts for the element around it, for the one around that, and so on. */
const BY_LEVEL = [1, 1 / 2, 1 / 6, 1 / 9, 1 / 12];
/** What text counts for a block that it stands in directly: a little more than for the one around it. */
const DIRECT = 1.2;
/** What is called apart is not where it has so much of the page's prose: the name is about something else. */
const TOO_LARGE = 0.5;
/** From this share of the best score on a neighbour of the article's element is part of it. */
const NEIGHBOUR = 0.2;
/** A block with more of its text in links is a list of other pages. */
const MOSTLY_LINKS = 0.6;

/** The text of one block. */
interface BlockText {
  length: number;
  linked: number;
  clauses: number;
}

/**
 * The article of a page without rules, found as readers' modes of browsers do (after
 * Arc90's Readability): each paragraph counts, by its length and its clauses, for the
 * elements around it, the nearest the most; what is mostly links loses by that; the best
 * element is the article's, with those of its neighbours that have a fair score too.
 * Undefined where there is too little prose. Linear in the lines and their depth.
 *
 * @param isHeadlined whether the page has the headline that its title speaks of
 */
export function findProse<N>(
  lines: readonly Line<N>[],
  tree: ElementTree<N>,
  isHeadlined = false,
): ProseScope<N> | undefined {
  const blocks = readBlocks(lines);
  const { prose, text, linked, total } = sums(blocks, tree);
  if (total < (isHeadlined ? LEAST_BELOW_HEADLINE : LEAST)) return undefined;
  const lists = listsOfOthers(lines, tree);
  const isOut = (element: N): boolean =>
    (lists.has(element) || tree.isApart(element)) && (prose.get(element) ?? 0) < TOO_LARGE * total;
  const isApart = apartness(tree, isOut);
  const scores = new Map<N, number>();
  const add = (element: N, score: number): void => {
    scores.set(element, (scores.get(element) ?? 0) + score);
  };
  for (const [block, found] of blocks) {
    const weight = weightOf(found);
    if (weight === 0 || isApart(block)) continue;
    const score = 1 + found.clauses + Math.min(found.length / 100, 3);
    if (!tree.isParagraph(block)) add(block, DIRECT * score);
    let at = tree.parentOf(block);
    for (const share of BY_LEVEL) {
      if (at === undefined) break;
      if (!tree.isParagraph(at)) add(at, share * score);
      at = tree.parentOf(at);
    }
  }
  let body: N | undefined;
  let best = 0;
  for (const [element, score] of scores) {
    const adjusted = score * (1 - (linked.get(element) ?? 0) / Math.max(1, text.get(element) ?? 0));
    scores.set(element, adjusted);
    if (adjusted > best) [body, best] = [element, adjusted];
  }
  if (body === undefined) return undefined;
  const top = body;
  const around = tree.parentOf(top);
  /** Whether a neighbour of the article's element is part of the article. */
  const joins = (element: N): boolean => {
    if (element === top || (scores.get(element) ?? 0) >= Math.max(10, NEIGHBOUR * best)) return true;
    const own = blocks.get(element);
    return own !== undefined && tree.isParagraph(element) && weightOf(own) > 80;
  };
  return {
    body,
    contains: (block) => {
      const own = blocks.get(block);
      if (own !== undefined && own.linked > MOSTLY_LINKS * own.length) return false;
      for (let at: N | undefined = block; at !== undefined; at = tree.parentOf(at)) {
        if (at === top) return true;
        if (isOut(at)) return false;
        if (around !== undefined && tree.parentOf(at) === around) return joins(at);
      }
      return false;
    },
  };
}

function readBlocks<N>(lines: readonly Line<N>[]): Map<N, BlockText> {
  const blocks = new Map<N, BlockText>();
  for (const { element, text, linked } of lines) {
    const known = blocks.get(element) ?? { length: 0, linked: 0, clauses: 0 };
    known.length += text.length;
    known.linked += linked;
    if (!isBoilerplate(text)) known.clauses += clausesOf(text);
    blocks.set(element, known);
  }
  return blocks;
}

const clausesOf = (text: string): number => text.match(/[，。；：！？、,;!?]/gu)?.length ?? 0;

/** Characters of running text in a line; none where it is no prose. */
export function proseOf({ text, linked }: { readonly text: string; readonly linked: number }): number {
  return isBoilerplate(text) ? 0 : weightOf({ length: text.length, linked, clauses: clausesOf(text) });
}

/** Characters of running text; none for what has no clause in it or is to a good part links. */
function weightOf({ length, linked, clauses }: BlockText): number {
  return length < A_CLAUSE || clauses === 0 || linked > 0.4 * length ? 0 : length - linked;
}

/**
 * What holds other articles by its title: the largest element that begins with such a title,
 * and where that is no more than the title, the element after it too.
 */
function listsOfOthers<N>(lines: readonly Line<N>[], { parentOf, isParagraph }: ElementTree<N>): Set<N> {
  const found = new Set<N>();
  const begun = new Set<N>();
  lines.forEach(({ element, text }, i) => {
    if (isListTitle(text)) {
      let top = element;
      for (let at = parentOf(top); at !== undefined && !begun.has(at); at = parentOf(at)) top = at;
      found.add(top);
      const parent = parentOf(top);
      let next = lines[i + 1]?.element;
      while (next !== undefined && parentOf(next) !== parent) next = parentOf(next);
      if (top === element && next !== undefined && !isParagraph(next)) found.add(next);
    }
    for (let at: N | undefined = element; at !== undefined && !begun.has(at); at = parentOf(at))
      begun.add(at);
  });
  return found;
}

/** By element: prose, text and linked text in it, in characters. */
function sums<N>(
  blocks: ReadonlyMap<N, BlockText>,
  { parentOf }: ElementTree<N>,
): { prose: Map<N, number>; text: Map<N, number>; linked: Map<N, number>; total: number } {
  const [prose, text, linked] = [new Map<N, number>(), new Map<N, number>(), new Map<N, number>()];
  let total = 0;
  for (const [block, found] of blocks) {
    const weight = weightOf(found);
    total += weight;
    for (let at: N | undefined = block; at !== undefined; at = parentOf(at)) {
      prose.set(at, (prose.get(at) ?? 0) + weight);
      text.set(at, (text.get(at) ?? 0) + found.length);
      linked.set(at, (linked.get(at) ?? 0) + found.linked);
    }
  }
  return { prose, text, linked, total };
}

/** Whether an element or one around it is apart; each element is asked once. */
function apartness<N>({ parentOf }: ElementTree<N>, isOut: (element: N) => boolean): (element: N) => boolean {
  const known = new Map<N, boolean>();
  const isWithin = (element: N): boolean => {
    const found = known.get(element);
    if (found !== undefined) return found;
    const parent = parentOf(element);
    const within = isOut(element) || (parent !== undefined && isWithin(parent));
    known.set(element, within);
    return within;
  };
  return isWithin;
}
