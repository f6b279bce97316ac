import type { Edit } from './passage.ts';
import { sentencesOf, type Sentence } from '../text/sentences.ts';
import type { FoldTable } from '../text/fold-table.ts';
import { alignedChain } from './chain.ts';
import type { Run } from './segment.ts';
import { Anchor, Clusters } from './clusters.ts';
import { differencesOf } from './differences.ts';
import { Scan } from './scan.ts';
import { SourceIndex, type KnownIn } from './source-index.ts';
import type { Skeleton } from './skeleton.ts';
import { Cohesion } from './words.ts';

/** Sentences of both texts that belong together, or of one that has no counterpart. */
export interface ComparedRow {
  /** `same` up to script, punctuation and white space. `moved`: it stands elsewhere in the other text. */
  readonly kind: 'same' | 'changed' | 'moved' | 'only-a' | 'only-b';
  readonly a?: Sentence;
  readonly b?: Sentence;
  /** With `page` for text a and `source` for text b. Empty unless `changed` or `moved`. */
  readonly edits: readonly Edit[];
}

export interface Comparison {
  /** In the order of text a; what only b has stands where b has it. */
  readonly rows: readonly ComparedRow[];
  /** Folded characters that both have, in aligned sentences. */
  readonly shared: number;
  /** The same without what formulations and names explain. */
  readonly discounted: number;
  /** Folded characters of either text. */
  readonly lengthA: number;
  readonly lengthB: number;
}

/** Sentences belong together where they share this part of the longer one. */
const LINKED = 0.4;
/**
 * Or this part of the shorter one, which is then a piece of the other (split and joined
 * sentences), and this part of it beyond what formulations and names explain: two
 * sentences that have only those in common are no counterparts.
 */
const CONTAINED = 0.6;
const OWN = 0.25;
const LEAST_ANCHOR = 6;

/**
 * Compares any two texts: sentences aligned, differences by character and grouped to
 * words. Split and merged sentences make one row.
 *
 * Near linear for texts that are alike; the gaps between what they share cost their
 * product, up to a limit beyond which they are not aligned.
 */
