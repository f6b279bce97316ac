import { mentionsOf, type Found, type Mention } from '../core/match/recogniser.ts';
import { ROW_SIZE } from '../core/match/resolve.ts';
import { nodeAt, type Run } from './runs.ts';

/** A mention and where it stands in the document. */
export class PageMention {
  readonly mention: Mention;
  readonly startNode: Text;
  readonly startOffset: number;
  readonly endNode: Text;
  readonly endOffset: number;
  #range: StaticRange | undefined;

  constructor(mention: Mention, startNode: Text, startOffset: number, endNode: Text, endOffset: number) {
    this.mention = mention;
    this.startNode = startNode;
    this.startOffset = startOffset;
    this.endNode = endNode;
    this.endOffset = endOffset;
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

/** What was found in a run: its text nodes, where each begins, and the mentions. */
export interface FoundInRun extends Pick<Run, 'nodes' | 'starts'> {
  readonly found: Found;
}

/** What a run shows: what was found in it, or that without what the reader objected to. */
export type Part = FoundInRun | readonly PageMention[];

/** The mentions of a block, made into objects when they are first asked for: on a long page most never are. */
export class BlockMentions {
  /** Outermost ones. */
  readonly count: number;
  #parts: readonly Part[];

  /** @param count as {@link countOf} says */
  constructor(parts: readonly Part[], count: number) {
    this.#parts = parts;
    this.count = count;
  }

  /** The same objects each time. */
  get all(): readonly PageMention[] {
    const all = this.#parts.flatMap(placesIn);
    this.#parts = [all];
    return all;
  }

  /** Whether one of them is of that sort, outermost or inside another. */
  some(wanted: (mention: Mention) => boolean): boolean {
    return this.#parts.some((part) =>
      mentionsIn(part).some((mention) => wanted(mention) || mention.nested.some(wanted)),
    );
  }
}

/** Outermost mentions. */
export function countOf(parts: readonly Part[]): number {
  let count = 0;
  for (const part of parts) {
    if (isPlaced(part)) count += part.length;
    else for (let i = 0; i < part.found.length; i += ROW_SIZE + part.found[i + 3]!) count++;
  }
  return count;
}

const isPlaced = (part: Part): part is readonly PageMention[] => 'length' in part;

const mentionsIn = (part: Part): readonly Mention[] =>
  isPlaced(part) ? part.map(({ mention }) => mention) : mentionsOf(part.found);

/** Where each mention stands in the document. */
export function placesIn(part: Part): readonly PageMention[] {
  if (isPlaced(part)) return part;
  const { nodes, starts, found } = part;
  return mentionsOf(found).map((mention) => {
    const first = nodeAt(starts, mention.start);
    const last = nodeAt(starts, mention.end - 1);
    return new PageMention(
      mention,
      nodes[first]!,
      mention.start - starts[first]!,
      nodes[last]!,
      mention.end - starts[last]!,
    );
  });
}
