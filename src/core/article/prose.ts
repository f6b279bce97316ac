/** A stretch of text of a page and the element that it stands in. */
export interface Piece<N> {
  readonly element: N;
  readonly text: string;
  /** Characters of it that are in links. */
  readonly linked: number;
}

/** Less prose than this makes no article, in characters. */
const LEAST = 150;

/** How much of the page's prose the article's element holds at least. */
const SHARE = 0.7;

/**
 * The element that holds the article of a page without rules: the innermost one with
 * most of the page's prose. Prose is running text with clauses, outside of links and of
 * what is set apart; a list of headlines is none. Undefined where there is too little
 * of it. Linear in the pieces and their depth.
 */
export function proseElement<N>(
  pieces: Iterable<Piece<N>>,
  parentOf: (element: N) => N | undefined,
  isApart: (element: N) => boolean,
): N | undefined {
  const weights = new Map<N, number>();
  const inside = new Map<N, N[]>();
  const apart = new Map<N, boolean>();
  let total = 0;
  let root: N | undefined;
  for (const { element, text, linked } of pieces) {
    const weight = proseWeight(text, linked);
    if (weight === 0 || isWithin(element, parentOf, isApart, apart)) continue;
    total += weight;
    for (let at: N | undefined = element; at !== undefined; at = parentOf(at)) {
      const known = weights.get(at);
      weights.set(at, (known ?? 0) + weight);
      const parent = parentOf(at);
      if (parent === undefined) root = at;
      else if (known === undefined) {
        const siblings = inside.get(parent);
        if (siblings === undefined) inside.set(parent, [at]);
        else siblings.push(at);
      }
    }
  }
  if (total < LEAST) return undefined;
  let best = root;
  for (let at = root; at !== undefined;) {
    best = at;
    const heaviest: N | undefined = inside
      .get(at)
      ?.find((child) => (weights.get(child) ?? 0) >= SHARE * total);
    at = heaviest;
  }
  return best;
}

/** Characters of running text; none for what has no clause in it or is mostly links. */
function proseWeight(text: string, linked: number): number {
  const length = text.trim().length;
  if (length < 15 || linked > 0.4 * length) return 0;
  return /[，。；：！？、,.;!?]/u.test(text) ? length - linked : 0;
}

function isWithin<N>(
  element: N,
  parentOf: (element: N) => N | undefined,
  isApart: (element: N) => boolean,
  known: Map<N, boolean>,
): boolean {
  const found = known.get(element);
  if (found !== undefined) return found;
  const parent = parentOf(element);
  const within = isApart(element) || (parent !== undefined && isWithin(parent, parentOf, isApart, known));
  known.set(element, within);
  return within;
}
