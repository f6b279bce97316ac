import type { Mention } from '../core/match/recogniser.ts';
import type { Matcher } from '../core/match/matcher.ts';
import { attributeOf, isConnected, isVisible } from './bare.ts';
import { FirstMentions } from './first-mentions.ts';
import { precedes, precedesFlat } from './flat-tree.ts';
import type { TextPoint } from './hit-test.ts';
import { InvisibleBlocks } from './invisible-blocks.ts';
import { placesIn, type PageMention, type Part } from './page-mention.ts';
import { highlightName, QUIET, type Painter } from './painter.ts';
import type { Late } from './slices.ts';

/** A block with mentions. */
interface Marked {
  readonly parts: readonly Part[];
  /** Outermost mentions. */
  readonly count: number;
  /** These, once they were asked for: the same objects each time. */
  mentions: readonly PageMention[] | undefined;
  /** The section of the page that it is in. */
  readonly section: number;
  /** The highlight that each mention was last registered in. */
  names: readonly string[] | undefined;
  /** Whether the block is rendered; what is not is neither counted nor registered. */
  rendered: boolean;
  /** Whether it is in the viewport or within a viewport's height of it. */
  near: boolean;
  registered: boolean;
  /** Whether the first report of the observer is still to come; {@link rendered} has just been asked then. */
  fresh: boolean;
}

/**
 * With more mentions than this only those near the viewport are registered: each
 * registered range makes every changing frame of the page dearer (measured:
 * docs/performance.md).
 */
const MANY = 4000;

/** The share of a slice after which no more blocks are asked whether they are rendered; showing them takes as long again. */
const ASKING = 0.75;

/** So many blocks are asked about between two looks at the clock. */
const FEW = 8;

/**
 * Marks are ready this far above and below the viewport. To the page's own document the browser
 * relates its blocks in a third of the time that it takes without a root (docs/decisions/0206);
 * in a frame it is the outermost viewport that counts.
 */
const NEAR: IntersectionObserverInit = {
  root: window.top === window ? document : null,
  rootMargin: '100% 0%',
};

/**
 * The browser works out after each frame with a change where every observed block is,
 * about a microsecond each. Of a page with many it is asked to do so not more often than
 * this, in milliseconds (Chromium knows it as an option of trackVisibility; Firefox does not).
 */
