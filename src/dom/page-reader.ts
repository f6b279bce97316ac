import type { Mention, Recogniser } from '../core/match/recogniser.ts';
import { roleOfName } from '../core/text/html-roles.ts';
import { changesOwnText } from './changes.ts';
import { containerOf, isReadable } from './element-roles.ts';
import { highlightName, type Painter } from './painter.ts';
import { recogniseRun } from './recognise-run.ts';
import { readRuns } from './runs.ts';
import { Slices } from './slices.ts';

/** A mention that is on the page. */
export interface PageMention {
  readonly mention: Mention;
  readonly range: StaticRange;
}

/** A block that has been read and has mentions. */
interface Unit {
  readonly mentions: PageMention[];
  /** False while the block is not rendered; then nothing of it is registered. */
  rendered: boolean;
}

/** More blocks than this are not watched for being shown and hidden. */
const WATCHED_BLOCKS = 1500;

/**
 * Reads a document block by block, keeps what it recognised for each block, and
 * reads again only the blocks that change.
 *
 * A block is read at once and as a whole; between blocks the work pauses when its
 * time is up, so that a long page never holds the thread for a frame.
 */
export class PageReader {
  readonly #recogniser: Recogniser;
  readonly #painter: Painter;
  readonly #changed: () => void;
  readonly #units = new Map<Element, Unit>();
  /** Blocks that have been read since they came into the document. */
  readonly #known = new WeakSet<Element>();
  /** Blocks to read, the next one last. */
  #queue: Element[] = [];
  readonly #queued = new Set<Element>();
  readonly #slices: Slices;
  readonly #mutations: MutationObserver;
  readonly #visibility: IntersectionObserver;
  #count = 0;

