import { rectsOf, wordsAt } from '../../dom/hit-test.ts';
import type { PageMention } from '../../dom/page-mention.ts';
import { Painter } from '../../dom/painter.ts';
import { isSamePlace } from './on-page.ts';
import type { StepWay } from './card-link.ts';

/** The highlight of the mention that the reader has stepped to. */
const FOCUS = 'tifa-focus';

/** A mention stepped to, its place among all from 0, and how many there are. */
export interface Stepped {
  readonly mention: PageMention;
  readonly index: number;
  readonly count: number;
}

/** Steps through the mentions of a frame one by one, in reading order. */
export class Stepper {
  readonly #mentions: () => readonly PageMention[];
  readonly #painter = new Painter();
  #current: PageMention | undefined;
  #words = '';

  constructor(mentions: () => readonly PageMention[]) {
    this.#mentions = mentions;
  }

  /** The mention stepped to, if it is still on the page. */
  get current(): PageMention | undefined {
    const current = this.#current;
    return current?.range.startContainer.isConnected === true ? current : undefined;
  }

  /**
   * Goes on to the next or the previous mention, from the first one in view where
   * none is current. Undefined where there is none, or the frame's end is passed.
   */
  step(by: 1 | -1, { more, enter }: StepWay = { more: false, enter: false }): Stepped | undefined {
    const all = this.#mentions();
    const current = this.current?.range;
    const at = current === undefined ? -1 : all.findIndex(({ range }) => isSamePlace(range, current));
    let index = enter ? (by > 0 ? 0 : all.length - 1) : at < 0 ? firstInView(all) : at + by;
    if (index < 0 || index >= all.length) {
      if (more) {
        this.clear();
        return undefined;
      }
      index = (index + all.length) % all.length;
    }
    const mention = all[index];
    if (mention === undefined) return undefined;
    this.goTo(mention);
    return { mention, index, count: all.length };
  }

  /** Makes a mention the current one and scrolls it into view. */
  goTo(mention: PageMention): void {
    this.clear();
    this.#current = mention;
    this.#words = wordsAt(mention.range);
    this.#painter.add(FOCUS, mention.range);
    const [box] = rectsOf(mention.range);
    if (box !== undefined && isInView(box)) return;
    mention.range.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' });
    // A paragraph longer than the viewport has its middle there, not the term.
    const [moved] = rectsOf(mention.range);
    if (moved !== undefined && !isInView(moved)) {
      scrollBy(
        moved.left < 0 || moved.right > innerWidth ? moved.left - innerWidth / 2 : 0,
        moved.top - innerHeight / 2,
      );
    }
  }

  /** Forgets the mention if other words stand there now. */
  pageChanged(): void {
    if (this.#current !== undefined && wordsAt(this.#current.range) !== this.#words) this.clear();
  }

  clear(): void {
    this.#painter.clear();
    this.#current = undefined;
  }
}

function isInView({ top, bottom, left, right }: DOMRect): boolean {
  return top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
}

/** The first mention at or below the viewport's upper edge, and in vertical text right of it. */
function firstInView(all: readonly PageMention[]): number {
  const index = all.findIndex(({ range }) =>
    rectsOf(range).some(({ bottom, left, right }) => bottom > 0 && right > 0 && left < innerWidth),
  );
  return index < 0 && all.length > 0 ? 0 : index;
}
