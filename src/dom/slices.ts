/** How long a slice of work may hold the page's thread, in milliseconds. */
const SLICE = 6;
/** A page that draws no frame in this time is not waited for (ms): a frame out of sight, a style sheet that does not come. */
const LATE_FRAME = 150;

/** Whether the time of the slice is up, or with a share below 1, so much of it. */
export type Late = (share?: number) => boolean;

/**
 * Does work in slices: the first just before the page's next frame is drawn, so that
 * all that changed since the last one is done at once, and what is asked of the
 * page's style and layout is what the frame needs anyhow; the others each in a task
 * of its own, so that the page can respond in between.
 */
export class Slices {
  readonly #work: (late: Late) => boolean;
  readonly #channel = new MessageChannel();
  #pending = false;
  #stopped = false;
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param work does some work, returning when `late()`; true when all is done */
  constructor(work: (late: Late) => boolean) {
    this.#work = work;
    this.#channel.port1.onmessage = this.runNow;
  }

  /** Works before the next frame, or where none will be drawn, soon. */
  run(): void {
    if (this.#pending || this.#stopped) return;
    this.#pending = true;
    if (document.hidden) this.#channel.port2.postMessage(null);
    else {
      this.#frame = requestAnimationFrame(this.runNow);
      this.#timer = setTimeout(this.runNow, LATE_FRAME);
    }
  }

  /** Does the first slice at once. */
  readonly runNow = (): void => {
    if (this.#stopped) return;
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    const start = performance.now();
    this.#pending = !this.#work((share = 1) => performance.now() >= start + share * SLICE);
    if (this.#pending) this.#channel.port2.postMessage(null);
  };

  stop(): void {
    this.#stopped = true;
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#channel.port1.close();
  }
}
