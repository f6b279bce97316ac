import type { Edit, Passage } from './passage.ts';
import type { Run, Segment } from './segment.ts';
import { coveredIn } from './choose.ts';
import { Cluster, type Clusters } from './clusters.ts';
import { differencesOf, type Difference } from './differences.ts';
import { ALSO, LEAST_SHARED, QUOTED } from './passage-limits.ts';
import type { Skeleton } from './skeleton.ts';
import type { SourceIndex } from './source-index.ts';
import type { Cohesion } from './words.ts';

/** A stretch that page and source share, but for script, punctuation and white space. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly sourceStart: number;
  readonly sourceEnd: number;
}

/** A passage with its alignment: what stands in {@link same} and {@link edits} is all of it. */
export interface FoundPassage extends Passage {
  /** In the order of the page; moved stretches among them. */
  readonly same: readonly Stretch[];
}

/** The share of a passage's stretch of the page that must be the same. */
const LEAST_DENSITY = 0.55;
/** An own sentence between two paragraphs is the page's own from this length on. */
const LONGEST_ADDED_AT_EDGE = 40;

interface Piece {
  readonly runs: Run[];
  readonly moved: Run[];
  readonly differences: Difference[];
  /** Page unit at which the piece's first block begins. */
  readonly from: number;
  shared: number;
  fresh: number;
}

/**
 * The passages of a segment, one a block of the page; a block with too little of its
 * own (a heading, a line of a list) goes with its neighbour. Empty where the whole
 * segment shares too little beyond formulations.
 */
export function passagesOf(
  engine: { readonly index: SourceIndex; readonly cohesion: Cohesion },
  page: Skeleton,
  text: string,
  blockStarts: Int32Array,
  segment: Segment,
  clusters: Clusters,
  others: readonly number[],
): FoundPassage[] {
  const { index, cohesion } = engine;
  const fresh = (run: Run): number => run.length - index.explained(run.place, run.place + run.length);
  let shared = 0;
  let unexplained = 0;
  let quoted = false;
  for (const run of segment.runs) {
    const own = fresh(run);
    shared += run.length;
    unexplained += own;
    if (run.length >= QUOTED.length && own >= QUOTED.fresh) quoted = true;
  }
  for (const run of segment.moved) {
    shared += run.length;
    unexplained += fresh(run);
  }
  const first = segment.runs[0]!;
  const last = segment.runs.at(-1)!;
  if (unexplained < LEAST_SHARED && !quoted) return [];
  if (shared < LEAST_DENSITY * (last.page + last.length - first.page)) return [];

  const pieces = cutAtBlocks(segment, blockStarts, fresh);
  const differences = differencesOf(segment.runs, segment.moved, {
    page: page.units,
    source: index.units,
    cohesion,
  });
  for (const difference of differences) give(difference, pieces, index, segment.source);
  return pieces.map((piece) => passageOf(index, page, text, segment.source, piece, clusters, others));
}

function cutAtBlocks({ runs, moved }: Segment, starts: Int32Array, fresh: (run: Run) => number): Piece[] {
  const pieces: Piece[] = [];
  const put = (run: Run, to: 'runs' | 'moved'): void => {
    let { page, place, length } = run;
    while (length > 0) {
      const block = lastAtOrBefore(starts, page);
      const from = block < 0 ? 1 : starts[block]!;
      const next = block + 1 < starts.length ? starts[block + 1]! : Infinity;
      const cut = Math.min(length, next - page);
      let piece = pieces.find((p) => p.from === from);
      if (piece === undefined) {
        piece = { runs: [], moved: [], differences: [], from, shared: 0, fresh: 0 };
        pieces.push(piece);
      }
      const part = { page, place, length: cut };
      piece[to].push(part);
      piece.shared += cut;
      piece.fresh += fresh(part);
      page += cut;
      place += cut;
      length -= cut;
    }
  };
  for (const run of runs) put(run, 'runs');
  for (const run of moved) put(run, 'moved');
  pieces.sort((a, b) => a.from - b.from);

  const result: Piece[] = [];
  let open: Piece | undefined;
  for (const piece of pieces) {
    open = open === undefined ? piece : joinPieces(open, piece);
    if (open.fresh >= LEAST_SHARED && open.runs.length > 0) {
      result.push(open);
      open = undefined;
    }
  }
  if (open !== undefined) {
    const before = result.pop();
    result.push(before === undefined ? open : joinPieces(before, open));
  }
  return result;
}

