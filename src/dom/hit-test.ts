/** A place in the page's text. */
export interface TextPoint {
  readonly node: Text;
  readonly offset: number;
}

/** Chrome before 128 has only the older of the two. */
interface CaretSource {
  caretPositionFromPoint?(
    x: number,
    y: number,
    options?: { shadowRoots: readonly ShadowRoot[] },
  ): { offsetNode: Node; offset: number } | null;
  caretRangeFromPoint?(x: number, y: number): Range | null;
}

/**
 * The text under a point of the viewport, in CSS pixels. Costs the same however
 * many highlights the page has, unlike `highlightsFromPoint`.
 *
 * @param shadowRoots the roots to look into; without them a host is all that is found
 */
export function textAtPoint(
  x: number,
  y: number,
  shadowRoots: readonly ShadowRoot[] = [],
): TextPoint | undefined {
  // Of the prototype: what the page calls its elements hides what a document has.
  const source = Document.prototype as CaretSource;
  if (source.caretPositionFromPoint !== undefined) {
    const position = source.caretPositionFromPoint.call(document, x, y, { shadowRoots });
    return inText(position?.offsetNode, position?.offset);
  }
  const range = source.caretRangeFromPoint?.call(document, x, y);
  return inText(range?.startContainer, range?.startOffset);
}

function inText(node: Node | undefined, offset = 0): TextPoint | undefined {
  return node?.nodeType === Node.TEXT_NODE ? { node: node as Text, offset } : undefined;
}

/** The rectangles of a place in the page, in CSS pixels of the viewport. */
export function rectsOf(place: AbstractRange): DOMRect[] {
  return [...liveRange(place).getClientRects()];
}

/** The words of a place as they are now; none where it is no longer there. */
export function wordsAt(place: AbstractRange): string {
  try {
    return place.startContainer.isConnected ? liveRange(place).toString() : '';
  } catch {
    // Its text is shorter than the place now.
    return '';
  }
}

/** A range that can be measured, of one that cannot. */
export function liveRange({ startContainer, startOffset, endContainer, endOffset }: AbstractRange): Range {
  const range = new Range();
  range.setStart(startContainer, startOffset);
  range.setEnd(endContainer, endOffset);
  return range;
}

/**
 * Whether a point lies on a place and not merely nearest to it: the caret of a
 * point beside a line is at the line's end. A pixel of slack on each side.
 */
export function liesOn(rects: readonly DOMRect[], x: number, y: number): boolean {
  return rects.some(
    ({ left, right, top, bottom }) => x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1,
  );
}
