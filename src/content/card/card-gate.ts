import { liesOn, rectsOf, textAtPoint, wordsAt } from '../../dom/hit-test.ts';
import type { PageMention } from '../../dom/page-mention.ts';
import { sendToBackground } from '../../platform/content-api.ts';
import type { ToBackground } from '../../protocol/messages.ts';
import type { CardPassage } from '../../ui/card/card-types.ts';
import { providedPageCard, type CardHost, type PageCard } from './card-link.ts';
import { watchRest } from './hover.ts';
import { isInteractive } from './interactive.ts';

/**
 * All that a page carries of the card while none was opened: it hears the reader's first
 * gesture and has the card's script loaded for it (docs/decisions/0203). A gesture that the
 * reader takes back meanwhile, or whose words are gone, opens nothing.
 */
export class CardGate {
  readonly #host: CardHost;
  #card: PageCard | undefined;
  #loading: Promise<PageCard | undefined> | undefined;
  /** How often the reader has turned away: what was asked for before is not opened after. */
  #turned = 0;
  /** Where the pointer has gone since it rested. */
  #moved: PointerEvent | undefined;

  constructor(host: CardHost) {
    this.#host = host;
    const { signal } = host;
    watchRest(
      (x, y) => {
        this.#rest(x, y);
      },
      (event) => {
        this.#moved = event;
        this.#card?.moved(event);
      },
      signal,
    );
    const options = { capture: true, signal };
    window.addEventListener(
      'click',
      (event) => {
        this.#click(event);
      },
      options,
    );
    for (const type of ['keydown', 'keyup', 'keypress'] as const) {
      window.addEventListener(
        type,
        (event) => {
          if (this.#card !== undefined) this.#card.key(event);
          else if (event.key === 'Escape' && event.isTrusted) this.#turned++;
        },
        options,
      );
    }
  }

  /** The card, if its script has been loaded. */
  get card(): PageCard | undefined {
    return this.#card;
  }

  /**
   * The card, its script loaded where it is not there yet; undefined where it cannot be had, so
   * that the next gesture asks again.
   */
  load(): Promise<PageCard | undefined> {
    return (this.#loading ??= this.#load());
  }

  openPassage(range: StaticRange, passage: CardPassage): void {
    this.#open(range, (card) => {
      card.openPassage(range, passage);
    });
  }

  close(): void {
    this.#turned++;
    this.#card?.close();
  }

  async #load(): Promise<PageCard | undefined> {
    const request: ToBackground = { type: 'tifa:load-card' };
    const asked = providedPageCard() === undefined ? sendToBackground(request) : undefined;
    // Both questions go out together: what is opened will want to know the names, too.
    void this.#host.named();
    await asked;
    const create = providedPageCard();
    if (create === undefined || this.#host.signal.aborted) {
      this.#loading = undefined;
      return undefined;
    }
    return (this.#card = create(this.#host));
  }

  /** Opens a card at a place: at once where the script is there. */
  #open(range: AbstractRange, open: (card: PageCard) => void): void {
    if (this.#card !== undefined) {
      open(this.#card);
      return;
    }
    const turned = this.#turned;
    const words = wordsAt(range);
    void this.load().then((card) => {
      if (card !== undefined && turned === this.#turned && wordsAt(range) === words) open(card);
    });
  }

  #rest(x: number, y: number): void {
    if (this.#host.opening() !== 'rest') return;
    const mention = this.#mentionAt(x, y);
    if (mention === undefined) return;
    this.#moved = undefined;
    this.#open(mention.range, (card) => {
      card.rested(mention);
      if (this.#moved !== undefined) card.moved(this.#moved);
    });
  }

  #click(event: MouseEvent): void {
    if (!event.isTrusted || event.button !== 0) return;
    if (this.#card?.owns(event) === true) return;
    const mention = this.#mentionAt(event.clientX, event.clientY);
    const target = event.target instanceof Element ? event.target : null;
    // A link stays a link; with Alt held the card opens instead.
    const bare =
      !isInteractive(target) &&
      (this.#host.opening() !== 'alt' || (event as PointerEvent).pointerType === 'touch');
    const ours = mention !== undefined && (event.altKey || bare) && getSelection()?.isCollapsed !== false;
    if (!ours) {
      this.#turned++;
      this.#card?.left();
      return;
    }
    if (event.altKey) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    this.#open(mention.range, (card) => {
      card.open(mention, 'click');
    });
  }

  #mentionAt(x: number, y: number): PageMention | undefined {
    const reader = this.#host.reader();
    const point = textAtPoint(x, y, reader?.shadowRoots);
    if (point === undefined) return undefined;
    const mention = reader?.mentionAt(point);
    return mention !== undefined && liesOn(rectsOf(mention.range), x, y) ? mention : undefined;
  }
}