function joinPieces(a: Piece, b: Piece): Piece {
  return {
    runs: [...a.runs, ...b.runs],
    moved: [...a.moved, ...b.moved],
    differences: [],
    from: a.from,
    shared: a.shared + b.shared,
    fresh: a.fresh + b.fresh,
  };
}

/**
 * Gives a difference to its piece. Between two pieces, what the source has in the
 * paragraph of one of them is left out there; whole paragraphs, and the page's own
 * sentences, belong to neither.
 */
function give(d: Difference, pieces: readonly Piece[], index: SourceIndex, source: number): void {
  let at = 0;
  while (at + 1 < pieces.length && pieces[at + 1]!.from <= d.page) at++;
  const piece = pieces[at]!;
  const before = at > 0 ? pieces[at - 1] : undefined;
  const startsHere = d.page <= (piece.runs[0]?.page ?? 0) && d.type !== 'moved';
  if (before === undefined || !startsHere) {
    const end = endOf(piece);
    const edge = at + 1 < pieces.length && d.page >= end && d.type !== 'moved';
    if (edge && d.type === 'added' && d.pageEnd - d.page > LONGEST_ADDED_AT_EDGE) return;
    piece.differences.push(d);
    return;
  }
  if (d.type === 'added') {
    if (d.pageEnd - d.page <= LONGEST_ADDED_AT_EDGE) piece.differences.push(d);
    return;
  }
  if (d.type !== 'dropped') {
    piece.differences.push(d);
    return;
  }
  // Dropped between two blocks of the page.
  const raw = index.sources[source]!.text;
  const base = index.rawAt(d.place);
  const between = raw.slice(index.rawAt(d.place - 1) + 1, index.rawAt(d.placeEnd - 1) + 1);
  const firstBreak = between.indexOf('\n');
  if (firstBreak < 0) {
    before.differences.push({ ...d, page: endOf(before), pageEnd: endOf(before) });
    return;
  }
  const offset = index.rawAt(d.place - 1) + 1;
  const firstEnd = placeAtRaw(index, d, offset + firstBreak);
  const lastStart = placeAtRaw(index, d, offset + between.lastIndexOf('\n'));
  if (firstEnd > d.place) {
    before.differences.push({ ...d, page: endOf(before), pageEnd: endOf(before), placeEnd: firstEnd });
  }
  const tail = raw.slice(index.rawAt(d.placeEnd - 1) + 1, index.rawAt(d.placeEnd));
  if (lastStart < d.placeEnd && base >= 0 && !tail.includes('\n'))
    piece.differences.push({ ...d, place: lastStart });
}

/** The first place of a difference that comes from raw unit `raw` or later. */
function placeAtRaw(index: SourceIndex, d: Difference, raw: number): number {
  let place = d.place;
  while (place < d.placeEnd && index.rawAt(place) < raw) place++;
  return place;
}

function endOf(piece: Piece): number {
  let end = 0;
  for (const { page, length } of [...piece.runs, ...piece.moved]) end = Math.max(end, page + length);
  return end;
}

