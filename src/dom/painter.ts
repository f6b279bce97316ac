import type { Kind, Weight } from '../core/match/kinds.ts';

/** Names in the highlight registry that are ours. */
const HIGHLIGHT_PREFIX = 'tifa-';

/** The highlight of a kind; common terms have a fainter one of their own. */
export function highlightName(kind: Kind, weight: Weight): string {
  return `${HIGHLIGHT_PREFIX}${kind}${weight === 'common' ? '-faint' : ''}`;
}

/** What follows in the name of a highlight that is registered and not painted. */
export const QUIET = '-quiet';

/** What stands back: passages, everyday terms, and what is not painted at all. */
const PALE = /(?:quiet|faint|verbatim|adapted)$/u;

/**
 * Keeps our highlights in the document's registry. Nothing is added to the DOM.
 *
 * Ranges are StaticRanges: the browser need not adjust them at every change of the
 * page, so a range must be taken out when its text changes, in the same task.
 */
export class Painter {
  readonly #registry: HighlightRegistry;
  readonly #highlights = new Map<string, Highlight>();
  readonly #few: boolean;
  readonly #hidden: readonly unknown[];

  /**
   * @param few whether only what stands out is registered. Under forced colours Chromium
   * paints whatever is registered as it paints a selection, style or none: docs/decisions/0151.
   * @param hidden kinds that do not stand out, since the reader has switched them off
   */
  constructor(
    registry = CSS.highlights,
    few = matchMedia('(forced-colors:active)').matches,
    hidden: readonly unknown[] = [],
  ) {
    this.#registry = registry;
    this.#few = few;
    this.#hidden = hidden;
  }

  add(name: string, range: AbstractRange): void {
    if (this.#few && (PALE.test(name) || this.#hidden.includes(name.slice(HIGHLIGHT_PREFIX.length)))) return;
    let highlight = this.#highlights.get(name);
    if (highlight === undefined) {
      highlight = new Highlight();
      this.#highlights.set(name, highlight);
      this.#registry.set(name, highlight);
    }
    highlight.add(range);
  }

  delete(name: string, range: AbstractRange): void {
    const highlight = this.#highlights.get(name);
    highlight?.delete(range);
    if (highlight?.size === 0) {
      this.#highlights.delete(name);
      this.#registry.delete(name);
    }
  }

  /** Puts back what the page threw out of the registry, which it shares with us. */
  restore(): void {
    for (const [name, highlight] of this.#highlights) {
      if (this.#registry.get(name) !== highlight) this.#registry.set(name, highlight);
    }
  }

  /** Takes all of ours out of the registry; those of the page stay. */
  clear(): void {
    for (const [name, highlight] of this.#highlights) {
      highlight.clear();
      this.#registry.delete(name);
    }
    this.#highlights.clear();
  }
}
