import type { Passage } from '../../core/passages/passage.ts';
import { LONGEST_PAGE, PASSAGES_KEY, passagesWanted } from '../../core/passages/passage-settings.ts';
import { paragraphAt } from '../../core/passages/source-line.ts';
import { findArticle } from '../../dom/article-scope.ts';
import { liesOn, rectsOf, type TextPoint } from '../../dom/hit-test.ts';
import { readTextRuns, RunText } from '../../dom/run-text.ts';
import { onLocalChanged, readLocal, sendToBackground } from '../../platform/content-api.ts';
import type { PassagesFound, PassagesRequest } from '../../protocol/passages.ts';
import { isFound, PASSAGES_CHANGED, type PagePassages } from '../../protocol/passages-to-page.ts';
import type { CardPassage } from '../../ui/card/card-types.ts';
import { PassageMarks } from './passage-marks.ts';
import type { PassagesHost } from './passages-link.ts';

/** The page must have been quiet for so long before it is compared again, in milliseconds … */
const QUIET = 800;
/** … or must have been changing for so long. */
const LATEST = 8000;
/** A page that goes on changing while it is compared is read so often for the panel. */
const MOST_TRIES = 4;

/**
 * What one page shares with the sources: asked of the worker once for each text of the
 * article, mapped back to the page, marked, and asked again when the text is another.
 */
export class PassagesOnPage {
  readonly #host: PassagesHost;
  readonly #marks = new PassageMarks();
  readonly #mutations: MutationObserver;
  #text: RunText | undefined;
  /** The text that was compared last, and what came of it. */
  #compared: string | undefined;
  #found: PassagesFound | undefined;
  #asking: Promise<void> | undefined;
  /** Counts the page's changes, and which of them was read last. */
  #version = 0;
  #read = -1;
  #wanted: boolean | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #changedAt: number | undefined;

