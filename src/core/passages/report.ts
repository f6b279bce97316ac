import { coveredIn } from './choose.ts';
import { Cluster, type Clusters } from './clusters.ts';
import { differencesOf, type Difference } from './differences.ts';
import type { Edit, Passage } from './passage.ts';
import { ALSO, LEAST_SHARED, QUOTED } from './passage-limits.ts';
import { BlockStarts, cutAtBlocks, give, type Piece } from './pieces.ts';
import type { Run, Segment } from './segment.ts';
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

const NO_PASSAGES: readonly FoundPassage[] = [];
const NO_EDITS: readonly Edit[] = [];
const NO_SOURCES: readonly string[] = [];

/** A passage's extent, in units of the page's and the sources' skeletons. */
interface Extent {
  page: number;
  pageEnd: number;
  place: number;
  placeEnd: number;
}

/** Tells what a page shares with its sources, segment by segment, in the order of the page. */
export class Report {
  readonly #index: SourceIndex;
  readonly #cohesion: Cohesion;
  readonly #page: Skeleton;
  readonly #text: string;
  readonly #blocks: BlockStarts;
  readonly #clusters: Clusters;

  /**
   * @param text the page's raw text
   * @param blockStarts the page unit at which each of its blocks begins
   */
  constructor(
    engine: { readonly index: SourceIndex; readonly cohesion: Cohesion },
    page: Skeleton,
    text: string,
    blockStarts: Int32Array,
    clusters: Clusters,
  ) {
    this.#index = engine.index;
    this.#cohesion = engine.cohesion;
    this.#page = page;
    this.#text = text;
    this.#blocks = new BlockStarts(blockStarts);
    this.#clusters = clusters;
  }

