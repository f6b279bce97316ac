import type { Mention, Recogniser } from '../core/match/recogniser.ts';
import { roleOfName } from '../core/text/html-roles.ts';
import {
  childrenOf,
  descendantsOf,
  firstChildOf,
  isConnected,
  isElement,
  nameOf,
  parentOf,
  rootElement,
} from './bare.ts';
import { changesOwnText } from './changes.ts';
import { containerOf, isReadable } from './element-roles.ts';
import { precedesFlat, shadowOf } from './flat-tree.ts';
import type { TextPoint } from './hit-test.ts';
import { LateRoots } from './late-roots.ts';
import { PageMarks } from './page-marks.ts';
import { placesIn, type PageMention, type Part } from './page-mention.ts';
import type { Painter } from './painter.ts';
import { piecesOf, recogniseRun } from './recognise-run.ts';
import { readRuns, type Run } from './runs.ts';
import { ReadingQueue } from './reading-queue.ts';
import { placeInRun, shownPlaces, type InRun, type Objected } from './shown-places.ts';
import { Slices, type Late } from './slices.ts';

/** A block that is being read. */
interface Reading {
  readonly element: Element;
  readonly section: number;
  readonly isShort: boolean;
  /** The pieces of its text, and how many of them have been read. */
  readonly pieces: readonly Run[];
  read: number;
  parts: Part[];
  /** Outermost mentions in {@link parts}. */
  count: number;
  readonly hidden: Mention[];
}

/**
 * Of a block with more mentions the rest is not read: it is no prose, which of them are
 * near the viewport cannot be told, and each costs every frame (see PageMarks).
 */
const MOST_MENTIONS = 4000;

/** The share of a slice in which blocks are read; the rest is for showing what is in them. */
const READING = 0.5;

/** So many blocks with at most so much text of their own, in UTF-16 units, are read between two looks at the clock. */
const FEW_BLOCKS = 8;
const SHORT_BLOCK = 100;

/** A block with more text of its own, in UTF-16 units, is read again not more often than {@link AGAIN} says. */
const LONG_BLOCK = 100_000;
/** In milliseconds. */
const AGAIN = 2_000;

/**
 * Reads a document block by block, keeps what it recognised for each block, and
 * reads again only the blocks that change.
 *
 * Between blocks, and between the pieces of a long one, the work pauses when its time
 * is up, so that a long page never holds the thread for a frame. What a block shows
 * comes when all of it is read.
 */
