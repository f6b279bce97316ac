import { isConnected } from './bare.ts';
import { shadowOf } from './flat-tree.ts';

/** When to look again after a candidate was seen, in milliseconds: an upgrade makes no mutation. */
const LOOKS = [50, 200, 1000, 4000, 10_000];

/** More than these are not watched: pages have any number of empty elements. */
const MOST = 400;

/**
 * Finds shadow roots that are attached to elements that have been read already, as
 * when the definition of a custom element arrives. No event tells of it.
 */
export class LateRoots {
  readonly #found: (hosts: readonly Element[]) => void;
  readonly #candidates = new Set<Element>();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #looks = 0;

  constructor(found: (hosts: readonly Element[]) => void) {
    this.#found = found;
  }

  /** An element that may yet be given a root. */
  watch(element: Element): void {
    if (this.#candidates.has(element) || this.#candidates.size >= MOST) return;
    this.#candidates.add(element);
    this.#looks = 0;
    this.#schedule();
  }

  /** Looks at once; cheap where there is nothing to look at. */
  look(): void {
    if (this.#candidates.size === 0) return;
    const hosts: Element[] = [];
    for (const element of this.#candidates) {
      if (!isConnected(element)) this.#candidates.delete(element);
      else if (shadowOf(element) !== null) hosts.push(element);
    }
    for (const host of hosts) this.#candidates.delete(host);
    if (hosts.length > 0) this.#found(hosts);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#candidates.clear();
  }

  #schedule(): void {
    if (this.#timer !== undefined || this.#candidates.size === 0) return;
    const wait = LOOKS[this.#looks++];
    if (wait === undefined) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.look();
      this.#schedule();
    }, wait);
  }
}
