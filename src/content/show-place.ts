import { rectsOf } from '../dom/hit-test.ts';
import { Painter } from '../dom/painter.ts';

/** The highlight of what the reader was brought to, and how long it stays, in milliseconds. */
const FOCUS = 'tifa-focus';
const FOCUS_TIME = 1600;

/** Scrolls to places of the page and marks them for a moment. */
export class PlaceShower {
  readonly #painter = new Painter();
  #timer: ReturnType<typeof setTimeout> | undefined;

  show(range: StaticRange): void {
    range.startContainer.parentElement?.scrollIntoView({ block: 'center', inline: 'nearest' });
    const [box] = rectsOf(range);
    if (box !== undefined && (box.top < 0 || box.bottom > innerHeight))
      scrollBy(0, box.top - innerHeight / 2);
    clearTimeout(this.#timer);
    this.#painter.clear();
    this.#painter.add(FOCUS, range);
    this.#timer = setTimeout(() => {
      this.#painter.clear();
    }, FOCUS_TIME);
  }
}
