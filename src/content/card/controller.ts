import type { CardContent } from '../../core/knowledge/card-content.ts';
import { sourceRoute } from '../../core/library-route.ts';
import { liesOn, rectsOf, textAtPoint } from '../../dom/hit-test.ts';
import type { PageMention } from '../../dom/page-marks.ts';
import type { PageReader } from '../../dom/page-reader.ts';
import { extensionAlive, sendToBackground } from '../../platform/content-api.ts';
import type { ToBackground } from '../../protocol/messages.ts';
import { isCardContent } from '../../protocol/to-page.ts';
import type { CardPage, CardState } from '../../ui/card/card-types.ts';
import { providedCardView, type CardAnchor, type CardView } from '../../ui/card/card-view.ts';
import { Stepper } from '../stepper.ts';
import { watchRest } from './hover.ts';
import { isInteractive } from './interactive.ts';

/** How long the pointer may be off both term and card before the card goes, in milliseconds. */
const GRACE = 350;

/** What the card shows: terms opened one from another, the last in front. */
interface Open {
  readonly anchor: PageMention;
  readonly path: string[];
  /** How it was opened: what the pointer opened goes with the pointer. */
  readonly by: 'hover' | 'click' | 'keyboard';
  pinned: boolean;
}

/** What the controller needs to know of the page. */
export interface CardPageSource {
  reader(): PageReader | undefined;
  idOf(mention: PageMention): string;
  describe(mention: PageMention, id: string): CardPage;
}

/**
 * Opens, moves and closes the card. Closed, opening (its content is on the way) or
 * open; an answer that comes after the reader has moved on is dropped.
 */
export class CardController {
  readonly #page: CardPageSource;
  readonly #signal: AbortSignal;
  #view: CardView | undefined;
  #open: Open | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #focusBefore: HTMLElement | undefined;
  readonly #stepper = new Stepper(() => this.#mentions());

  constructor(page: CardPageSource, signal: AbortSignal) {
    this.#page = page;
    this.#signal = signal;
    watchRest(
      (x, y) => {
        this.#rest(x, y);
      },
      (event) => {
        this.#move(event);
      },
      signal,
    );
    window.addEventListener(
      'click',
      (event) => {
        this.#click(event);
      },
      { capture: true, signal },
    );
    for (const type of ['keydown', 'keyup', 'keypress'] as const) {
      window.addEventListener(
        type,
        (event) => {
          this.#key(event);
        },
        { capture: true, signal },
      );
    }
    signal.addEventListener('abort', () => {
      this.close();
      this.#view?.destroy();
    });
  }

  get isOpen(): boolean {
    return this.#open !== undefined;
  }

