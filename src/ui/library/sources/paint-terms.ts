import { highlightName, Painter } from '../../../dom/painter.ts';
import type { Kind, Weight } from '../../../core/match/kinds.ts';

/** What a term's link says of it, for {@link paintTerms}. */
export interface TermMark {
  readonly kind: Kind;
  readonly weight: Weight;
}

/**
 * Registers the links of a text's terms as highlights, under the names that pages
 * have (docs/architecture.md). Nothing is changed in the text.
 *
 * @returns takes them out again
 */
export function paintTerms(
  root: Element,
  markOf: (link: HTMLAnchorElement) => TermMark | undefined,
): () => void {
  // Our links keep their looks under forced colours: see sources.css.
  const painter = new Painter(CSS.highlights, false);
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a.term')) {
    const mark = markOf(link);
    if (mark === undefined) continue;
    const range = new StaticRange({
      startContainer: link,
      startOffset: 0,
      endContainer: link,
      endOffset: link.childNodes.length,
    });
    painter.add(highlightName(mark.kind, mark.weight), range);
  }
  return () => {
    painter.clear();
  };
}
