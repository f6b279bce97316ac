/** How soon after a change of the page's attributes invisible blocks are looked at, in milliseconds. */
const PAUSE = 100;

/**
 * Blocks that have a box and are invisible all the same (`visibility: hidden`). No
 * observer tells when they show, so while there are any, changes of the attributes
 * that styles hang on are followed.
 */
export class InvisibleBlocks {
  readonly #look: (elements: readonly Element[]) => readonly Element[];
  readonly #observer = new MutationObserver(() => {
    this.#timer ??= setTimeout(() => {
      this.#lookNow();
    }, PAUSE);
  });
  #elements = new Set<Element>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param look looks at elements and returns those that are invisible still */
  constructor(look: (elements: readonly Element[]) => readonly Element[]) {
    this.#look = look;
  }

  watch(element: Element): void {
    if (this.#elements.size === 0) {
      this.#observer.observe(document, {
        subtree: true,
        attributes: true,
        attributeFilter: ['class', 'style', 'id', 'open', 'aria-hidden', 'aria-expanded'],
      });
    }
    this.#elements.add(element);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#observer.disconnect();
    this.#elements.clear();
  }

  #lookNow(): void {
    this.#timer = undefined;
    this.#elements = new Set(this.#look([...this.#elements]));
    if (this.#elements.size === 0) this.#observer.disconnect();
  }
}