export class PageReader {
  readonly #recogniser: Recogniser;
  readonly #marks: PageMarks;
  readonly #changed: () => void;
  /** Blocks that have been read since they came into the document, and the section that each is in. */
  readonly #known = new WeakMap<Element, number>();
  /** A block that is known has not changed: its own changes queue it. */
  readonly #isKnown = (block: Element): boolean => this.#known.has(block);
  /** Number of the section that is read now: headings begin one. */
  #section = 0;
  readonly #queue = new ReadingQueue();
  /** Blocks of which a part is read: they go on when no other waits. */
  readonly #unfinished = new Map<Element, Reading>();
  readonly #long = new WeakSet<Element>();
  /** Long blocks that have changed, read again when the timer is up. */
  readonly #later = new Set<Element>();
  #laterTimer: ReturnType<typeof setTimeout> | undefined;
  readonly #slices: Slices;
  readonly #mutations: MutationObserver;
  #objected: Objected | undefined;
  /** What was left out of each block because the reader objected to it. */
  readonly #hidden = new Map<Element, readonly Mention[]>();
  /** Open shadow roots that have been read. */
  readonly #roots = new Set<ShadowRoot>();
  readonly #lateRoots = new LateRoots((hosts) => {
    this.#onLateRoots(hosts);
  });
  readonly #stopped = new AbortController();

  /**
   * @param changed called when the count may have changed
   * @param alive asked before a change of the page is followed; when it says no, reading ends
   */
  constructor(
    recogniser: Recogniser,
    painter: Painter,
    changed: () => void,
    alive: () => boolean = () => true,
  ) {
    this.#recogniser = recogniser;
    this.#marks = new PageMarks(recogniser.matcher, painter, changed);
    this.#changed = changed;
    this.#slices = new Slices((late) => this.#work(late));
    this.#mutations = new MutationObserver((records) => {
      if (alive()) this.#onMutations(records);
      else this.stop();
    });
  }

  /** Outermost mentions that are on the page now. */
  get count(): number {
    return this.#marks.count;
  }

  /** Every one of them in document order. */
  mentions(): PageMention[] {
    return this.#marks.mentions(this.#roots.size > 0 ? precedesFlat : undefined);
  }

  /** The open shadow roots of the page, which a hit test must be told of. */
  get shadowRoots(): readonly ShadowRoot[] {
    return [...this.#roots];
  }

  /** The mention at a place in the page's text. */
  mentionAt(point: TextPoint): PageMention | undefined {
    const block = containerOf(point.node);
    return block === null ? undefined : this.#marks.mentionAt(block, point);
  }

  /**
   * Leaves out what the reader objected to. Only blocks are read again that have
   * mentions which the change concerns.
   */
  setObjected(objected: Objected | undefined, concerned: (mention: Mention) => boolean): void {
    this.#objected = objected;
    for (const element of this.#marks.blocksWith(concerned)) this.#queue.first(element);
    for (const [element, hidden] of this.#hidden) {
      if (hidden.some(concerned)) this.#queue.first(element);
    }
    if (!this.#queue.isEmpty) this.#slices.run();
  }

  /** Where a place on the page stands in its run of text; undefined where it has changed since. */
  inRun(place: AbstractRange): InRun | undefined {
    const block = containerOf(place.startContainer);
    return block === null ? undefined : placeInRun(readRuns(block, []), place);
  }

  start(): void {
    this.#mutations.observe(document, OBSERVED);
    // Before the first element is parsed there is none, whatever the types say.
    const root = rootElement();
    if (root !== null) this.#queue.last(root);
    this.#slices.runNow();
  }

  /** Stops reading and takes every highlight off the page. */
  stop(): void {
    this.#mutations.disconnect();
    this.#stopped.abort();
    this.#lateRoots.stop();
    this.#roots.clear();
    this.#slices.stop();
    this.#queue.clear();
    this.#unfinished.clear();
    this.#later.clear();
    clearTimeout(this.#laterTimer);
    this.#marks.stop();
    this.#hidden.clear();
  }

  /** Reads queued blocks and shows what is in them until `late` says that the time is up. True when all is done. */
  #work(late: Late): boolean {
    if (!this.#marks.flush(late)) return false;
    let done = false;
    for (let blocks = 1; ; blocks++) {
      const element = this.#queue.take(this.#isKnown);
      const reading =
        element === undefined
          ? this.#unfinished.values().next().value
          : isConnected(element)
            ? this.#begin(element)
            : undefined;
      if (element === undefined && reading === undefined) {
        done = true;
        break;
      }
      if (reading !== undefined) this.#goOn(reading, late);
      // Short blocks take less time than the question how late it is.
      if ((blocks % FEW_BLOCKS === 0 || reading?.isShort !== true) && late(READING)) break;
    }
    const shown = this.#marks.flush(late);
    this.#changed();
    return shown && (done || (this.#queue.isEmpty && this.#unfinished.size === 0));
  }

  #begin(element: Element): Reading {
    const inside: Element[] = [];
    const runs = readRuns(element, inside, this.#onHost);
    if (firstChildOf(element) === null && shadowOf(element) === null) this.#lateRoots.watch(element);
    this.#queue.inside(inside);
    const section = this.#known.get(element) ?? (isHeading(element) ? ++this.#section : this.#section);
    this.#known.set(element, section);
    let length = 0;
    for (const { text } of runs) length += text.length;
    if (length > LONG_BLOCK) this.#long.add(element);
    const isShort = length <= SHORT_BLOCK;
    return { element, section, isShort, pieces: piecesOf(runs), read: 0, parts: [], count: 0, hidden: [] };
  }

  /** Reads pieces of a block until all are read, which then shows, or `late` says that the time is up. */
  #goOn(reading: Reading, late: Late): void {
    const { element, pieces, hidden } = reading;
    const objected = this.#objected;
    this.#unfinished.delete(element);
    while (reading.read < pieces.length) {
      const run = pieces[reading.read++]!;
      let parts: Part[] = recogniseRun(run, this.#recogniser);
      if (objected !== undefined) {
        parts = parts.map((part) => {
          const shown = shownPlaces(placesIn(part), run, objected, hidden);
          return { ...part, count: shown.length, shown };
        });
      }
      for (const { count } of parts) reading.count += count;
      // Lists that grow take room for more than the one that most blocks have.
      if (reading.parts.length === 0) reading.parts = parts;
      else reading.parts.push(...parts);
      if (reading.count > MOST_MENTIONS) break;
      if (this.#long.has(element) && late(READING)) {
        this.#unfinished.set(element, reading);
        return;
      }
    }
    this.#marks.set(element, reading.parts, reading.count, reading.section);
    if (hidden.length > 0) this.#hidden.set(element, hidden);
    else if (this.#hidden.size > 0) this.#hidden.delete(element);
  }

  /** Has a changed block read: next, or if it is long, not more often than bearable. */
  #readChanged(element: Element): void {
    this.#unfinished.delete(element);
    if (!this.#long.has(element)) {
      this.#queue.first(element);
      return;
    }
    this.#later.add(element);
    this.#laterTimer ??= setTimeout(() => {
      this.#laterTimer = undefined;
      for (const each of this.#later) {
        this.#long.delete(each);
        if (isConnected(each) && isReadable(each)) this.#queue.first(each);
      }
      this.#later.clear();
      this.#slices.run();
    }, AGAIN);
  }

  /** Follows a shadow tree that was read, or waits for one that may come. */
  readonly #onHost = (host: Element, root: ShadowRoot | null): void => {
    if (root === null) {
      this.#lateRoots.watch(host);
      return;
    }
    if (this.#roots.has(root)) return;
    this.#roots.add(root);
    this.#mutations.observe(root, OBSERVED);
    root.addEventListener(
      'slotchange',
      ({ target }) => {
        this.#readAgain([target as Element]);
      },
      { signal: this.#stopped.signal },
    );
  };

  /** What the hosts showed so far was their children. */
  #onLateRoots(hosts: readonly Element[]): void {
    const all = new Set(hosts);
    // A definition reaches every element of the name, and not all of them were watched.
    for (const name of new Set(hosts.map(({ localName }) => localName))) {
      if (!name.includes('-')) continue;
      for (const tree of [rootElement(), ...this.#roots]) {
        for (const other of tree?.querySelectorAll(CSS.escape(name)) ?? []) {
          const root = shadowOf(other);
          if (root !== null && !this.#roots.has(root)) all.add(other);
        }
      }
    }
    for (const host of all) for (const child of host.children) this.#leave(child);
    this.#readAgain(all);
  }

  /** Reads the blocks again that elements belong to. */
  #readAgain(elements: Iterable<Element>): void {
    for (const element of elements) {
      const container = containerOf(element);
      if (container === null) continue;
      this.#marks.forget(container);
      if (isConnected(container) && isReadable(container)) this.#readChanged(container);
    }
    this.#slices.run();
  }

  #onMutations(records: readonly MutationRecord[]): void {
    this.#lateRoots.look();
    const dirty = new Set<Element>();
    const entered = new Set<Node>();
    for (const record of records) {
      for (const node of record.removedNodes) this.#leave(node);
      for (const node of record.addedNodes) entered.add(node);
      // What came in just now is read with all that is in it.
      if (entered.has(record.target) || !changesOwnText(record)) continue;
      const ofParent = record.type === 'attributes' && record.attributeName !== 'hidden';
      const container = containerOf(ofParent ? (parentOf(record.target) ?? record.target) : record.target);
      if (container !== null) dirty.add(container);
    }
    for (const node of entered) {
      // What is inside another that came in is read with it, as inline elements are with the block around them.
      if (entered.has(parentOf(node)!) || !isElement(node) || roleOfName(nameOf(node)) !== 'block') continue;
      if (isConnected(node) && isReadable(node)) this.#queue.last(node);
    }
    for (const element of dirty) {
      // What it showed is stale from now on, even if reading it must wait.
      this.#marks.forget(element);
      if (isConnected(element) && isReadable(element)) this.#readChanged(element);
    }
    this.#slices.run();
  }

  /** Forgets the blocks in a part of the page that was taken out. */
  #leave(node: Node): void {
    if (!isElement(node)) return;
    for (const inside of withShadowTrees(node, this.#roots.size > 0)) {
      this.#known.delete(inside);
      this.#hidden.delete(inside);
      this.#unfinished.delete(inside);
      this.#marks.forget(inside);
    }
  }
}

function isHeading(element: Element): boolean {
  const name = nameOf(element);
  return name.length === 2 && /^H[1-6]$/u.test(name);
}

const OBSERVED: MutationObserverInit = {
  childList: true,
  characterData: true,
  subtree: true,
  attributes: true,
  attributeFilter: ['contenteditable', 'hidden', 'style'],
  attributeOldValue: true,
};

/** An element and all inside it; with `deep`, inside open shadow roots too. However deep, no call is nested. */
function* withShadowTrees(element: Element, deep: boolean): Generator<Element> {
  yield element;
  if (!deep) {
    yield* descendantsOf(element);
    return;
  }
  const waiting: Element[] = [element];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (at !== element) yield at;
    for (const child of childrenOf(at)) waiting.push(child);
    const root = shadowOf(at);
    if (root !== null) for (const child of root.children) waiting.push(child);
  }
}