  /**
   * @param changed called after a slice of work in which the count may have changed
   */
  constructor(recogniser: Recogniser, painter: Painter, changed: () => void) {
    this.#recogniser = recogniser;
    this.#painter = painter;
    this.#changed = changed;
    this.#slices = new Slices((late) => this.#work(late));
    this.#mutations = new MutationObserver((records) => {
      this.#onMutations(records);
    });
    this.#visibility = new IntersectionObserver((entries) => {
      for (const { target } of entries) this.#onVisibility(target);
    });
  }

  /** Outermost mentions that are on the page now. */
  get count(): number {
    return this.#count;
  }

  start(): void {
    this.#mutations.observe(document, {
      childList: true,
      characterData: true,
      subtree: true,
      attributes: true,
      attributeFilter: ['contenteditable', 'hidden', 'style'],
      attributeOldValue: true,
    });
    if (document.documentElement !== null) this.#enqueue(document.documentElement);
    this.#slices.run();
  }

  /** Stops reading and takes every highlight off the page. */
  stop(): void {
    this.#mutations.disconnect();
    this.#visibility.disconnect();
    this.#slices.stop();
    this.#queue = [];
    this.#queued.clear();
    this.#units.clear();
    this.#count = 0;
    this.#painter.clear();
  }

  /** Every mention on the page in document order. */
  mentions(): PageMention[] {
    const blocks = [...this.#units].filter(([element, { rendered }]) => rendered && element.isConnected);
    return blocks.flatMap(([, { mentions }]) => mentions).sort((a, b) => comparePlaces(a.range, b.range));
  }

  #enqueue(element: Element): void {
    if (this.#queued.has(element)) return;
    this.#queued.add(element);
    this.#queue.push(element);
  }

  /** Reads queued blocks until `late` says that the time is up. True when all is read. */
  #work(late: () => boolean): boolean {
    let element = this.#queue.pop();
    while (element !== undefined) {
      this.#queued.delete(element);
      if (element.isConnected) this.#read(element);
      if (late()) break;
      element = this.#queue.pop();
    }
    this.#changed();
    return this.#queue.length === 0;
  }

  #read(element: Element): void {
    this.#forget(element);
    const inside: Element[] = [];
    const runs = readRuns(element, inside);
    for (let i = inside.length - 1; i >= 0; i--) {
      const block = inside[i] as Element;
      // A block that is known has not changed: its own changes queue it.
      if (!this.#known.has(block)) this.#enqueue(block);
    }
    this.#known.add(element);
    const mentions: PageMention[] = [];
    for (const run of runs) {
      for (const place of recogniseRun(run, this.#recogniser)) {
        mentions.push({
          mention: place.mention,
          range: new StaticRange({
            startContainer: place.startNode,
            startOffset: place.startOffset,
            endContainer: place.endNode,
            endOffset: place.endOffset,
          }),
        });
      }
    }
    if (mentions.length === 0) return;
    const unit: Unit = { mentions, rendered: false };
    this.#units.set(element, unit);
    if (this.#units.size <= WATCHED_BLOCKS || !isRendered(element)) this.#visibility.observe(element);
    this.#show(element, unit);
  }

  #show(element: Element, unit: Unit): void {
    const rendered = isRendered(element);
    if (rendered === unit.rendered) return;
    unit.rendered = rendered;
    const { matcher } = this.#recogniser;
    for (const { mention, range } of unit.mentions) {
      const name = highlightName(matcher.kind(mention.entry), matcher.weight(mention.entry));
      if (rendered) this.#painter.add(name, range);
      else this.#painter.delete(name, range);
    }
    this.#count += rendered ? unit.mentions.length : -unit.mentions.length;
  }

  #forget(element: Element): void {
    const unit = this.#units.get(element);
    if (unit === undefined) return;
    this.#units.delete(element);
    this.#visibility.unobserve(element);
    if (!unit.rendered) return;
    const { matcher } = this.#recogniser;
    for (const { mention, range } of unit.mentions) {
      this.#painter.delete(highlightName(matcher.kind(mention.entry), matcher.weight(mention.entry)), range);
    }
    this.#count -= unit.mentions.length;
  }

  #onVisibility(element: Element): void {
    const unit = this.#units.get(element);
    if (unit === undefined) return;
    const before = this.#count;
    this.#show(element, unit);
    if (this.#count !== before) this.#changed();
  }

  #onMutations(records: readonly MutationRecord[]): void {
    const dirty = new Set<Element>();
    const entered: Element[] = [];
    for (const record of records) {
      for (const node of record.removedNodes) this.#leave(node);
      for (const node of record.addedNodes) this.#enter(node, entered);
      if (!changesOwnText(record)) continue;
      const container = containerOf(record.type === 'attributes' ? parentOf(record.target) : record.target);
      if (container !== null) dirty.add(container);
    }
    for (const element of entered) {
      if (element.isConnected && isReadable(element)) this.#enqueue(element);
    }
    for (const element of dirty) {
      // What it showed is stale from now on, even if reading it must wait.
      this.#forget(element);
      if (element.isConnected && isReadable(element)) this.#enqueue(element);
    }
    this.#slices.run();
  }

  /** Forgets the blocks in a part of the page that was taken out. */
  #leave(node: Node): void {
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const element = node as Element;
    this.#known.delete(element);
    this.#forget(element);
    if (element.firstElementChild === null) return;
    for (const inside of element.getElementsByTagName('*')) {
      this.#known.delete(inside);
      this.#forget(inside);
    }
  }

  /** A part of the page that comes (back) in is read anew; its outermost blocks go to `blocks`. */
  #enter(node: Node, blocks: Element[]): void {
    if (node.nodeType !== Node.ELEMENT_NODE) return;
    const element = node as Element;
    this.#known.delete(element);
    for (const inside of element.getElementsByTagName('*')) this.#known.delete(inside);
    // Inline elements are read with the block around them, which is read again.
    if (roleOfName(element.tagName) === 'block') blocks.push(element);
  }
}

function parentOf(node: Node): Node {
  return node.parentNode ?? node;
}

/** Whether a block is rendered and visible, not in a closed `<details>` or the like. */
function isRendered(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true });
}

function comparePlaces(a: AbstractRange, b: AbstractRange): number {
  if (a.startContainer === b.startContainer) return a.startOffset - b.startOffset;
  const position = a.startContainer.compareDocumentPosition(b.startContainer);
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 ? -1 : 1;
}
