/** How long a slice of work may hold the page's thread, in milliseconds. */
const SLICE = 6;

/**
 * Does work in slices: the first at once, the others each in a task of its own,
 * so that the page can respond in between.
 */
export class Slices {
  readonly #work: (late: () => boolean) => boolean;
  readonly #channel = new MessageChannel();
  #pending = false;
  #stopped = false;

  /** @param work does some work, returning when `late()`; true when all is done */
  constructor(work: (late: () => boolean) => boolean) {
    this.#work = work;
    this.#channel.port1.onmessage = () => {
      this.#pending = false;
      this.run();
    };
  }

  run(): void {
    if (this.#pending || this.#stopped) return;
    const end = performance.now() + SLICE;
    if (!this.#work(() => performance.now() >= end)) {
      this.#pending = true;
      this.#channel.port2.postMessage(null);
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#channel.port1.close();
  }
}
