import type { Mention } from '../core/match/recogniser.ts';
import type { Matcher } from '../core/match/matcher.ts';
import { attributeOf, isConnected, isVisible } from './bare.ts';
import { FirstMentions } from './first-mentions.ts';
import { precedes, precedesFlat } from './flat-tree.ts';
import type { TextPoint } from './hit-test.ts';
import { InvisibleBlocks } from './invisible-blocks.ts';
import { highlightName, QUIET, type Painter } from './painter.ts';

/** A mention that is on the page. */
export interface PageMention {
  readonly mention: Mention;
  readonly range: StaticRange;
}

/** A block with mentions. */
interface Marked {
  readonly mentions: readonly PageMention[];
  /** The section of the page that it is in. */
  readonly section: number;
  /** The highlight that each mention is registered in, while it is. */
  readonly names: string[];
  /** Whether the block is rendered; what is not is neither counted nor registered. */
  rendered: boolean;
  /** Whether it is in the viewport or within a viewport's height of it. */
  near: boolean;
  registered: boolean;
}

/**
 * With more mentions than this only those near the viewport are registered: each
 * registered range makes every changing frame of the page dearer (measured:
 * docs/performance.md).
 */
const MANY = 4000;

/**
 * The mentions of a page, block by block: which of them count, and which are
 * registered as highlights.
 */
export class PageMarks {
  readonly #matcher: Matcher;
  readonly #painter: Painter;
  readonly #changed: () => void;
  readonly #blocks = new Map<Element, Marked>();
  /** Set since the last {@link flush}. */
  #fresh: Element[] = [];
  readonly #observer: IntersectionObserver;
  readonly #firstMentions = new FirstMentions();
  readonly #invisible = new InvisibleBlocks((elements) => this.#lookAgain(elements));
  #total = 0;
  #count = 0;
  #many = false;

