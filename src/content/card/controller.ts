import { sourceRoute } from '../../core/library-route.ts';
import { liesOn, rectsOf, wordsAt } from '../../dom/hit-test.ts';
import type { PageMention } from '../../dom/page-mention.ts';
import { extensionAlive, sendToBackground } from '../../platform/content-api.ts';
import type { Jumped, PageSummary, ToBackground } from '../../protocol/messages.ts';
import type { CardActions, CardDone, CardPassage, CardState } from '../../ui/card/card-types.ts';
import type { CardAnchor, CardView } from '../../ui/card/card-view.ts';
import { createCardView } from '../../ui/card/view/create-card-view.tsx';
import type { NotesModel } from '../../ui/notes/notes-model.ts';
import { isSamePlace, readable } from './on-page.ts';
import { AboutPage } from './about-page.ts';
import type { CardHost, PageCard, StepWay } from './card-link.ts';
import { copyText } from './copy.ts';
import { fetchContent } from './fetch-content.ts';
import { object, takeBack } from './object.ts';
import { cardAnchor, type Anchor, type OpenCard } from './open-card.ts';
import { selectedRange } from './selected.ts';
import { Stepper } from './stepper.ts';

/** How long the pointer may be off both term and card before the card goes, in milliseconds. */
const GRACE = 350;

/**
 * Opens, moves and closes the card. Closed, opening (its content is on the way) or
 * open; an answer that comes after the reader has moved on is dropped.
 */
export class CardController implements PageCard {
  readonly #host: CardHost;
  readonly #page: AboutPage;
  #view: CardView | undefined;
  readonly #stepper = new Stepper(() => this.#page.mentions());
  #open: OpenCard | undefined;
  #placed: { readonly anchor: Anchor; readonly at: CardAnchor } | undefined;
  #leaving: ReturnType<typeof setTimeout> | undefined;
  #focusBefore: HTMLElement | undefined;

  constructor(host: CardHost) {
    this.#host = host;
    this.#page = new AboutPage(host);
    host.signal.addEventListener('abort', () => {
      this.close();
      this.#stepper.clear();
      this.#view?.destroy();
    });
  }

  get current(): PageMention | undefined {
    return this.#open?.anchor.mention ?? this.#stepper.current;
  }

  owns(event: Event): boolean {
    return this.#view?.owns(event) === true;
  }

  open(mention: PageMention, by: OpenCard['by']): void {
    void this.#openAt(anchorAt(mention), by);
  }

  /** Opens the card of a term, of the mention's where none is given. */
  async #openAt(anchor: Anchor, by: OpenCard['by'], ...path: string[]): Promise<void> {
    const open: OpenCard = { anchor, words: wordsAt(anchor.range), path, by, pinned: false };
    if (by === 'keyboard' && document.activeElement instanceof HTMLElement) {
      // From card to card the focus goes back to where it was before the first.
      if (this.#open === undefined) this.#focusBefore = document.activeElement;
    }
    this.#stopLeaving();
    this.#open = open;
    await this.#show(open);
    if (by === 'keyboard' && this.#open === open) this.#view?.focus();
  }

  openPassage(range: StaticRange, passage: CardPassage): void {
    this.#stopLeaving();
    const words = wordsAt(range);
    this.#open = { anchor: { range }, words, path: [], by: 'click', pinned: false, passage };
    void this.#show(this.#open);
  }

  openAtSelection(id: string): boolean {
    const [first] = this.#page.mentionsOf(id);
    const range = selectedRange();
    const anchor = range === undefined ? first && anchorAt(first) : this.#anchorIn(range, id);
    if (anchor === undefined) return false;
    void this.#openAt(anchor, 'keyboard', id);
    return true;
  }

  close(): void {
    if (this.#open === undefined) return;
    this.#open = undefined;
    this.#placed = undefined;
    this.#stopLeaving();
    this.#view?.hide();
    this.#stepper.clear();
    this.#focusBefore?.focus({ preventScroll: true });
    this.#focusBefore = undefined;
  }

  step(by: 1 | -1, way: StepWay): boolean {
    const stepped = this.#stepper.step(by, way);
    if (stepped === undefined) {
      if (way.more) this.close();
      return false;
    }
    const { mention, index, count } = stepped;
    if (this.#open !== undefined) this.open(mention, 'keyboard');
    const text = readable(mention.range);
    void this.#made().then((view) => view?.announce(text, index + 1, count));
    return true;
  }

  openCurrent(): boolean {
    const mention = this.#stepper.current ?? this.#stepper.step(1)?.mention;
    if (mention === undefined) return false;
    this.open(mention, 'keyboard');
    return true;
  }

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

  summary(): PageSummary {
    return this.#page.summary();
  }

  pageChanged(): void {
    this.#page.pageChanged();
    this.#stepper.pageChanged();
    const open = this.#open;
    if (open === undefined || open.pinned) return;
    if (wordsAt(open.anchor.range) !== open.words) this.close();
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
    const view = await this.#made();
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
      notes = mention === undefined ? undefined : await this.#host.notes(mention, id);
      if (notes !== undefined && this.#open === open && open.path.at(-1) === id) put(state);
    }
  }

  /** The view, made when it is first shown; undefined where terms' names cannot be had. */
  async #made(): Promise<CardView | undefined> {
    const named = await this.#host.named();
    if (!named || this.#host.signal.aborted) return undefined;
    if (this.#view !== undefined) return this.#view;
    const view = (this.#view = createCardView(this.#actions()));
    this.#host.keepEvents(view.host, view.deepest);
    return view;
  }

  #actions(): CardActions {
    return {
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
    };
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
    const key = await object(what, id, open.anchor.mention?.range ?? open.anchor.range, this.#host);
    if (key === undefined) return;
    open.done = { what, id, key };
    if (this.#open === open) await this.#again();
  }

  async #undo(): Promise<void> {
    const done = this.#open?.done;
    if (done === undefined || !(await takeBack(done.key))) return;
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

  rested(mention: PageMention): void {
    const open = this.#open;
    // What was opened on purpose is not replaced by the pointer's passing over something.
    if (open !== undefined && (open.pinned || open.by !== 'hover')) return;
    if (this.#view?.writing() === true) return;
    if (open !== undefined && isSamePlace(mention.range, open.anchor.range)) return;
    this.open(mention, 'hover');
  }

  moved(event: PointerEvent): void {
    const open = this.#open;
    if (open === undefined || open.pinned || open.by !== 'hover') return;
    const { clientX, clientY } = event;
    if (
      this.#view?.owns(event) === true ||
      this.#view?.writing() === true ||
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

  left(): void {
    if (this.#open?.pinned === false && this.#view?.writing() !== true) this.close();
  }

  key(event: KeyboardEvent): void {
    if (this.#open === undefined) return;
    const inCard = this.#view?.owns(event) === true;
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
}

function anchorAt(mention: PageMention): Anchor {
  return { range: mention.range, mention };
}
