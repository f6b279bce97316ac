import { rectsOf } from '../dom/hit-test.ts';
import type { PageMention } from '../dom/page-marks.ts';
import { Painter } from '../dom/painter.ts';

/** The highlight of the mention that the reader has stepped to. */
const FOCUS = 'tifa-focus';

/** Steps through the mentions of a page one by one, in reading order. */
export class Stepper {
  readonly #mentions: () => readonly PageMention[];
  readonly #painter = new Painter();
  #current: PageMention | undefined;

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
   * none is current; round the end of the page.
   *
   * @returns the mention, its place among all from 0, and how many there are
   */
  step(by: 1 | -1): { mention: PageMention; index: number; count: number } | undefined {
    const all = this.#mentions();
    const at =
      this.#current === undefined ? -1 : all.findIndex(({ range }) => range === this.#current?.range);
    const index = at >= 0 ? (at + by + all.length) % all.length : firstInView(all);
    const mention = all[index];
    if (mention === undefined) return undefined;
    this.goTo(mention);
    return { mention, index, count: all.length };
  }

  /** Makes a mention the current one and scrolls it into view. */
  goTo(mention: PageMention): void {
    this.clear();
    this.#current = mention;
    this.#painter.add(FOCUS, mention.range);
    const [box] = rectsOf(mention.range);
    if (
      box !== undefined &&
      box.top >= 0 &&
      box.bottom <= innerHeight &&
      box.left >= 0 &&
      box.right <= innerWidth
    ) {
      return;
    }
    mention.range.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' });
    // A paragraph longer than the viewport has its middle there, not the term.
    const [moved] = rectsOf(mention.range);
    if (moved !== undefined && (moved.top < 0 || moved.bottom > innerHeight)) {
      scrollBy(0, moved.top - innerHeight / 2);
    }
  }

  clear(): void {
    this.#painter.clear();
    this.#current = undefined;
  }
}

function firstInView(all: readonly PageMention[]): number {
  const index = all.findIndex(({ range }) => rectsOf(range).some(({ bottom }) => bottom > 0));
  return index < 0 && all.length > 0 ? 0 : index;
}