  /**
   * The passages of a segment, one a block of the page; a block with too little of its
   * own (a heading, a line of a list) goes with its neighbour. Empty where the whole
   * segment shares too little beyond formulations.
   *
   * @param others the clusters that have some of the segment's text too
   */
  passagesOf(segment: Segment, others: readonly number[]): readonly FoundPassage[] {
    const { runs, moved, source } = segment;
    let shared = 0;
    let unexplained = 0;
    let quoted = false;
    for (const run of runs) {
      const own = this.#fresh(run);
      shared += run.length;
      unexplained += own;
      if (run.length >= QUOTED.length && own >= QUOTED.fresh) quoted = true;
    }
    for (const run of moved) {
      shared += run.length;
      unexplained += this.#fresh(run);
    }
    const first = runs[0]!;
    const last = runs.at(-1)!;
    if (unexplained < LEAST_SHARED && !quoted) return NO_PASSAGES;
    if (shared < LEAST_DENSITY * (last.page + last.length - first.page)) return NO_PASSAGES;

    // Most are one unbroken stretch of one block.
    if (runs.length === 1 && moved.length === 0) {
      this.#blocks.from(first.page);
      if (first.page + first.length <= this.#blocks.next) {
        return [this.#verbatim(first, source, others, unexplained)];
      }
    }
    const pieces = cutAtBlocks(segment, this.#blocks, this.#index);
    const sides = { page: this.#page.units, source: this.#index.units, cohesion: this.#cohesion };
    for (const difference of differencesOf(runs, moved, sides)) give(difference, pieces, this.#index, source);
    return pieces.map((piece) => this.#passageOf(piece, source, others));
  }

  #fresh({ place, length }: Run): number {
    return length - this.#index.explained(place, place + length);
  }

  #verbatim(run: Run, source: number, others: readonly number[], fresh: number): FoundPassage {
    const { page, place, length } = run;
    const extent = { page, pageEnd: page + length, place, placeEnd: place + length };
    const same = this.#stretch(run);
    return this.#passage(extent, source, { ...same }, NO_EDITS, [same], others, length, fresh);
  }

  #passageOf(piece: Piece, source: number, others: readonly number[]): FoundPassage {
    const { runs, moved, differences } = piece;
    const items = moved.length === 0 ? runs : [...runs, ...moved].sort((a, b) => a.page - b.page);
    const extent = extentOf(items, differences);
    const raw = {
      start: this.#page.origins.rawAt(extent.page),
      end: this.#page.origins.rawAt(extent.pageEnd - 1) + 1,
      sourceStart: this.#index.rawAt(extent.place),
      sourceEnd: this.#index.rawAt(extent.placeEnd - 1) + 1,
    };
    const edits = differences.map((d) => this.#edit(d, source, raw));
    const same = items.map((run) => this.#stretch(run));
    return this.#passage(extent, source, raw, edits, same, others, piece.shared, piece.fresh);
  }

  #stretch({ page, place, length }: Run): Stretch {
    return {
      start: this.#page.origins.rawAt(page),
      end: this.#page.origins.rawAt(page + length - 1) + 1,
      sourceStart: this.#index.rawAt(place),
      sourceEnd: this.#index.rawAt(place + length - 1) + 1,
    };
  }

  /** @param passage the stretch of the passage, which what is empty on one side lies within */
  #edit(d: Difference, source: number, passage: Stretch): Edit {
    const { origins } = this.#page;
    const index = this.#index;
    // What is empty on one side stands after what is before it.
    const start =
      d.page < d.pageEnd
        ? origins.rawAt(d.page)
        : within(origins.rawAt(d.page - 1) + 1, passage.start, passage.end);
    const end = d.page < d.pageEnd ? origins.rawAt(d.pageEnd - 1) + 1 : start;
    const sourceStart =
      d.place < d.placeEnd
        ? index.rawAt(d.place)
        : within(index.rawAt(d.place - 1) + 1, passage.sourceStart, passage.sourceEnd);
    const sourceEnd = d.place < d.placeEnd ? index.rawAt(d.placeEnd - 1) + 1 : sourceStart;
    return {
      type: d.type,
      start,
      end,
      sourceStart,
      sourceEnd,
      page: this.#text.slice(start, end),
      source: index.sources[source]!.text.slice(sourceStart, sourceEnd),
    };
  }

  #passage(
    { page, pageEnd, place, placeEnd }: Extent,
    source: number,
    { start, end, sourceStart, sourceEnd }: Stretch,
    edits: readonly Edit[],
    same: readonly Stretch[],
    others: readonly number[],
    score: number,
    discounted: number,
  ): FoundPassage {
    const { origins } = this.#page;
    const index = this.#index;
    const text = this.#text;
    const { id, text: sourceText } = index.sources[source]!;
    // Punctuation that both have around the passage belongs to it.
    const before = page > 1 ? origins.rawAt(page - 1) + 1 : 0;
    if (start > before) {
      const sourceBefore = place > index.starts[source]! ? index.rawAt(place - 1) + 1 : 0;
      while (start > before && sourceStart > sourceBefore) {
        const unit = text.charCodeAt(start - 1);
        if (unit !== sourceText.charCodeAt(sourceStart - 1) || !OPENERS.has(unit)) break;
        start--;
        sourceStart--;
      }
    }
    const after = origins.rawAt(pageEnd);
    if (end < after) {
      const sourceAfter =
        placeEnd < index.starts[source + 1]! - 1 ? index.rawAt(placeEnd) : sourceText.length;
      while (
        end < after &&
        sourceEnd < sourceAfter &&
        CLOSERS.has(text.charCodeAt(end)) &&
        CLOSERS.has(sourceText.charCodeAt(sourceEnd))
      ) {
        end++;
        sourceEnd++;
      }
    }
    return {
      class: edits.length === 0 ? 'verbatim' : 'adapted',
      start,
      end,
      source: id,
      sourceStart,
      sourceEnd,
      alsoIn: others.length === 0 ? NO_SOURCES : this.#alsoIn(others, source, page, pageEnd, score),
      score,
      discounted,
      edits,
      same,
    };
  }

  /** The other sources that have nearly all of a passage, in order of date. */
  #alsoIn(
    others: readonly number[],
    source: number,
    start: number,
    end: number,
    shared: number,
  ): readonly string[] {
    const c = this.#clusters.clusters.data;
    const least = ALSO * shared;
    let sources: number[] | undefined;
    for (const other of others) {
      const most =
        Math.min(end, c[other + Cluster.PageEnd]!) - Math.max(start, c[other + Cluster.PageStart]!);
      const from = c[other + Cluster.Source]!;
      if (most < least || from === source || sources?.includes(from) === true) continue;
      if (coveredIn(this.#clusters, other, start, end) >= least) (sources ??= []).push(from);
    }
    return sources?.sort((a, b) => a - b).map((s) => this.#index.sources[s]!.id) ?? NO_SOURCES;
  }
}

function extentOf(runs: readonly Run[], differences: readonly Difference[]): Extent {
  const { page, place, length } = runs[0]!;
  const extent = { page, pageEnd: page + length, place, placeEnd: place + length };
  for (const run of runs) include(extent, run.page, run.page + run.length, run.place, run.place + run.length);
  for (const d of differences) include(extent, d.page, d.pageEnd, d.place, d.placeEnd);
  return extent;
}

function include(extent: Extent, page: number, pageEnd: number, place: number, placeEnd: number): void {
  extent.page = Math.min(extent.page, page);
  extent.pageEnd = Math.max(extent.pageEnd, pageEnd);
  extent.place = Math.min(extent.place, place);
  extent.placeEnd = Math.max(extent.placeEnd, placeEnd);
}

function within(at: number, least: number, most: number): number {
  return Math.min(Math.max(at, least), most);
}

const OPENERS = unitsOf('“‘「『（(《〈—■');
const CLOSERS = unitsOf('。！？!?；;”’」』）)》….');

function unitsOf(characters: string): ReadonlySet<number> {
  return new Set(Array.from(characters, (character) => character.charCodeAt(0)));
}
