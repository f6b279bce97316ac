import { rectsOf } from '../../dom/hit-test.ts';
import type { PageMention } from '../../dom/page-mention.ts';
import type { CardDone, CardPassage } from '../../ui/card/card-types.ts';
import type { CardAnchor } from '../../ui/card/card-view.ts';

/** What the card stands beside: a mention, or what the reader selected. */
export interface Anchor {
  readonly range: StaticRange;
  readonly mention?: PageMention;
}

/** What the card shows: terms opened one from another, the last in front. */
export interface OpenCard {
  readonly anchor: Anchor;
  /** The words there when it was opened. */
  readonly words: string;
  readonly path: string[];
  /** How it was opened: what the pointer opened by resting goes with the pointer. */
  readonly by: 'hover' | 'click' | 'keyboard';
  pinned: boolean;
  /** What the first card shows instead of a term's. */
  readonly passage?: CardPassage;
  /** What the reader has just objected to, and the key to take it back by. */
  done?: { readonly what: CardDone; readonly id: string; readonly key: string };
}

/** Where the card is placed. The same object as long as the anchor is. */
export function cardAnchor({ range }: Anchor): CardAnchor {
  const { startContainer } = range;
  const context =
    startContainer instanceof Element
      ? startContainer
      : (startContainer.parentElement ?? document.documentElement);
  return {
    rects: () => (startContainer.isConnected ? rectsOf(range) : []),
    context,
    vertical: getComputedStyle(context).writingMode.startsWith('vertical'),
  };
}
