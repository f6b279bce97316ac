import { analysisSteps, type AnalysisParts, type PageAnalysis } from '../core/passages/page-analysis.ts';
import type { SourceLine } from '../core/passages/source-line.ts';
import { LONGEST_PAGE } from '../core/passages/passage-settings.ts';
import type { PassagesAnswer, PassagesRequest } from '../protocol/passages.ts';

/** What the service needs: the deep look's parts, and what is said of each source. */
export interface ServiceParts extends AnalysisParts {
  readonly sources: readonly SourceLine[];
}

/** Who asked: one frame of one tab. */
export interface Asker {
  readonly tabId: number;
  readonly frameId: number;
}

interface Waiting {
  readonly asker: Asker;
  readonly request: PassagesRequest;
  readonly answer: (answer: PassagesAnswer) => void;
}

/** So many frames may wait; of more, the one that has waited longest is told that it is stale. */
const MOST_WAITING = 16;
/** How long the worker may go on without letting other events in, in milliseconds. */
const SLICE = 12;

/**
 * Answers requests for passages one at a time and in slices, so that the worker
 * stays free for cards and counts. A frame has one request at most: a later one
 * makes the earlier stale, whether it waits or is being worked on.
 */
export class PassageService {
  readonly #parts: () => ServiceParts;
  readonly #now: () => number;
  readonly #pause: () => Promise<void>;
  #waiting: Waiting[] = [];
  #current: Waiting | undefined;
  #working = false;

  /**
   * @param parts engine, recogniser and sets; asked for once, when the first page comes
   * @param now milliseconds
   * @param pause lets other events in
   */
  constructor(parts: () => ServiceParts, now: () => number, pause: () => Promise<void>) {
    let made: ServiceParts | undefined;
    this.#parts = () => (made ??= parts());
    this.#now = now;
    this.#pause = pause;
  }

  answer(asker: Asker, request: PassagesRequest): Promise<PassagesAnswer> {
    this.forget(asker.tabId, asker.frameId);
    return new Promise((resolve) => {
      this.#waiting.push({ asker, request, answer: resolve });
      while (this.#waiting.length > MOST_WAITING) this.#waiting.shift()?.answer({ state: 'stale' });
      if (!this.#working) void this.#work();
    });
  }

  /** Makes the requests of a tab stale, or those of one of its frames. */
  forget(tabId: number, frameId?: number): void {
    const gone = ({ asker }: Waiting): boolean =>
      asker.tabId === tabId && (frameId === undefined || asker.frameId === frameId);
    for (const waiting of this.#waiting) if (gone(waiting)) waiting.answer({ state: 'stale' });
    this.#waiting = this.#waiting.filter((waiting) => !gone(waiting));
    if (this.#current !== undefined && gone(this.#current)) {
      this.#current.answer({ state: 'stale' });
      this.#current = undefined;
    }
  }

  async #work(): Promise<void> {
    this.#working = true;
    for (let next = this.#waiting.shift(); next !== undefined; next = this.#waiting.shift()) {
      this.#current = next;
      const { blocks, cut } = limited(next.request.blocks);
      const parts = this.#parts();
      const steps = analysisSteps(parts, blocks);
      let start = this.#now();
      // Whether it became stale is asked after every pause: `#current` is then another or none.
      while (this.#current === next) {
        const step = steps.next();
        if (step.done === true) {
          const sources = namedIn(step.value, parts.sources);
          next.answer({ state: 'done', cut: cut || next.request.cut, ...step.value, sources });
          break;
        }
        if (this.#now() - start >= SLICE) {
          await this.#pause();
          start = this.#now();
        }
      }
      this.#current = undefined;
    }
    this.#working = false;
  }
}

function namedIn(
  { passages, notOnPage }: PageAnalysis,
  sources: readonly SourceLine[],
): readonly SourceLine[] {
  const named = new Set(notOnPage.stretches.map(({ source }) => source));
  for (const { source, alsoIn } of passages) for (const id of [source, ...alsoIn]) named.add(id);
  return sources.filter(({ id }) => named.has(id));
}

/** Blocks up to {@link LONGEST_PAGE} units, the last one cut where it goes over. */
function limited(blocks: readonly string[]): { blocks: string[]; cut: boolean } {
  const kept: string[] = [];
  let room = LONGEST_PAGE;
  for (const block of blocks) {
    if (block.length > room) {
      if (room > 0) kept.push(block.slice(0, room));
      return { blocks: kept, cut: true };
    }
    kept.push(block);
    room -= block.length + 1;
  }
  return { blocks: kept, cut: false };
}
