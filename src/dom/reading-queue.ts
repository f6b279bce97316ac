/**
 * The order in which blocks are read: what changed first, then the rest from the
 * top of the page to its end, wherever the reader most likely is.
 */
export class ReadingQueue {
  /** To read next, the first one last: changed blocks, and blocks inside the one just read. */
  readonly #next: Element[] = [];
  /** Parts of the page that came in, in the order in which they came. */
  #waiting: Element[] = [];
  #waitingFrom = 0;
  readonly #queued = new Set<Element>();

  get isEmpty(): boolean {
    return this.#queued.size === 0;
  }

  /** A block to read before all others. */
  first(element: Element): void {
    if (this.#queued.has(element)) return;
    this.#queued.add(element);
    this.#next.push(element);
  }

  /** A block to read after all others. */
  last(element: Element): void {
    if (this.#queued.has(element)) return;
    this.#queued.add(element);
    this.#waiting.push(element);
  }

  take(): Element | undefined {
    const element = this.#next.pop() ?? this.#waiting[this.#waitingFrom++];
    if (element !== undefined) this.#queued.delete(element);
    if (this.#waitingFrom >= this.#waiting.length) {
      this.#waiting = [];
      this.#waitingFrom = 0;
    }
    return element;
  }

  clear(): void {
    this.#next.length = 0;
    this.#waiting = [];
    this.#waitingFrom = 0;
    this.#queued.clear();
  }
}