  constructor(host: PassagesHost) {
    this.#host = host;
    this.#mutations = new MutationObserver((records) => {
      if (this.#marks.drop(records)) this.changed();
    });
    onLocalChanged(({ [PASSAGES_KEY]: change }) => {
      if (change === undefined) return;
      this.#wanted = passagesWanted(change.newValue);
      this.changed();
    }, host.signal);
    host.signal.addEventListener('abort', () => {
      this.#stop();
    });
  }

  /** Compares again once the page is quiet; what is not wanted in the page waits until the panel asks. */
  changed(): void {
    this.#version++;
    if (!this.#host.isOn()) this.#stop();
    const now = performance.now();
    this.#changedAt ??= now;
    clearTimeout(this.#timer);
    const wait = Math.max(0, Math.min(QUIET, LATEST - (now - this.#changedAt)));
    this.#timer = setTimeout(() => void this.#settle(), wait);
  }

  /** For the panel: compares now where that has not been done. */
  async state(): Promise<PagePassages> {
    if (!this.#host.isOn()) return { state: 'off' };
    await this.#compare(MOST_TRIES);
    const [found, text] = [this.#found, this.#compared];
    return found === undefined || text === undefined ? { state: 'failed' } : { state: 'done', text, found };
  }

  rangeOf(span: { readonly start: number; readonly end: number }): StaticRange | undefined {
    return this.#text?.rangeOf(span);
  }

  /** The passage that a place is in. */
  at({ startContainer, startOffset }: AbstractRange): CardPassage | undefined {
    const passage = this.#at(startContainer, startOffset);
    return passage === undefined ? undefined : this.#described(passage);
  }

  /**
   * The marked passage at a point of the viewport, in CSS pixels, and the words there.
   *
   * @param any whether also one that has a tint and no line: a whole article may be
   * such a passage, and clicks in it are mostly about something else (docs/decisions/0152)
   */
  clicked(
    { node, offset }: TextPoint,
    x: number,
    y: number,
    any: boolean,
  ): { readonly range: StaticRange; readonly passage: CardPassage } | undefined {
    const passage = this.#wanted === false ? undefined : this.#at(node, Math.max(0, offset - 1));
    if (passage === undefined || (passage.class === 'verbatim' && !any)) return undefined;
    if (noteAt(x, y)) return undefined;
    const range = new StaticRange({
      startContainer: node,
      startOffset: Math.max(0, offset - 1),
      endContainer: node,
      endOffset: Math.min(node.data.length, offset + 1),
    });
    return liesOn(rectsOf(range), x, y) ? { range, passage: this.#described(passage) } : undefined;
  }

  #at(node: Node, offset: number): Passage | undefined {
    const unit = this.#text?.unitOf(node, offset);
    if (unit === undefined || !this.#host.isOn()) return undefined;
    return this.#found?.passages.find(({ start, end }) => start <= unit && unit < end);
  }

  #described(passage: Passage): CardPassage {
    const sources = this.#found?.sources ?? [];
    const byId = new Map(sources.map((source) => [source.id, source]));
    const source = byId.get(passage.source);
    const { start, end, edits } = passage;
    const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
    return {
      passage: { ...passage, edits: moved },
      words: this.#compared?.slice(start, end) ?? '',
      source,
      paragraph: source === undefined ? 1 : paragraphAt(source, passage.sourceStart),
      alsoIn: passage.alsoIn.flatMap((id) => byId.get(id) ?? []),
    };
  }

  async #settle(): Promise<void> {
    this.#changedAt = undefined;
    this.#wanted ??= passagesWanted((await readLocal())[PASSAGES_KEY]);
    if (this.#host.signal.aborted) return;
    if (this.#wanted && this.#host.isOn() && this.#host.count() > 0) await this.#compare(1);
    if (!this.#wanted || !this.#host.isOn()) this.#marks.clear();
    void sendToBackground({ type: PASSAGES_CHANGED });
  }

  async #compare(tries: number): Promise<void> {
    for (let tried = 0; tried < tries && this.#read !== this.#version && this.#host.isOn(); tried++) {
      await (this.#asking ??= this.#ask().finally(() => {
        this.#asking = undefined;
      }));
    }
  }

  /** Reads the page; asks the worker only where the text is another than it was. */
  async #ask(): Promise<void> {
    const version = this.#version;
    this.#wanted ??= passagesWanted((await readLocal())[PASSAGES_KEY]);
    let text = articleText();
    const { blocks } = text;
    const joined = blocks.join('\n');
    if (joined !== this.#compared) {
      const cut = joined.length > LONGEST_PAGE;
      const request: PassagesRequest = { type: 'tifa:passages', blocks, cut };
      const answer = await sendToBackground(request);
      // The page has changed meanwhile. Its article may not have: something always ticks somewhere.
      if (version !== this.#version) {
        text = articleText();
        if (text.blocks.join('\n') !== joined) return;
      }
      this.#found = isFound(answer) ? answer : undefined;
      this.#compared = this.#found === undefined ? undefined : joined;
    }
    this.#read = version;
    this.#text = text;
    this.#mark();
  }

  #mark(): void {
    const { passages = [] } = this.#found ?? {};
    this.#mutations.disconnect();
    if (this.#wanted === false || !this.#host.isOn() || this.#host.signal.aborted) {
      this.#marks.clear();
      return;
    }
    this.#marks.set(
      passages.flatMap((passage) => {
        const range = this.#text?.rangeOf(passage);
        return range === undefined ? [] : [{ class: passage.class, range }];
      }),
    );
    if (passages.length === 0) return;
    this.#mutations.observe(document, { childList: true, characterData: true, subtree: true });
  }

  #stop(): void {
    clearTimeout(this.#timer);
    this.#mutations.disconnect();
    this.#marks.clear();
  }
}

/** Whether there is a note on the words at a point: a click there is about the note. */
function noteAt(x: number, y: number): boolean {
  return [...CSS.highlights].some(
    ([name, highlight]) =>
      name.startsWith('tifa-note') && [...highlight].some((range) => liesOn(rectsOf(range), x, y)),
  );
}

/** The rendered blocks of the article; of a page without one, all of it. */
function articleText(): RunText {
  const scope = findArticle(location.href);
  const runs = readTextRuns(document.documentElement, LONGEST_PAGE).filter(({ nodes }) => {
    const [node] = nodes;
    if (node === undefined || (scope !== undefined && !scope.contains(node))) return false;
    return node.parentElement?.checkVisibility({ visibilityProperty: true }) ?? true;
  });
  return new RunText(runs);
}
