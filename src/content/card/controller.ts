import type { Opening } from '../../core/opening.ts';
import { sourceRoute } from '../../core/library-route.ts';
import { liesOn, rectsOf, textAtPoint, wordsAt } from '../../dom/hit-test.ts';
import type { PageMention } from '../../dom/page-mention.ts';
import type { PageReader } from '../../dom/page-reader.ts';
import { extensionAlive, sendToBackground } from '../../platform/content-api.ts';
import type { Jumped, ToBackground } from '../../protocol/messages.ts';
import type { CardDone, CardPage, CardPassage, CardState } from '../../ui/card/card-types.ts';
import type { CardAnchor, CardView } from '../../ui/card/card-view.ts';
import type { NotesModel } from '../../ui/notes/notes-model.ts';
import { isSamePlace, readable } from '../on-page.ts';
import { Stepper, type Passage } from '../stepper.ts';
import { copyText } from './copy.ts';
import { watchRest } from './hover.ts';
import { isInteractive } from './interactive.ts';
import { cardAnchor, type Anchor, type OpenCard } from './open-card.ts';
import { selectedRange } from './selected.ts';
import { fetchContent, ViewLoader } from './view-loader.ts';

/** How long the pointer may be off both term and card before the card goes, in milliseconds. */
const GRACE = 350;

/** What the controller needs to know of the page, and what it may do there. */
export interface CardPageSource {
  reader(): PageReader | undefined;
  /** What opens the card, as the reader chose. */
  opening(): Opening;
  /** Has {@link idOf} know what terms are called; false where that cannot be had. */
  named(): Promise<boolean>;
  idOf(mention: PageMention): string;
  mentionsOf(id: string): PageMention[];
  describe(mention: PageMention, id: string): CardPage;
  /** Keeps an objection; gives the key to take it back by. */
  object(what: CardDone, id: string, range: AbstractRange): Promise<string | undefined>;
  takeBack(key: string): Promise<boolean>;
  /** The notes there; none where notes cannot be had. */
  notes(mention: PageMention, id: string): Promise<NotesModel | undefined>;
  /** Takes over the events of the card's element, which holds what the reader types. */
  keepEvents(host: Element, deepest: () => Element | null): void;
}

/**
 * Opens, moves and closes the card. Closed, opening (its content is on the way) or
 * open; an answer that comes after the reader has moved on is dropped.
 */
export class CardController {
  readonly #page: CardPageSource;
  readonly #loader: ViewLoader;
  readonly #stepper = new Stepper(() => this.#mentions());
  #open: OpenCard | undefined;
  #placed: { readonly anchor: Anchor; readonly at: CardAnchor } | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #focusBefore: HTMLElement | undefined;