function passageOf(
  index: SourceIndex,
  page: Skeleton,
  text: string,
  source: number,
  piece: Piece,
  clusters: Clusters,
  others: readonly number[],
): FoundPassage {
  const sourceText = index.sources[source]!;
  const items = [...piece.runs, ...piece.moved].sort((a, b) => a.page - b.page);
  let pageStart = Infinity;
  let pageEnd = 0;
  let placeStart = Infinity;
  let placeEnd = 0;
  const include = (a: number, b: number, c: number, d: number): void => {
    pageStart = Math.min(pageStart, a);
    pageEnd = Math.max(pageEnd, b);
    placeStart = Math.min(placeStart, c);
    placeEnd = Math.max(placeEnd, d);
  };
  for (const r of items) include(r.page, r.page + r.length, r.place, r.place + r.length);
  for (const d of piece.differences) include(d.page, d.pageEnd, d.place, d.placeEnd);

  let start = page.origins.rawAt(pageStart);
  let end = page.origins.rawAt(pageEnd - 1) + 1;
  let sourceStart = index.rawAt(placeStart);
  let sourceEnd = index.rawAt(placeEnd - 1) + 1;
  const edits = piece.differences.map((d): Edit => {
    // What is empty on one side stands after what is before it, but within the passage.
    const from = d.page < d.pageEnd ? page.origins.rawAt(d.page) : within(page.origins.rawAt(d.page - 1) + 1, start, end);
    const to = d.page < d.pageEnd ? page.origins.rawAt(d.pageEnd - 1) + 1 : from;
    const sourceFrom =
      d.place < d.placeEnd
        ? index.rawAt(d.place)
        : within(index.rawAt(d.place - 1) + 1, sourceStart, sourceEnd);
    const sourceTo = d.place < d.placeEnd ? index.rawAt(d.placeEnd - 1) + 1 : sourceFrom;
    return {
      type: d.type,
      start: from,
      end: to,
      sourceStart: sourceFrom,
      sourceEnd: sourceTo,
      page: text.slice(from, to),
      source: sourceText.text.slice(sourceFrom, sourceTo),
    };
  });
  const same = items.map((r): Stretch => ({
    start: page.origins.rawAt(r.page),
    end: page.origins.rawAt(r.page + r.length - 1) + 1,
    sourceStart: index.rawAt(r.place),
    sourceEnd: index.rawAt(r.place + r.length - 1) + 1,
  }));
  // Punctuation that both have around the passage belongs to it.
  const before = pageStart > 1 ? page.origins.rawAt(pageStart - 1) + 1 : 0;
  const sourceBefore = placeStart > index.starts[source]! ? index.rawAt(placeStart - 1) + 1 : 0;
  while (
    start > before &&
    sourceStart > sourceBefore &&
    text[start - 1] === sourceText.text[sourceStart - 1] &&
    OPENERS.includes(text.charAt(start - 1))
  ) {
    start--;
    sourceStart--;
  }
  const after = page.origins.rawAt(pageEnd);
  const sourceAfter =
    placeEnd < index.starts[source + 1]! - 1 ? index.rawAt(placeEnd) : sourceText.text.length;
  while (end < after && sourceEnd < sourceAfter && bothClose(text, end, sourceText.text, sourceEnd)) {
    end++;
    sourceEnd++;
  }
  return {
    class: edits.length === 0 ? 'verbatim' : 'adapted',
    start,
    end,
    source: sourceText.id,
    sourceStart,
    sourceEnd,
    alsoIn:
      others.length === 0 ? [] : alsoIn(index, clusters, others, source, pageStart, pageEnd, piece.shared),
    score: piece.shared,
    discounted: piece.fresh,
    edits,
    same,
  };
}

function within(at: number, least: number, most: number): number {
  return Math.min(Math.max(at, least), most);
}

const OPENERS = '“‘「『（(《〈—■';
const CLOSERS = '。！？!?；;”’」』）)》….';

function bothClose(a: string, i: number, b: string, j: number): boolean {
  return CLOSERS.includes(a.charAt(i)) && CLOSERS.includes(b.charAt(j));
}

/** The other sources that have nearly all of a passage, in order of date. */
function alsoIn(
  index: SourceIndex,
  clusters: Clusters,
  others: readonly number[],
  source: number,
  start: number,
  end: number,
  shared: number,
): string[] {
  const sources = new Set<number>();
  for (const other of others) {
    const from = clusters.clusters.data[other + Cluster.Source]!;
    if (from === source || sources.has(from)) continue;
    if (coveredIn(clusters, other, start, end) >= ALSO * shared) sources.add(from);
  }
  return [...sources].sort((a, b) => a - b).map((s) => index.sources[s]!.id);
}

/** The index of the last element that is at most `value`, or -1. */
function lastAtOrBefore(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