export function compareTexts(a: string, b: string, table: FoldTable, knownIn?: KnownIn): Comparison {
  const index = new SourceIndex([{ id: 'b', published: '', text: b }], table, knownIn);
  const page = index.skeletons.of(a);
  const cohesion = new Cohesion();
  cohesion.add(index.units);
  cohesion.add(page.units, page.length + 1);
  const anchors = anchorsOf(index, page);
  const runs = anchors.length === 0 ? [] : alignedChain(index, page, anchors);
  const left = sentencesOf(a);
  const right = sentencesOf(b);
  const sidesA = unitRanges(left, page.length, (unit) => page.origins.rawAt(unit), 1);
  const sidesB = unitRanges(right, index.units.length - 2, (unit) => index.rawAt(unit), 1);

  const explained = (part: readonly Run[]): number =>
    part.reduce((sum, { place, length }) => sum + index.explained(place, place + length), 0);
  const groups = groupSentences(runs, sidesA, sidesB, explained);
  const rows: ComparedRow[] = [];
  let shared = 0;
  let discounted = 0;
  const row = (
    aFirst: number,
    aLast: number,
    bFirst: number,
    bLast: number,
    within: readonly Run[],
    moved: boolean,
  ): ComparedRow => {
    const [fromA, toA] = [sidesA[aFirst]!.from, sidesA[aLast]!.to];
    const [fromB, toB] = [sidesB[bFirst]!.from, sidesB[bLast]!.to];
    for (const run of within) {
      shared += run.length;
      discounted += run.length - index.explained(run.place, run.place + run.length);
    }
    const bounded = [
      { page: fromA, place: fromB, length: 0 },
      ...withEnds(within, { page: fromA, place: fromB }, { page: toA, place: toB }, page.units, index.units),
      { page: toA, place: toB, length: 0 },
    ];
    const edits = differencesOf(bounded, [], { page: page.units, source: index.units, cohesion }).map(
      (d): Edit => {
        const start =
          d.page < d.pageEnd
            ? page.origins.rawAt(d.page)
            : d.page > 1
              ? page.origins.rawAt(d.page - 1) + 1
              : 0;
        const end = d.page < d.pageEnd ? page.origins.rawAt(d.pageEnd - 1) + 1 : start;
        const sourceStart =
          d.place < d.placeEnd ? index.rawAt(d.place) : d.place > 1 ? index.rawAt(d.place - 1) + 1 : 0;
        const sourceEnd = d.place < d.placeEnd ? index.rawAt(d.placeEnd - 1) + 1 : sourceStart;
        return {
          type: d.type,
          start,
          end,
          sourceStart,
          sourceEnd,
          page: a.slice(start, end),
          source: b.slice(sourceStart, sourceEnd),
        };
      },
    );
    return {
      kind: moved ? 'moved' : edits.length === 0 ? 'same' : 'changed',
      a: { start: left[aFirst]!.start, end: left[aLast]!.end },
      b: { start: right[bFirst]!.start, end: right[bLast]!.end },
      edits,
    };
  };

  const usedA = new Set<number>();
  const usedB = new Set<number>();
  const aligned = groups.map((group) => {
    for (let i = group.aFirst; i <= group.aLast; i++) usedA.add(i);
    for (let j = group.bFirst; j <= group.bLast; j++) usedB.add(j);
    return group;
  });
  const movedRows = movedSentences(anchors, sidesA, sidesB, usedA, usedB);
  const movedFrom = new Map(movedRows.map((pair) => [pair.i, pair]));
  const movedTo = new Set(movedRows.map(({ j }) => j));
  let nextA = 0;
  let nextB = 0;
  const onlyUpTo = (toA: number, toB: number): void => {
    for (; nextA < toA; nextA++) {
      const pair = movedFrom.get(nextA);
      if (pair !== undefined) rows.push(row(pair.i, pair.i, pair.j, pair.j, pair.runs, true));
      else rows.push({ kind: 'only-a', a: left[nextA]!, edits: [] });
    }
    for (; nextB < toB; nextB++) {
      if (!movedTo.has(nextB)) rows.push({ kind: 'only-b', b: right[nextB]!, edits: [] });
    }
  };
  for (const { aFirst, aLast, bFirst, bLast, runs: within } of aligned) {
    onlyUpTo(aFirst, bFirst);
    rows.push(row(aFirst, aLast, bFirst, bLast, within, false));
    nextA = aLast + 1;
    nextB = bLast + 1;
  }
  onlyUpTo(left.length, right.length);
  return { rows, shared, discounted, lengthA: page.length, lengthB: Math.max(0, index.units.length - 2) };
}

/** Shorter agreements at the ends of a pair of sentences are left to chance, in units. */
const LEAST_END = 2;

type Place = Pick<Run, 'page' | 'place'>;

/**
 * The runs of a pair of sentences with what agrees at its beginning and end: an end
 * of a text has no anchor beyond it, so that the chain stops short of what is there.
 */
function withEnds(
  runs: readonly Run[],
  from: Place,
  to: Place,
  units: ArrayLike<number>,
  otherUnits: ArrayLike<number>,
): Run[] {
  const all = [...runs];
  const [first] = runs;
  if (first !== undefined) {
    const room = Math.min(first.page - from.page, first.place - from.place);
    let length = 0;
    while (length < room && units[from.page + length] === otherUnits[from.place + length]) length++;
    if (length >= LEAST_END && first.page > from.page) all.unshift({ ...from, length });
  }
  const last = runs.at(-1);
  if (last !== undefined) {
    const [page, place] = [last.page + last.length, last.place + last.length];
    const room = Math.min(to.page - page, to.place - place);
    let length = 0;
    while (length < room && units[to.page - length - 1] === otherUnits[to.place - length - 1]) length++;
    if (length >= LEAST_END) all.push({ page: to.page - length, place: to.place - length, length });
  }
  return all;
}

function anchorsOf(index: SourceIndex, page: Skeleton): Run[] {
  const clusters = new Clusters(index, page, true);
  new Scan(index, page, clusters).run(Infinity);
  const { data, length } = clusters.anchors;
  const runs: Run[] = [];
  for (let i = 0; i < length; i += Anchor.Size) {
    if (data[i + 2]! >= LEAST_ANCHOR)
      runs.push({ page: data[i]!, place: data[i + 1]!, length: data[i + 2]! });
  }
  return runs;
}

interface UnitRange {
  readonly from: number;
  readonly to: number;
}

