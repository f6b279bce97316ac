/**
 * The order in which blocks are read: what changed first, then the rest from the
 * top of the page to its end, wherever the reader most likely is.
 */
export class ReadingQueue {
  /** To read next, the last first: changed blocks, and lists of those inside one that was read, backwards. */
  readonly #next: Element[][] = [];
  /** Parts of the page that came in, in the order in which they came. */
  #waiting: Element[] = [];
  #waitingFrom = 0;
  /** All of them but those inside another. */
  readonly #queued = new Set<Element>();

  get isEmpty(): boolean {
    return this.#queued.size === 0 && this.#next.length === 0;
  }

  /** A block to read before all others. */
  first(element: Element): void {
    if (this.#queued.has(element)) return;
    this.#queued.add(element);
    this.#next.push([element]);
  }

  /** Blocks to read before all others, in their order, but those that are known when it is their turn. */
  inside(elements: Element[]): void {
    if (elements.length > 0) this.#next.push(elements.reverse());
  }

  /** A block to read after all others. */
  last(element: Element): void {
    if (this.#queued.has(element)) return;
    this.#queued.add(element);
    this.#waiting.push(element);
  }

  take(isKnown: (element: Element) => boolean): Element | undefined {
    for (let list = this.#next.at(-1); list !== undefined; list = this.#next.at(-1)) {
      const element = list.pop()!;
      if (list.length === 0) this.#next.pop();
      if (this.#queued.delete(element) || !isKnown(element)) return element;
    }
    for (;;) {
      const element = this.#waiting[this.#waitingFrom++];
      if (this.#waitingFrom >= this.#waiting.length) {
        this.#waiting = [];
        this.#waitingFrom = 0;
      }
      // It may have been read meanwhile, with the block around it.
      if (element === undefined || this.#queued.delete(element)) return element;
    }
  }

  clear(): void {
    this.#next.length = 0;
    this.#waiting = [];
    this.#waitingFrom = 0;
    this.#queued.clear();
  }
}
