import type { Difference } from './differences.ts';
import { LEAST_SHARED } from './passage-limits.ts';
import type { Run, Segment } from './segment.ts';
import type { SourceIndex } from './source-index.ts';

/** An own sentence between two paragraphs is the page's own from this length on. */
const LONGEST_ADDED_AT_EDGE = 40;

/** What a passage is made of: the part of a segment in a block of the page, or in a few. */
export interface Piece {
  readonly runs: Run[];
  readonly moved: Run[];
  readonly differences: Difference[];
  /** Page unit at which the piece's first block begins. */
  readonly from: number;
  shared: number;
  fresh: number;
}

/** The blocks of a page by the page unit at which each begins; asked in the order of the page, more or less. */
export class BlockStarts {
  readonly #starts: Int32Array;
  /** The block asked for last, or -1. */
  #at = -1;

  constructor(starts: Int32Array) {
    this.#starts = starts;
  }

  /** Where the block begins that a page unit is in. */
  from(unit: number): number {
    const starts = this.#starts;
    let at = this.#at;
    while (at + 1 < starts.length && starts[at + 1]! <= unit) at++;
    while (at >= 0 && starts[at]! > unit) at--;
    this.#at = at;
    return at < 0 ? 1 : starts[at]!;
  }

  /** Where the block after the one asked for last begins. */
  get next(): number {
    return this.#starts[this.#at + 1] ?? Infinity;
  }
}

/** Cuts a segment at the page's blocks; what has too little of its own goes with its neighbour. */
export function cutAtBlocks({ runs, moved }: Segment, blocks: BlockStarts, index: SourceIndex): Piece[] {
  const pieces: Piece[] = [];
  for (const run of runs) put(run, 'runs', pieces, blocks, index);
  for (const run of moved) put(run, 'moved', pieces, blocks, index);
  if (pieces.length === 1) return pieces;
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

function put(run: Run, to: 'runs' | 'moved', pieces: Piece[], blocks: BlockStarts, index: SourceIndex): void {
  let { page, place, length } = run;
  while (length > 0) {
    const from = blocks.from(page);
    const cut = Math.min(length, blocks.next - page);
    let piece = pieces.at(-1)?.from === from ? pieces.at(-1) : pieces.find((p) => p.from === from);
    if (piece === undefined) {
      piece = { runs: [], moved: [], differences: [], from, shared: 0, fresh: 0 };
      pieces.push(piece);
    }
    piece[to].push(cut === run.length ? run : { page, place, length: cut });
    piece.shared += cut;
    piece.fresh += cut - index.explained(place, place + cut);
    page += cut;
    place += cut;
    length -= cut;
  }
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
export function give(d: Difference, pieces: readonly Piece[], index: SourceIndex, source: number): void {
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