/** Sentences in skeleton units, `to` exclusive. */
function unitRanges(
  sentences: readonly Sentence[],
  length: number,
  rawAt: (unit: number) => number,
  first: number,
): UnitRange[] {
  let unit = first;
  return sentences.map(({ start, end }) => {
    while (unit <= length && rawAt(unit) < start) unit++;
    const from = unit;
    while (unit <= length && rawAt(unit) < end) unit++;
    return { from, to: unit };
  });
}

interface Group {
  aFirst: number;
  aLast: number;
  bFirst: number;
  bLast: number;
  runs: Run[];
}

/** Sentences linked by what they share, in the order of both texts. */
function groupSentences(
  runs: readonly Run[],
  as: readonly UnitRange[],
  bs: readonly UnitRange[],
  explained: (runs: readonly Run[]) => number,
): Group[] {
  interface Cell {
    readonly i: number;
    readonly j: number;
    length: number;
    readonly runs: Run[];
  }
  const cells: Cell[] = [];
  let i = 0;
  let j = 0;
  for (const run of runs) {
    let { page, place, length } = run;
    while (length > 0) {
      while (i < as.length && as[i]!.to <= page) i++;
      while (j < bs.length && bs[j]!.to <= place) j++;
      if (i === as.length || j === bs.length) break;
      const cut = Math.min(length, as[i]!.to - page, bs[j]!.to - place);
      const last = cells.at(-1);
      const part = { page, place, length: cut };
      if (last?.i === i && last.j === j) {
        last.length += cut;
        last.runs.push(part);
      } else cells.push({ i, j, length: cut, runs: [part] });
      page += cut;
      place += cut;
      length -= cut;
    }
  }
  const groups: Group[] = [];
  for (const cell of cells) {
    const a = as[cell.i]!;
    const b = bs[cell.j]!;
    const [lengthA, lengthB] = [a.to - a.from, b.to - b.from];
    const shorter = Math.min(lengthA, lengthB);
    const contained =
      cell.length >= CONTAINED * shorter && cell.length - explained(cell.runs) >= OWN * shorter;
    if (cell.length < LINKED * Math.max(lengthA, lengthB) && !contained) continue;
    const last = groups.at(-1);
    if (last !== undefined && (last.aLast === cell.i || last.bLast === cell.j)) {
      last.aLast = cell.i;
      last.bLast = cell.j;
      last.runs.push(...cell.runs);
    } else
      groups.push({ aFirst: cell.i, aLast: cell.i, bFirst: cell.j, bLast: cell.j, runs: [...cell.runs] });
  }
  return groups;
}

/** Which range holds a unit; -1 for none. Ranges are in order. Logarithmic. */
function rangeWith(ranges: readonly UnitRange[], unit: number): number {
  let low = 0;
  let high = ranges.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ranges[middle]!.to <= unit) low = middle + 1;
    else high = middle;
  }
  const found = ranges[low];
  return found !== undefined && unit >= found.from ? low : -1;
}

/** Sentences without a counterpart in their place that have one elsewhere. */
function movedSentences(
  anchors: readonly Run[],
  as: readonly UnitRange[],
  bs: readonly UnitRange[],
  usedA: ReadonlySet<number>,
  usedB: ReadonlySet<number>,
): { i: number; j: number; runs: Run[] }[] {
  const pairs = new Map<string, { i: number; j: number; length: number; runs: Run[] }>();
  for (const run of anchors) {
    const i = rangeWith(as, run.page);
    const j = rangeWith(bs, run.place);
    if (i < 0 || j < 0 || usedA.has(i) || usedB.has(j)) continue;
    const cut = Math.min(run.length, as[i]!.to - run.page, bs[j]!.to - run.place);
    const pair = pairs.get(`${String(i)} ${String(j)}`) ?? { i, j, length: 0, runs: [] };
    const last = pair.runs.at(-1);
    if (last !== undefined && (run.page < last.page + last.length || run.place < last.place + last.length))
      continue;
    pair.length += cut;
    pair.runs.push({ ...run, length: cut });
    pairs.set(`${String(i)} ${String(j)}`, pair);
  }
  const taken = new Set<string>();
  return [...pairs.values()]
    .sort((x, y) => y.length - x.length)
    .filter(({ i, j, length }) => {
      const longer = Math.max(as[i]!.to - as[i]!.from, bs[j]!.to - bs[j]!.from);
      if (length < LINKED * longer || taken.has(`a${String(i)}`) || taken.has(`b${String(j)}`)) return false;
      taken.add(`a${String(i)}`).add(`b${String(j)}`);
      return true;
    });
}