const NEAR_OF_MANY: IntersectionObserverInit & { delay: number } = { ...NEAR, delay: 300 };

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
  #observer = this.#observe(NEAR);
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
  }

  #observe(options: IntersectionObserverInit): IntersectionObserver {
    return new IntersectionObserver((entries) => {
      this.#onIntersection(entries);
    }, options);
  }

  /** Mentions in blocks that are rendered. */
  get count(): number {
    return this.#count;
  }

  /** Every counted mention in the order of the page; `before` tells it of two nodes. */
  mentions(before: Order = precedes): PageMention[] {
    const counted = [...this.#blocks].filter(([element, { rendered }]) => rendered && isConnected(element));
    return counted.flatMap(([, block]) => mentionsIn(block)).sort((a, b) => comparePlaces(a, b, before));
  }

  /** The mention in a block that a place in its text belongs to. A caret on either edge counts. */
  mentionAt(block: Element, { node, offset }: TextPoint): PageMention | undefined {
    const marked = this.#blocks.get(block);
    if (marked === undefined) return undefined;
    return mentionsIn(marked).find(({ startNode, startOffset, endNode, endOffset }) => {
      const afterStart = node === startNode ? offset >= startOffset : precedesFlat(startNode, node);
      return afterStart && (node === endNode ? offset <= endOffset : precedesFlat(node, endNode));
    });
  }

  /** The blocks that have a mention of that sort, outermost or inside another. */
  blocksWith(wanted: (mention: Mention) => boolean): Element[] {
    return [...this.#blocks].flatMap(([element, { parts }]) =>
      parts.flatMap(placesIn).some(({ mention }) => wanted(mention) || mention.nested.some(wanted))
        ? [element]
        : [],
    );
  }

  /**
   * Takes a block's mentions, which show with the next {@link flush}.
   *
   * @param count how many outermost ones they have
   * @param section number of the section of the page that the block is in
   */
  set(element: Element, parts: readonly Part[], count: number, section: number): void {
    this.forget(element);
    if (count === 0) return;
    this.#blocks.set(element, {
      parts,
      count,
      mentions: undefined,
      section,
      names: undefined,
      rendered: false,
      near: false,
      registered: false,
      fresh: true,
    });
    this.#total += count;
    this.#fresh.push(element);
  }

  forget(element: Element): void {
    const block = this.#blocks.get(element);
    if (block === undefined) return;
    this.#blocks.delete(element);
    this.#observer.unobserve(element);
    this.#total -= block.count;
    if (block.rendered) this.#count -= block.count;
    this.#register(block, false);
  }

  /**
   * Shows what was set, until `late` says that the time is up; true when all is shown. All is
   * asked of the page before anything is registered: a registered range makes the
   * next question a new layout.
   */
  flush(late: Late): boolean {
    const rendered: boolean[] = [];
    const fresh = this.#fresh;
    while (rendered.length < fresh.length) {
      rendered.push(isRendered(fresh[rendered.length]!));
      if (rendered.length % FEW === 0 && late(ASKING)) break;
    }
    this.#fresh = fresh.slice(rendered.length);
    for (let i = 0; i < rendered.length; i++) {
      const block = this.#blocks.get(fresh[i]!);
      if (block === undefined) continue;
      this.#observer.observe(fresh[i]!);
      this.#update(block, rendered[i]!);
    }
    this.#painter.restore();
    const many = this.#total > MANY;
    if (many !== this.#many) this.#setMany(many);
    return this.#fresh.length === 0;
  }

  /** Has all blocks shown anew, in slices like those that have just been read. */
  #setMany(many: boolean): void {
    this.#many = many;
    this.#observer.disconnect();
    this.#observer = this.#observe(many ? NEAR_OF_MANY : NEAR);
    this.#fresh = [...this.#blocks.keys()];
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
    const seen: Marked[] = [];
    const rendered: boolean[] = [];
    for (const { target, isIntersecting, boundingClientRect } of entries) {
      const block = this.#blocks.get(target);
      if (block === undefined) continue;
      const known = block.fresh && block.rendered && boundingClientRect.height > 0;
      const isShown = known || isRendered(target);
      block.fresh = false;
      block.near = isIntersecting;
      if (isIntersecting && !isShown) this.#invisible.watch(target);
      seen.push(block);
      rendered.push(isShown);
    }
    for (let i = 0; i < seen.length; i++) this.#update(seen[i]!, rendered[i]!);
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
      this.#count += rendered ? block.count : -block.count;
    }
    this.#register(block, rendered && (block.near || !this.#many));
  }

  #register(block: Marked, registered: boolean): void {
    if (registered === block.registered) return;
    block.registered = registered;
    const { section } = block;
    const all = mentionsIn(block);
    if (registered) {
      block.names = all.map(({ mention: { entry }, range }) => {
        const name = this.#nameOf(entry, block);
        this.#painter.add(name, range);
        return name;
      });
      return;
    }
    for (let i = 0; i < all.length; i++) {
      const { mention, range } = all[i]!;
      this.#firstMentions.release(section, mention.entry, block);
      this.#painter.delete(block.names![i]!, range);
    }
  }

  #nameOf(entry: number, block: Marked): string {
    const weight = this.#matcher.weight(entry);
    const name = highlightName(this.#matcher.kind(entry), weight);
    if (weight === 'core' || this.#firstMentions.claim(block.section, entry, block)) return name;
    return name + QUIET;
  }
}

function mentionsIn(block: Marked): readonly PageMention[] {
  return (block.mentions ??= block.parts.flatMap(placesIn));
}

/** The value of `hidden` that keeps an element's box and skips what is in it. */
const UNTIL_FOUND = 'until-found';

/** Whether a block is rendered and visible, not in a closed `<details>` or the like. */
function isRendered(element: Element): boolean {
  return isVisible(element) && attributeOf(element, 'hidden') !== UNTIL_FOUND;
}

type Order = (a: Node, b: Node) => boolean;

function comparePlaces(a: PageMention, b: PageMention, before: Order): number {
  if (a.startNode === b.startNode) return a.startOffset - b.startOffset;
  return before(a.startNode, b.startNode) ? -1 : 1;
}
