import type { CardContent } from '../../core/knowledge/card-content.ts';
import type { Kind } from '../../core/match/kinds.ts';
import type { Passage } from '../../core/passages/passage.ts';
import type { SourceLine } from '../../core/passages/source-line.ts';
import type { MemberCheck } from '../../core/match/sets.ts';

/** A passage of the page, and what is known of its source. */
export interface CardPassage {
  readonly passage: Passage;
  /** Its text on the page; the edits count in it. */
  readonly words: string;
  readonly source: SourceLine | undefined;
  /** The paragraph of the source where it begins, from 1. */
  readonly paragraph: number;
  /** Other sources that have it, in order of date. */
  readonly alsoIn: readonly SourceLine[];
}

/** What the page in front of the reader has of the term; the popup's card may have none of it. */
export interface CardPage {
  /** How many mentions of the term the page has, and which of them this is, from 0; -1 for none of them. */
  readonly count: number;
  readonly index: number;
  /** Whether this mention rewords the term. */
  readonly adapted: boolean;
  /** The words on the page. */
  readonly text: string;
  /** Of every member of the sets that are shown; a member not in it counts as absent. */
  readonly memberStates: Readonly<Record<string, MemberCheck['state']>>;
  /** The terms inside this mention. */
  readonly nested: readonly { readonly id: string; readonly zh: string; readonly kind: Kind }[];
  /** The passage that this mention is in. */
  readonly passage?: CardPassage;
  readonly sense?: { readonly id: string; readonly certainty: 'sure' | 'likely' | 'unclear' };
}

/** What the reader has just done to the marking of this term, and can undo. */
export type CardDone = 'never' | 'wrong';

export type CardState =
  | {
      readonly type: 'loading';
      /** What is known already: the words on the page and their kind. */
      readonly text?: string;
      readonly kind?: Kind;
    }
  | {
      readonly type: 'error';
      /** updated: the page's script is of an older version, and only a reload helps. */
      readonly reason: 'updated' | 'failed';
    }
  | { readonly type: 'passage'; readonly passage: CardPassage }
  | {
      readonly type: 'term';
      readonly content: CardContent;
      readonly page?: CardPage;
      readonly done?: CardDone;
    };

/** What the card asks its host for. What is left out has no button. */
export interface CardActions {
  readonly onOpenTerm: (id: string) => void;
  readonly onBack: () => void;
  readonly onClose: () => void;
  /** Where it is left out, members open as terms do. */
  readonly onMember?: (id: string) => void;
  /** Pins the card, or lets it go where it is pinned. */
  readonly onPin?: () => void;
  readonly onMoveStart?: (event: PointerEvent) => void;
  readonly onPrevious?: () => void;
  readonly onNext?: () => void;
  /** “Copied” is said once this is done, and “could not copy” where it is refused. */
  readonly onCopy?: (text: string) => void | Promise<void>;
  /** Opens a source at a paragraph, counted from 1. */
  readonly onOpenSource?: (source: string, paragraph: number) => void;
  readonly onNever?: (id: string) => void;
  readonly onWrong?: (id: string) => void;
  readonly onUndo?: () => void;
  readonly onRetry?: () => void;
}
