import type { Mention } from '../core/match/recogniser.ts';

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
