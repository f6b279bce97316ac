import { mentionsOf, type Found, type Mention } from '../core/match/recogniser.ts';
import { nodeAt, type Run } from './runs.ts';

/** A mention and where it stands in the document. */
export class PageMention {
  readonly mention: Mention;
  readonly startNode: Text;
  readonly startOffset: number;
  readonly endNode: Text;
  readonly endOffset: number;
  #range: StaticRange | undefined;

  /** @param where its place in a run of text */
  constructor(
    mention: Mention,
    { nodes, starts }: Pick<Run, 'nodes' | 'starts'>,
    { start, end }: Pick<Mention, 'start' | 'end'> = mention,
  ) {
    const first = nodeAt(starts, start);
    const last = nodeAt(starts, end - 1);
    this.mention = mention;
    this.startNode = nodes[first]!;
    this.startOffset = start - starts[first]!;
    this.endNode = nodes[last]!;
    this.endOffset = end - starts[last]!;
  }

  /** The same range each time. It is made when it is first asked for: on a long page most never are. */
  get range(): StaticRange {
    this.#range ??= new StaticRange({
      startContainer: this.startNode,
      startOffset: this.startOffset,
      endContainer: this.endNode,
      endOffset: this.endOffset,
    });
    return this.#range;
  }
}

/** What was found in a run: its text nodes, where each begins, and the mentions, as numbers until they are asked for. */
export interface Part extends Pick<Run, 'nodes' | 'starts'> {
  /** Outermost mentions. */
  readonly count: number;
  readonly found: Found;
  /** What is shown instead of all, where the reader objected to some. */
  readonly shown?: readonly PageMention[];
}

/** The mentions of a run, made anew. */
export function placesIn(part: Part): readonly PageMention[] {
  return part.shown ?? mentionsOf(part.found).map((mention) => new PageMention(mention, part));
}