  constructor(page: CardPageSource, signal: AbortSignal) {
    this.#page = page;
    this.#loader = new ViewLoader(
      {
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
        onPrevious: () => void this.#stepHere(-1),
        onNext: () => void this.#stepHere(1),
        onRetry: () => void this.#again(),
        onCopy: copyText,
        onOpenSource: (source, paragraph) => {
          const request: ToBackground = { type: 'tifa:open-library', route: sourceRoute(source, paragraph) };
          void sendToBackground(request);
        },
        onNever: (id) => void this.#object('never', id),
        onWrong: (id) => void this.#object('wrong', id),
        onUndo: () => void this.#undo(),
      },
      signal,
    );
    watchRest(
      (x, y) => {
        this.#rest(x, y);
      },
      (event) => {
        this.#move(event);
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
          this.#key(event);
        },
        options,
      );
    }
    signal.addEventListener('abort', () => {
      this.close();
      this.#stepper.clear();
      this.#loader.view?.destroy();
    });
  }

  /** The mention that the reader is at: of the open card, or stepped to. */
  get current(): PageMention | undefined {
    return this.#open?.anchor.mention ?? this.#stepper.current;
  }

  /** Opens the card of a term, of the mention's where none is given; by keyboard it takes the focus. */
  async open(anchor: Anchor, by: OpenCard['by'], ...path: string[]): Promise<void> {
    const open: OpenCard = { anchor, words: wordsAt(anchor.range), path, by, pinned: false };
    if (by === 'keyboard' && document.activeElement instanceof HTMLElement) {
      // From card to card the focus goes back to where it was before the first.
      if (this.#open === undefined) this.#focusBefore = document.activeElement;
    }
    this.#stopLeaving();
    this.#open = open;
    await this.#show(open);
    if (by === 'keyboard' && this.#open === open) this.#loader.view?.focus();
  }

  /** Opens the card of a passage. */
  openPassage(range: StaticRange, passage: CardPassage): Promise<void> {
    this.#stopLeaving();
    const words = wordsAt(range);
    this.#open = { anchor: { range }, words, path: [], by: 'click', pinned: false, passage };
    return this.#show(this.#open);
  }

  /** Opens the card of a term at what is selected, or at the term's first mention. */
  openAtSelection(id: string): boolean {
    const [first] = this.#page.mentionsOf(id);
    const range = selectedRange();
    const anchor = range === undefined ? first && anchorAt(first) : this.#anchorIn(range, id);
    if (anchor === undefined) return false;
    void this.open(anchor, 'keyboard', id);
    return true;
  }

  close(): void {
    if (this.#open === undefined) return;
    this.#open = undefined;
    this.#placed = undefined;
    this.#stopLeaving();
    this.#loader.view?.hide();
    this.#stepper.clear();
    this.#focusBefore?.focus({ preventScroll: true });
    this.#focusBefore = undefined;
  }

  /** To the next or previous term, which is announced; an open card goes with it. False at the frame's end. */
  step(by: 1 | -1, passage: Passage): boolean {
    const stepped = this.#stepper.step(by, passage);
    if (stepped === undefined) {
      if (passage.more) this.close();
      return false;
    }
    const { mention, index, count } = stepped;
    if (this.#open !== undefined) void this.open(anchorAt(mention), 'keyboard');
    const text = readable(mention.range);
    void this.#loadView().then((view) => view?.announce(text, index + 1, count));
    return true;
  }

  /** Opens the card of the term stepped to, or of the first one in view. */
  openCurrent(): boolean {
    const mention = this.#stepper.current ?? this.#stepper.step(1)?.mention;
    if (mention === undefined) return false;
    void this.open(anchorAt(mention), 'keyboard');
    return true;
  }

  /** To the first mention of a term, or from there to its next one. False where it is not here. */
  jump(id: string): Jumped | false {
    const same = this.#page.mentionsOf(id);
    const current = this.#stepper.current?.range;
    const at = current === undefined ? -1 : same.findIndex(({ range }) => isSamePlace(range, current));
    const index = (at + 1) % same.length;
    const next = same[index];
    if (next === undefined) return false;
    this.#stepper.goTo(next);
    return { index, count: same.length };
  }

  /** The page changed: a card goes with its words, unless it is pinned. */
  pageChanged(): void {
    this.#stepper.pageChanged();
    const open = this.#open;
    if (open === undefined || open.pinned) return;
    if (wordsAt(open.anchor.range) !== open.words) this.close();
  }

  #mentions(): PageMention[] {
    return this.#page.reader()?.mentions() ?? [];
  }

  /** The mention of a term that what is selected touches, else the selection itself. */
  #anchorIn(range: StaticRange, id: string): Anchor {
    const selection = getSelection();
    const touched = this.#page
      .mentionsOf(id)
      .find(({ range: { startContainer } }) => selection?.containsNode(startContainer, true) === true);
    return touched === undefined ? { range } : { range, mention: touched };
  }

  async #show(open: OpenCard): Promise<void> {
    const view = await this.#loadView();
    if (view === undefined || this.#open !== open) return;
    const { passage } = open;
    const { mention } = open.anchor;
    if (open.path.length === 0 && passage === undefined && mention !== undefined)
      open.path.push(this.#page.idOf(mention));
    const id = open.path.at(-1) ?? '';
    const isAnchor = open.path.length === (passage === undefined ? 1 : 0);
    const page = mention === undefined || !isAnchor ? undefined : this.#page.describe(mention, id);
    const done = open.done?.id === id ? { done: open.done.what } : {};
    let notes: NotesModel | undefined;
    const put = (state: CardState): void => {
      if (this.#placed?.anchor !== open.anchor) {
        this.#placed = { anchor: open.anchor, at: cardAnchor(open.anchor) };
      }
      const shown = { state, canGoBack: !isAnchor, pinned: open.pinned };
      view.show(notes === undefined ? shown : { ...shown, notes }, this.#placed.at);
    };
    if (passage !== undefined && isAnchor) {
      put({ type: 'passage', passage });
      return;
    }
    put({ type: 'loading', ...(page === undefined ? {} : { text: page.text }) });
    const content = await fetchContent(id);
    if (this.#open !== open || open.path.at(-1) !== id) return;
    if (content === undefined) put({ type: 'error', reason: extensionAlive() ? 'failed' : 'updated' });
    else {
      const state: CardState = { type: 'term', content, ...(page === undefined ? {} : { page }), ...done };
      put(state);
      notes = mention === undefined ? undefined : await this.#page.notes(mention, id);
      if (notes !== undefined && this.#open === open && open.path.at(-1) === id) put(state);
    }
  }

  async #loadView(): Promise<CardView | undefined> {
    const known = this.#loader.view;
    const [view, named] = await Promise.all([this.#loader.load(), this.#page.named()]);
    if (!named) return undefined;
    if (view !== undefined && known === undefined) this.#page.keepEvents(view.host, view.deepest);
    return view;
  }

  #follow(id: string): void {
    this.#open?.path.push(id);
    void this.#again();
  }

  #back(): void {
    const open = this.#open;
    if (open !== undefined && open.path.length > (open.passage === undefined ? 1 : 0)) open.path.pop();
    void this.#again();
  }

  #pin(): void {
    if (this.#open === undefined) return;
    this.#open.pinned = !this.#open.pinned;
    void this.#again();
  }

  async #object(what: CardDone, id: string): Promise<void> {
    const open = this.#open;
    if (open === undefined) return;
    const key = await this.#page.object(what, id, open.anchor.mention?.range ?? open.anchor.range);
    if (key === undefined) return;
    open.done = { what, id, key };
    if (this.#open === open) await this.#again();
  }

  async #undo(): Promise<void> {
    const done = this.#open?.done;
    if (done === undefined || !(await this.#page.takeBack(done.key))) return;
    delete this.#open?.done;
    await this.#again();
  }

  async #again(): Promise<void> {
    if (this.#open !== undefined) await this.#show(this.#open);
  }

  /** To the next or previous mention of the same term on the page. */
  async #stepHere(by: 1 | -1): Promise<void> {
    const open = this.#open;
    const id = open?.path[0];
    if (open === undefined || id === undefined) return;
    const same = this.#page.mentionsOf(id);
    const at = same.findIndex(({ range }) => isSamePlace(range, open.anchor.range));
    const next = same[(at + by + same.length) % same.length];
    if (next === undefined) return;
    this.#stepper.goTo(next);
    const { by: openedBy, pinned } = open;
    const words = wordsAt(next.range);
    const moved: OpenCard = { anchor: anchorAt(next), words, path: [id], by: openedBy, pinned };
    this.#open = moved;
    await this.#show(moved);
  }

  #rest(x: number, y: number): void {
    if (this.#page.opening() !== 'rest') return;
    const open = this.#open;
    // What was opened on purpose is not replaced by the pointer's passing over something.
    if (open !== undefined && (open.pinned || open.by !== 'hover')) return;
    const mention = this.#mentionAt(x, y);
    if (mention === undefined || this.#loader.view?.writing() === true) return;
    if (open !== undefined && isSamePlace(mention.range, open.anchor.range)) return;
    void this.open(anchorAt(mention), 'hover');
  }

  #move(event: PointerEvent): void {
    const open = this.#open;
    if (open === undefined || open.pinned || open.by !== 'hover') return;
    const { clientX, clientY } = event;
    if (
      this.#loader.view?.owns(event) === true ||
      this.#loader.view?.writing() === true ||
      liesOn(rectsOf(open.anchor.range), clientX, clientY)
    ) {
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
    if (this.#loader.view?.owns(event) === true) return;
    const mention = this.#mentionAt(event.clientX, event.clientY);
    const target = event.target instanceof Element ? event.target : null;
    // A link stays a link; with Alt held the card opens instead.
    const bare =
      !isInteractive(target) &&
      (this.#page.opening() !== 'alt' || (event as PointerEvent).pointerType === 'touch');
    const ours = mention !== undefined && (event.altKey || bare) && selectedRange() === undefined;
    if (!ours) {
      if (this.#open?.pinned === false && this.#loader.view?.writing() !== true) this.close();
      return;
    }
    if (event.altKey) {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
    void this.open(anchorAt(mention), 'click');
  }

  #key(event: KeyboardEvent): void {
    if (this.#open === undefined) return;
    const inCard = this.#loader.view?.owns(event) === true;
    if (event.type === 'keydown' && event.key === 'Escape' && event.isTrusted && !event.isComposing) {
      event.stopImmediatePropagation();
      // A modal dialog would take it for itself.
      event.preventDefault();
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

function anchorAt(mention: PageMention): Anchor {
  return { range: mention.range, mention };
}
