import type { NotesModel } from '../notes/notes-model.ts';
import type { CardState } from './card-types.ts';

/** What the card is placed beside. */
export interface CardAnchor {
  /** The rectangles of the mention now, in CSS pixels of the viewport; none where it is gone. */
  readonly rects: () => DOMRect[];
  /** An element near the mention, whose scrolling ancestors move it. */
  readonly context: Element;
  /** Where lines run from top to bottom, the card goes beside them instead of below. */
  readonly vertical: boolean;
}

export interface CardShown {
  readonly state: CardState;
  readonly canGoBack: boolean;
  readonly pinned: boolean;
  /** The reader's notes at the place. */
  readonly notes?: NotesModel;
}

/**
 * The card on the page. It is in a script of its own, loaded when the first card
 * opens, so that pages on which none opens do not pay for it.
 */
export interface CardView {
  readonly host: HTMLElement;
  /** What in the card has the focus. */
  readonly deepest: () => Element | null;
  /** Whether the reader is writing in it: it stays open then. */
  writing(): boolean;
  readonly show: (shown: CardShown, anchor: CardAnchor) => void;
  hide(): void;
  /** Whether an event happened in the card. */
  owns(event: Event): boolean;
  /** Says to assistive technology which term of the page was stepped to, counting from 1. */
  announce(text: string, index: number, count: number): void;
  /** Moves keyboard focus into the card. */
  focus(): void;
  destroy(): void;
}