  /** Opens the card on a mention; by keyboard it takes the focus. */
  async open(mention: PageMention, by: Open['by']): Promise<void> {
    const open: Open = { anchor: mention, path: [this.#page.idOf(mention)], by, pinned: false };
    if (by === 'keyboard' && document.activeElement instanceof HTMLElement) {
      this.#focusBefore = document.activeElement;
    }
    this.#stopLeaving();
    this.#open = open;
    await this.#show(open);
    if (by === 'keyboard' && this.#open === open) this.#view?.focus();
  }

  close(): void {
    if (this.#open === undefined) return;
    this.#open = undefined;
    this.#stopLeaving();
    this.#view?.hide();
    this.#stepper.clear();
    this.#focusBefore?.focus({ preventScroll: true });
    this.#focusBefore = undefined;
  }

  /** To the next or previous term of the page, which is announced; an open card goes with it. */
  step(by: 1 | -1): void {
    const stepped = this.#stepper.step(by);
    if (stepped === undefined) return;
    const { mention, index, count } = stepped;
    if (this.#open !== undefined) void this.open(mention, 'keyboard');
    const { text } = this.#page.describe(mention, this.#page.idOf(mention));
    void this.#loadView().then((view) => view?.announce(text, index + 1, count));
  }

  /** Opens the card of the term stepped to, or of the first one in view. */
  openCurrent(): void {
    const mention = this.#stepper.current ?? this.#stepper.step(1)?.mention;
    if (mention !== undefined) void this.open(mention, 'keyboard');
  }

  /** To the first mention of a term, or from there to its next one. False where it is not here. */
  jump(id: string): boolean {
    const same = this.#mentionsOf(id);
    const at = same.findIndex(({ range }) => range === this.#stepper.current?.range);
    const next = same[(at + 1) % same.length];
    if (next === undefined) return false;
    this.#stepper.goTo(next);
    return true;
  }

  #mentionsOf(id: string): PageMention[] {
    return this.#mentions().filter((mention) => this.#page.idOf(mention) === id);
  }

  #mentions(): PageMention[] {
    return this.#page.reader()?.mentions() ?? [];
  }

  /** The page changed: a card whose term is gone goes too, unless it is pinned. */
  pageChanged(): void {
    const open = this.#open;
    if (open === undefined || open.pinned) return;
    if (!open.anchor.range.startContainer.isConnected) this.close();
  }

  async #show(open: Open): Promise<void> {
    const view = await this.#loadView();
    if (view === undefined || this.#open !== open) return;
    const id = open.path.at(-1) ?? '';
    const isAnchor = open.path.length === 1;
    const page = this.#page.describe(open.anchor, id);
    const put = (state: CardState): void => {
      view.show({ state, canGoBack: !isAnchor, pinned: open.pinned }, anchorOf(open.anchor));
    };
    put({ type: 'loading', text: page.text });
    const content = await this.#fetch(id);
    if (this.#open !== open || open.path.at(-1) !== id) return;
    if (content === undefined) put({ type: 'error', reason: extensionAlive() ? 'failed' : 'updated' });
    else put(isAnchor ? { type: 'term', content, page } : { type: 'term', content });
  }

  async #fetch(id: string): Promise<CardContent | undefined> {
    const question: ToBackground = { type: 'tifa:card', id };
    const answer = await sendToBackground(question);
    return isCardContent(answer) ? answer : undefined;
  }

  async #loadView(): Promise<CardView | undefined> {
    if (this.#view !== undefined) return this.#view;
    if (providedCardView() === undefined) {
      const request: ToBackground = { type: 'tifa:load-card' };
      await sendToBackground(request);
    }
    const create = providedCardView();
    if (create === undefined || this.#signal.aborted) return undefined;
    this.#view ??= create({
      onOpenTerm: (id) => {
        this.#follow(id);
      },
      onBack: () => {
        this.#back();
      },
      onClose: () => {
        this.close();
      },
      onPin: () => {
        this.#pin();
      },
      onPrevious: () => void this.#step(-1),
      onNext: () => void this.#step(1),
      onRetry: () => void this.#again(),
      onCopy: (text) => navigator.clipboard.writeText(text),
      onOpenSource: (source, paragraph) => {
        const request: ToBackground = { type: 'tifa:open-library', route: sourceRoute(source, paragraph) };
        void sendToBackground(request);
      },
    });
    return this.#view;
  }

  #follow(id: string): void {
    this.#open?.path.push(id);
    void this.#again();
  }

  #back(): void {
    if (this.#open !== undefined && this.#open.path.length > 1) this.#open.path.pop();
    void this.#again();
  }

  #pin(): void {
    if (this.#open === undefined) return;
    this.#open.pinned = !this.#open.pinned;
    void this.#again();
  }

  async #again(): Promise<void> {
    if (this.#open !== undefined) await this.#show(this.#open);
  }

  /** To the next or previous mention of the same term on the page. */
  async #step(by: 1 | -1): Promise<void> {
    const open = this.#open;
    if (open === undefined) return;
    const id = this.#page.idOf(open.anchor);
    const same = (this.#page.reader()?.mentions() ?? []).filter((mention) => this.#page.idOf(mention) === id);
    const at = same.findIndex(({ range }) => range === open.anchor.range);
    const next = same[(at + by + same.length) % same.length];
    if (next === undefined) return;
    this.#stepper.goTo(next);
    const moved: Open = { anchor: next, path: [id], by: open.by, pinned: open.pinned };
    this.#open = moved;
    await this.#show(moved);
  }

  #rest(x: number, y: number): void {
    const mention = this.#mentionAt(x, y);
    if (mention === undefined || mention.range === this.#open?.anchor.range || this.#open?.pinned === true)
      return;
    void this.open(mention, 'hover');
  }

  #move(event: PointerEvent): void {
    const open = this.#open;
    if (open === undefined || open.pinned || open.by === 'keyboard') return;
    const { clientX, clientY } = event;
    if (this.#view?.owns(event) === true || liesOn(rectsOf(open.anchor.range), clientX, clientY)) {
      this.#stopLeaving();
      return;
    }
    this.#leaving ??= setTimeout(() => {
      if (this.#open === open) this.close();
    }, GRACE);
  }

  #stopLeaving(): void {
    clearTimeout(this.#leaving);
    this.#leaving = undefined;
  }

  #click(event: MouseEvent): void {
    if (!event.isTrusted || event.button !== 0) return;
    if (this.#view?.owns(event) === true) return;
    const mention = this.#mentionAt(event.clientX, event.clientY);
    const target = event.target instanceof Element ? event.target : null;
    // A link stays a link; with Alt held the card opens instead.
    const ours = mention !== undefined && (event.altKey || !isInteractive(target)) && !isSelecting();
    if (!ours) {
      if (this.#open?.pinned === false) this.close();
      return;
    }
    if (event.altKey) event.preventDefault();
    void this.open(mention, 'click');
  }

  #key(event: KeyboardEvent): void {
    if (this.#open === undefined) return;
    const inCard = this.#view?.owns(event) === true;
    if (event.type === 'keydown' && event.key === 'Escape' && event.isTrusted && !event.isComposing) {
      event.stopImmediatePropagation();
      this.close();
      return;
    }
    // What is typed in the card is none of the page's business.
    if (inCard) event.stopImmediatePropagation();
  }

  #mentionAt(x: number, y: number): PageMention | undefined {
    const reader = this.#page.reader();
    const point = textAtPoint(x, y, reader?.shadowRoots);
    if (point === undefined) return undefined;
    const mention = reader?.mentionAt(point);
    return mention !== undefined && liesOn(rectsOf(mention.range), x, y) ? mention : undefined;
  }
}

function isSelecting(): boolean {
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed;
}

function anchorOf({ range }: PageMention): CardAnchor {
  const context = range.startContainer.parentElement ?? document.documentElement;
  return {
    rects: () => (range.startContainer.isConnected ? rectsOf(range) : []),
    context,
    vertical: getComputedStyle(context).writingMode.startsWith('vertical'),
  };
}