  /** @param changed called when blocks were shown or hidden, outside of {@link flush} */
  constructor(matcher: Matcher, painter: Painter, changed: () => void) {
    this.#matcher = matcher;
    this.#painter = painter;
    this.#changed = changed;
    this.#observer = new IntersectionObserver(
      (entries) => {
        this.#onIntersection(entries);
      },
      { rootMargin: '100% 0%' },
    );
  }

  /** Mentions in blocks that are rendered. */
  get count(): number {
    return this.#count;
  }

  /** Every counted mention in the order of the page; `before` tells it of two nodes. */
  mentions(before: Order = precedes): PageMention[] {
    const counted = [...this.#blocks].filter(([element, { rendered }]) => rendered && isConnected(element));
    return counted
      .flatMap(([, { mentions }]) => mentions)
      .sort((a, b) => comparePlaces(a.range, b.range, before));
  }

  /** The mention in a block that a place in its text belongs to. A caret on either edge counts. */
  mentionAt(block: Element, { node, offset }: TextPoint): PageMention | undefined {
    return this.#blocks.get(block)?.mentions.find(({ range }) => {
      const afterStart =
        node === range.startContainer
          ? offset >= range.startOffset
          : precedesFlat(range.startContainer, node);
      const beforeEnd =
        node === range.endContainer ? offset <= range.endOffset : precedesFlat(node, range.endContainer);
      return afterStart && beforeEnd;
    });
  }

  /** The blocks that have a mention of that sort, outermost or inside another. */
  blocksWith(wanted: (mention: Mention) => boolean): Element[] {
    return [...this.#blocks].flatMap(([element, { mentions }]) =>
      mentions.some(({ mention }) => wanted(mention) || mention.nested.some(wanted)) ? [element] : [],
    );
  }

  /**
   * Takes a block's mentions, which show with the next {@link flush}.
   *
   * @param section number of the section of the page that the block is in
   */
  set(element: Element, mentions: readonly PageMention[], section: number): void {
    this.forget(element);
    if (mentions.length === 0) return;
    this.#blocks.set(element, {
      mentions,
      section,
      names: [],
      rendered: false,
      near: false,
      registered: false,
    });
    this.#total += mentions.length;
    this.#fresh.push(element);
  }

  forget(element: Element): void {
    const block = this.#blocks.get(element);
    if (block === undefined) return;
    this.#blocks.delete(element);
    this.#observer.unobserve(element);
    this.#total -= block.mentions.length;
    if (block.rendered) this.#count -= block.mentions.length;
    this.#register(block, false);
  }

  /**
   * Shows what was set. All is asked of the page before anything is registered: a
   * registered range makes the next question a new layout.
   */
  flush(): void {
    const fresh = this.#fresh.flatMap((element) => {
      const block = this.#blocks.get(element);
      return block === undefined ? [] : [{ element, block, rendered: isRendered(element) }];
    });
    this.#fresh = [];
    for (const { element, block, rendered } of fresh) {
      this.#observer.observe(element);
      this.#update(block, rendered);
    }
    this.#painter.restore();
    const many = this.#total > MANY;
    if (many === this.#many) return;
    this.#many = many;
    for (const block of this.#blocks.values()) this.#update(block, block.rendered);
  }

  stop(): void {
    this.#observer.disconnect();
    this.#invisible.stop();
    this.#blocks.clear();
    this.#fresh = [];
    this.#total = 0;
    this.#count = 0;
    this.#firstMentions.clear();
    this.#painter.clear();
  }

  #onIntersection(entries: readonly IntersectionObserverEntry[]): void {
    const before = this.#count;
    const seen = entries.flatMap(({ target, isIntersecting }) => {
      const block = this.#blocks.get(target);
      return block === undefined
        ? []
        : [{ target, block, near: isIntersecting, rendered: isRendered(target) }];
    });
    for (const { target, block, near, rendered } of seen) {
      block.near = near;
      this.#update(block, rendered);
      if (near && !rendered) this.#invisible.watch(target);
    }
    this.#painter.restore();
    if (this.#count !== before) this.#changed();
  }

  /** Looks again at blocks that have a box and were invisible. */
  #lookAgain(elements: readonly Element[]): Element[] {
    const before = this.#count;
    const still: Element[] = [];
    for (const element of elements) {
      const block = this.#blocks.get(element);
      if (block?.rendered !== false) continue;
      const rendered = isRendered(element);
      this.#update(block, rendered);
      if (!rendered) still.push(element);
    }
    if (this.#count !== before) this.#changed();
    return still;
  }

  #update(block: Marked, rendered: boolean): void {
    if (rendered !== block.rendered) {
      block.rendered = rendered;
      this.#count += rendered ? block.mentions.length : -block.mentions.length;
    }
    this.#register(block, rendered && (block.near || !this.#many));
  }

  #register(block: Marked, registered: boolean): void {
    if (registered === block.registered) return;
    block.registered = registered;
    for (let i = 0; i < block.mentions.length; i++) {
      const { mention, range } = block.mentions[i]!;
      if (registered) {
        const name = this.#nameOf(mention.entry, block);
        block.names[i] = name;
        this.#painter.add(name, range);
      } else {
        this.#firstMentions.release(block.section, mention.entry, block);
        this.#painter.delete(block.names[i]!, range);
      }
    }
  }

  #nameOf(entry: number, block: Marked): string {
    const weight = this.#matcher.weight(entry);
    const name = highlightName(this.#matcher.kind(entry), weight);
    if (weight === 'core' || this.#firstMentions.claim(block.section, entry, block)) return name;
    return name + QUIET;
  }
}

/** The value of `hidden` that keeps an element's box and skips what is in it. */
const UNTIL_FOUND = 'until-found';

/** Whether a block is rendered and visible, not in a closed `<details>` or the like. */
function isRendered(element: Element): boolean {
  return isVisible(element) && attributeOf(element, 'hidden') !== UNTIL_FOUND;
}

type Order = (a: Node, b: Node) => boolean;

function comparePlaces(a: AbstractRange, b: AbstractRange, before: Order): number {
  if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset;
  return before(a.startContainer, b.startContainer) ? -1 : 1;
}
