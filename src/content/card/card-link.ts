import type { Recogniser } from '../../core/match/recogniser.ts';
import type { Opening } from '../../core/opening.ts';
import type { PageMention } from '../../dom/page-mention.ts';
import type { PageReader } from '../../dom/page-reader.ts';
import type { Jumped, PageSummary } from '../../protocol/messages.ts';
import type { CardPassage } from '../../ui/card/card-types.ts';
import type { NotesModel } from '../../ui/notes/notes-model.ts';
import type { Objecting } from '../objecting.ts';

/** How a step is made where a page has several frames. */
export interface StepWay {
  /** Whether other frames follow, so that it is not gone round the end of this one. */
  readonly more: boolean;
  /** Whether the step comes from another frame: to the first or the last mention. */
  readonly enter: boolean;
}

/** What the card's script needs of the content script that it is loaded beside. */
export interface CardHost {
  readonly signal: AbortSignal;
  readonly recogniser: Recogniser;
  readonly objecting: Objecting;
  /** What reads the page; undefined where Tifa is off for it. */
  reader(): PageReader | undefined;
  /** What opens the card, as the reader chose. */
  opening(): Opening;
  /** Has the matcher know what terms are called; false where that cannot be had. */
  named(): Promise<boolean>;
  passageAt(range: AbstractRange): CardPassage | undefined;
  /** The notes there; none where notes cannot be had. */
  notes(mention: PageMention, id: string): Promise<NotesModel | undefined>;
  /** Takes over the events of the card's element, which holds what the reader types. */
  keepEvents(host: Element, deepest: () => Element | null): void;
}

/** The card and the steps through a frame's mentions, as the content script uses them. */
export interface PageCard {
  /** The mention that the reader is at: of the open card, or stepped to. */
  readonly current: PageMention | undefined;
  /** Whether an event happened in the card. */
  owns(event: Event): boolean;
  /** The pointer rests on a mention. */
  rested(mention: PageMention): void;
  /** The pointer goes on. */
  moved(event: PointerEvent): void;
  /** Opens the card of a mention's term; by keyboard it takes the focus. */
  open(mention: PageMention, by: 'click' | 'keyboard'): void;
  openPassage(range: StaticRange, passage: CardPassage): void;
  /** Opens the card of a term at what is selected, or at the term's first mention. False where neither is. */
  openAtSelection(id: string): boolean;
  /** Opens the card of the term stepped to, or of the first one in view. False where there is none. */
  openCurrent(): boolean;
  /** The reader clicked on something else. */
  left(): void;
  key(event: KeyboardEvent): void;
  /** To the next or previous term, which is announced; an open card goes with it. False at the frame's end. */
  step(by: 1 | -1, way: StepWay): boolean;
  /** To the first mention of a term, or from there to its next one. False where it is not here. */
  jump(id: string): Jumped | false;
  /** What of the page the popup shows. */
  summary(): PageSummary;
  /** The page changed: a card goes with its words, unless it is pinned. */
  pageChanged(): void;
  close(): void;
}

export type CreatePageCard = (host: CardHost) => PageCard;

/** Shared with the script that is loaded on demand, in the extension's own world of the page. */
const scope = globalThis as { tifaCreatePageCard?: CreatePageCard };

export function providePageCard(create: CreatePageCard): void {
  scope.tifaCreatePageCard = create;
}

export function providedPageCard(): CreatePageCard | undefined {
  return scope.tifaCreatePageCard;
}
