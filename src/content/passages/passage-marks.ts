import type { Passage } from '../../core/passages/passage.ts';
import { liveRange } from '../../dom/hit-test.ts';
import { Painter } from '../../dom/painter.ts';

/** The highlights of passages, by how they share a source's wording. */
const HIGHLIGHTS = { verbatim: 'tifa-passage-verbatim', adapted: 'tifa-passage-adapted' } as const;

interface Mark {
  readonly class: Passage['class'];
  readonly range: StaticRange;
}

/** The highlights of a page's passages, which lie under those of terms and notes. */
export class PassageMarks {
  readonly #painter = new Painter();
  #marks: Mark[] = [];

  /** Registers them in the place of those before. */
  set(marks: readonly Mark[]): void {
    this.clear();
    this.#marks = [...marks];
    for (const { class: kind, range } of marks) this.#painter.add(HIGHLIGHTS[kind], range);
    for (const name of Object.values(HIGHLIGHTS)) {
      const highlight = CSS.highlights.get(name);
      if (highlight !== undefined) highlight.priority = -1;
    }
  }

  /** Takes out those whose text has just changed. Tells whether any went. */
  drop(records: readonly MutationRecord[]): boolean {
    const touched = records.flatMap(({ type, target }) => (type === 'characterData' ? [target] : []));
    const removed = records.some(({ removedNodes }) => removedNodes.length > 0);
    if (touched.length === 0 && !removed) return false;
    const before = this.#marks.length;
    this.#marks = this.#marks.filter(({ class: kind, range }) => {
      const { startContainer, endContainer } = range;
      const there = startContainer.isConnected && endContainer.isConnected;
      if (there && !(touched.length > 0 && touches(range, touched))) return true;
      this.#painter.delete(HIGHLIGHTS[kind], range);
      return false;
    });
    return this.#marks.length < before;
  }

  clear(): void {
    this.#painter.clear();
    this.#marks = [];
  }
}

function touches(range: StaticRange, nodes: readonly Node[]): boolean {
  try {
    const live = liveRange(range);
    return nodes.some((node) => live.intersectsNode(node));
  } catch {
    // Its text is shorter than the range now.
    return true;
  }
}
