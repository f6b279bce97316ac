import { autoUpdate, computePosition, flip, inline, offset, shift, size } from '@floating-ui/dom';
import type { CardAnchor } from '../card-view.ts';

/** Space between term and card, and between card and the viewport's edge, in CSS pixels. */
const GAP = 6;
const EDGE = 8;

/**
 * Keeps the card beside its term while the page scrolls and changes, until the
 * function returned is called. Below the term, or above it where there is more
 * room; beside it in vertical text.
 */
export function placeCard(card: HTMLElement, anchor: CardAnchor): () => void {
  const reference = {
    contextElement: anchor.context,
    getBoundingClientRect: () => union(anchor.rects()),
    getClientRects: () => anchor.rects(),
  };
  const place = async (): Promise<void> => {
    if (anchor.rects().length === 0) return; // the term is gone: stay
    const { x, y } = await computePosition(reference, card, {
      strategy: 'fixed',
      placement: anchor.vertical ? 'left-start' : 'bottom-start',
      middleware: [
        inline(),
        offset(GAP),
        flip({ padding: EDGE, fallbackAxisSideDirection: 'start' }),
        shift({ padding: EDGE }),
        size({
          padding: EDGE,
          apply: ({ availableHeight }) => {
            card.style.setProperty('--available-height', `${String(Math.max(160, availableHeight))}px`);
          },
        }),
      ],
    });
    card.style.setProperty('--tifa-x', `${String(Math.round(x))}px`);
    card.style.setProperty('--tifa-y', `${String(Math.round(y))}px`);
  };
  return autoUpdate(reference, card, () => void place());
}

function union(rects: readonly DOMRect[]): DOMRect {
  const left = Math.min(...rects.map((r) => r.left));
  const top = Math.min(...rects.map((r) => r.top));
  const right = Math.max(...rects.map((r) => r.right));
  const bottom = Math.max(...rects.map((r) => r.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}
