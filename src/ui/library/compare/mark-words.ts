import type { MarkType } from '../../../core/passages/side-by-side.ts';
import type { MessageKey } from '../../../locales/strings.ts';

/** What each mark is called, in the order of the legend. */
export const MARK_WORDS: Readonly<Record<MarkType, MessageKey>> = {
  replaced: 'compareReplaced',
  figure: 'compareFigure',
  dropped: 'compareDropped',
  added: 'compareAdded',
  moved: 'compareMoved',
};

export const MARK_TYPES: readonly MarkType[] = ['replaced', 'figure', 'dropped', 'added', 'moved'];
