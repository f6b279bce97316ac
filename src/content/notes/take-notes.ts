import { liveRange, rectsOf, textAtPoint } from '../../dom/hit-test.ts';
import { isReadable } from '../../dom/element-roles.ts';
import { Painter } from '../../dom/painter.ts';
import type { CardAnchor } from '../../ui/card/card-view.ts';
import type { NotesModel } from '../../ui/notes/notes-model.ts';
import { createNotesView, type NotesView } from '../../ui/notes/view/create-notes-view.tsx';
import { isInteractive } from '../card/interactive.ts';
import type { NotePlace, NotesOnPage } from './page-notes.ts';
import type { NotesHost } from './notes-link.ts';

/** The words that a note is being taken on, marked while the form is open. */
const PENDING = 'tifa-note-yellow';

/** Taking notes on the page: the toolbar at a selection, the form, and the notes under a click. */
export class TakeNotes {
  readonly #host: NotesHost;
  readonly #notes: NotesOnPage;
  readonly #pending = new Painter();
  #view: NotesView | undefined;

  constructor(host: NotesHost, notes: NotesOnPage) {
    this.#host = host;
    this.#notes = notes;
    const { signal } = host;
    window.addEventListener(
      'click',
      (event) => {
        this.#click(event);
      },
      { capture: true, signal },
    );
    window.addEventListener(
      'keydown',
      (event) => {
        if (event.key === 'Escape' && event.isTrusted && this.#view?.showing === 'toolbar') this.close();
      },
      { capture: true, signal },
    );
    signal.addEventListener('abort', () => {
      // A form with typed words in it stays, to be copied from.
      if (this.#view?.showing !== 'notes') this.#view?.destroy();
    });
  }

  /** The reader's selection has changed. */
  selected(toolbar: boolean): void {
    if (this.#view?.showing === 'notes') return;
    const range = toolbar ? selectedRange() : undefined;
    if (range === undefined) {
      if (this.#view?.showing === 'toolbar') this.close();
      return;
    }
    this.#getView().showToolbar(anchorOf(range, 'last'), () => {
      this.takeOnSelection();
    });
  }

  /** Opens a form for a note on what is selected. False where nothing is that could have one. */
  takeOnSelection(): boolean {
    const range = selectedRange();
    const place = range === undefined ? undefined : this.#notes.quotePlace(range);
    if (range === undefined || place === undefined) return false;
    const kept = range.cloneRange();
    this.#pending.clear();
    this.#pending.add(PENDING, kept);
    this.#open(
      anchorOf(kept, 'all'),
      this.#notes.model(() => [], fixed(place)),
      kept.toString(),
      true,
    );
    return true;
  }

  /** Opens a form for a note on the term stepped to. False where there is none. */
  takeOnTerm(): boolean {
    const mention = this.#host.current();
    if (mention === undefined) return false;
    const model = this.#notes.at(mention, this.#host.idOf(mention));
    const range = liveRange(mention.range);
    this.#open(anchorOf(range, 'all'), model, range.toString(), true);
    return true;
  }

  /** Opens a form for a note on the page. */
  takeOnPage(): void {
    const onPage = () => this.#notes.placed.notes.filter(({ target }) => target === 'page');
    const model = this.#notes.model(onPage, () => this.#notes.pagePlace());
    const anchor: CardAnchor = {
      rects: () => [new DOMRect(Math.max(8, innerWidth - 360), 8, 1, 1)],
      context: document.documentElement,
      vertical: false,
    };
    this.#open(anchor, model, document.title, true);
  }

  close(): void {
    this.#pending.clear();
    this.#view?.hide();
  }

  #open(anchor: CardAnchor, model: NotesModel, words: string, writing: boolean): void {
    this.#getView().showNotes(anchor, model, words.replace(/\s+/gu, ' ').trim().slice(0, 200), writing);
  }

  #getView(): NotesView {
    if (this.#view !== undefined) return this.#view;
    const view = createNotesView(() => {
      this.close();
    });
    this.#host.keepEvents(view.host, view.deepest);
    return (this.#view = view);
  }

  #click(event: MouseEvent): void {
    if (!event.isTrusted || event.button !== 0) return;
    const view = this.#view;
    if (view !== undefined && event.composedPath().includes(view.host)) return;
    // A form that is open stays; it goes with Esc, its button, or by saving.
    if (view?.showing === 'notes' && !(view.deepest()?.matches('textarea, input') ?? false)) this.close();
    const target = event.target instanceof Element ? event.target : null;
    const selection = getSelection();
    if (isInteractive(target) || (selection !== null && !selection.isCollapsed)) return;
    const { clientX, clientY } = event;
    const point = textAtPoint(clientX, clientY);
    // A term's card lists the notes around it.
    if (point !== undefined && this.#host.mentionAt(point) !== undefined) return;
    const [first, ...others] = this.#notes.placed.at(clientX, clientY);
    const range = first === undefined ? undefined : this.#notes.placed.rangeOf(first.id);
    if (first === undefined || range === undefined) return;
    const ids = new Set([first, ...others].map(({ id }) => id));
    const model = this.#notes.model(
      () => this.#notes.placed.notes.filter(({ id }) => ids.has(id)),
      () => this.#notes.quotePlace(liveRange(range)) ?? this.#notes.pagePlace(),
    );
    this.#open(anchorOf(liveRange(range), 'all'), model, liveRange(range).toString(), false);
  }
}

function fixed(place: NotePlace): () => NotePlace {
  return () => place;
}

/** What the reader has selected, where a note could be on it. */
export function selectedRange(): Range | undefined {
  const selection = getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
  const range = selection.getRangeAt(0);
  const { commonAncestorContainer: around } = range;
  const element = around instanceof Element ? around : around.parentElement;
  if (element === null || !isReadable(element)) return undefined;
  if (document.designMode === 'on' || (element instanceof HTMLElement && element.isContentEditable))
    return undefined;
  return /\S/u.test(range.toString()) ? range : undefined;
}

/** Beside a range: all of it, or its last line only, where the pointer most likely is. */
function anchorOf(range: Range, which: 'all' | 'last'): CardAnchor {
  const { startContainer } = range;
  const context =
    startContainer instanceof Element
      ? startContainer
      : (startContainer.parentElement ?? document.documentElement);
  return {
    rects: () => {
      const rects = startContainer.isConnected ? rectsOf(range) : [];
      return which === 'all' ? rects : rects.slice(-1);
    },
    context,
    vertical: getComputedStyle(context).writingMode.startsWith('vertical'),
  };
}
