/**
 * What is measured, as it runs inside the page: the extension's own modules and the
 * peer, without the extension around them.
 */
import Mark from 'mark.js';
import { matcherFromText } from '../../src/core/match/matcher-from-text.ts';
import { Hits } from '../../src/core/match/hits.ts';
import type { Matcher } from '../../src/core/match/matcher.ts';
import { Recogniser } from '../../src/core/match/recogniser.ts';
import { Folder } from '../../src/core/text/fold.ts';
import { textAtPoint } from '../../src/dom/hit-test.ts';
import { Painter } from '../../src/dom/painter.ts';
import { PageReader } from '../../src/dom/page-reader.ts';
import { recogniseRun } from '../../src/dom/recognise-run.ts';
import { readRuns } from '../../src/dom/runs.ts';

const matchers = new Map<string, Matcher>();
let reader: PageReader | undefined;
const PARAGRAPH = '坚持党管互联网，加快建设网络强国，维护网络安全。';

interface Painted {
  /** How long the reader's own tasks held the thread, the style and layout that they ask for included. */
  readonly milliseconds: number;
  /** Until all is registered, the page's own frames in between included. */
  readonly wall: number;
  readonly marks: number;
  /** The longest of the reader's tasks, in milliseconds. */
  readonly slice: number;
}

/** Means of several runs, in milliseconds. */
interface Shown {
  /** Until all marks of the page are there. */
  readonly script: number;
  /** The style and layout that they make necessary. */
  readonly layout: number;
}

/** Keeps what is measured from being optimised away. */
let sink = 0;

function matcher(name: string): Matcher {
  const found = matchers.get(name);
  if (found === undefined) throw new Error(`no matcher ${name}`);
  return found;
}

function timed(work: () => void): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

/** How long the reader's tasks took, together and the longest. */
const held = { total: 0, longest: 0 };

function hold(work: () => void): void {
  const time = timed(work);
  held.total += time;
  held.longest = Math.max(held.longest, time);
}

// The reader works in these three sorts of tasks.
const askForFrame = globalThis.requestAnimationFrame.bind(globalThis);
globalThis.requestAnimationFrame = (draw) =>
  askForFrame((time) => {
    hold(() => {
      draw(time);
    });
  });
const onMessage = Object.getOwnPropertyDescriptor(MessagePort.prototype, 'onmessage');
Object.defineProperty(MessagePort.prototype, 'onmessage', {
  set(this: MessagePort, handler: (event: MessageEvent) => void) {
    onMessage?.set?.call(this, (event: MessageEvent) => {
      hold(() => {
        handler(event);
      });
    });
  },
});
globalThis.IntersectionObserver = class extends IntersectionObserver {
  constructor(seen: IntersectionObserverCallback, options?: IntersectionObserverInit) {
    super((entries, observer) => {
      hold(() => {
        seen(entries, observer);
      });
    }, options);
  }
};

function layOut(): void {
  sink += document.body.getBoundingClientRect().height;
}

/**
 * Each run begins with the page laid out and without marks.
 *
 * @param make gives what makes marks, and what takes them away and tells whether the run counts
 */
function meanOfShown(times: number, make: () => { show: () => void; clear: () => boolean }): Shown {
  let script = 0;
  let layout = 0;
  let counted = 0;
  for (let i = 0; counted < times; i++) {
    if (i > 20 * times) throw new Error('hardly any run counts');
    const { show, clear } = make();
    layOut();
    const shown = timed(show);
    const laidOut = timed(layOut);
    if (!clear()) continue;
    script += shown;
    layout += laidOut;
    counted++;
  }
  return { script: script / times, layout: layout / times };
}

function atPoints(ask: (x: number, y: number) => number): number {
  const start = performance.now();
  let asked = 0;
  for (let x = 20; x < innerWidth; x += 60) {
    for (let y = 20; y < innerHeight; y += 30, asked++) sink += ask(x, y);
  }
  return (performance.now() - start) / asked;
}

const bench = {
  /** A matcher from its text; the bundled one’s is what the content script carries. */
  load(name: string, text: string): number {
    return timed(() => {
      matchers.set(name, matcherFromText(text));
    });
  },

  /** L, the limit: one walk over the text nodes that sums their character codes. */
  limit(): number {
    return timed(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const { data } = node as Text;
        for (let i = 0; i < data.length; i++) sink += data.charCodeAt(i);
      }
    });
  },

  /** Scanning folded text that is already in memory. */
  scan(name: string): number {
    const raw = document.body.textContent;
    const folded = new Folder(matcher(name).foldTable).fold(raw);
    const hits = new Hits();
    return timed(() => {
      matcher(name).scan(folded.units, folded.length, hits);
      sink += hits.length;
    });
  },

  /** Page text to mentions with their places: read, fold, match, choose, map. */
  spans(name: string): number {
    const recogniser = new Recogniser(matcher(name));
    return timed(() => {
      const queue: Element[] = [document.body];
      for (let element = queue.pop(); element !== undefined; element = queue.pop()) {
        for (const run of readRuns(element, queue)) sink += recogniseRun(run, recogniser).length;
      }
    });
  },

  /** Page text to registered highlights, slices and all. */
  async highlights(name: string): Promise<Painted> {
    const recogniser = new Recogniser(matcher(name));
    held.total = 0;
    held.longest = 0;
    const start = performance.now();
    let end = start;
    const made = new PageReader(recogniser, new Painter(), () => {
      end = performance.now();
    });
    hold(() => {
      made.start();
    });
    let seen = -1;
    while (seen !== end) {
      seen = end;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const { count } = made;
    made.stop();
    return { milliseconds: held.total, wall: end - start, marks: count, slice: held.longest };
  },

  /**
   * Page text to registered highlights on a page that is read in one slice, several times
   * without a pause between, as the limit is measured: after a pause anything takes
   * two to three times as long. A run that another process has interrupted for so long that
   * it took more than a slice does not count.
   *
   * @param marks how many the page has
   */
  shown(name: string, times: number, marks: number): Shown {
    return meanOfShown(times, () => {
      const made = new PageReader(new Recogniser(matcher(name)), new Painter(), () => undefined);
      return {
        show: () => {
          made.start();
        },
        clear: () => {
          const { count } = made;
          made.stop();
          return count === marks;
        },
      };
    });
  },

  /** Reads the page and goes on following it. */
  async read(name: string): Promise<void> {
    reader = new PageReader(new Recogniser(matcher(name)), new Painter(), () => undefined);
    reader.start();
    for (let count = -1; count !== reader.count;) {
      ({ count } = reader);
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
  },

  /**
   * Appends paragraphs one by one, each heard of before the next comes; they are taken out
   * again. The time is that of appending and of all that the reader does until they show.
   */
  async append(count: number): Promise<number> {
    const article = document.querySelector('article') ?? document.body;
    const added: Element[] = [];
    const shown = reader?.count ?? 0;
    held.total = 0;
    const start = performance.now();
    for (let i = 0; i < count; i++) {
      const paragraph = document.createElement('p');
      paragraph.textContent = PARAGRAPH;
      article.append(paragraph);
      added.push(paragraph);
      // What observes changes is called before this goes on.
      await Promise.resolve();
    }
    const appending = performance.now() - start;
    while ((reader?.count ?? 0) < shown + count) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const time = appending + held.total;
    for (const paragraph of added) paragraph.remove();
    await new Promise((resolve) => setTimeout(resolve, 100));
    return time;
  },

  /** Changes the text of the first paragraph in each of some frames. */
  async changeFrames(count: number): Promise<void> {
    const text = document.querySelector('p')?.firstChild as Text;
    for (let i = 0; i < count; i++) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
      text.data = `${PARAGRAPH}${String(i)}`;
    }
  },

  /** The mean time of one question for the caret at a point, over points of the viewport. */
  caret(): number {
    return atPoints((x, y) => document.caretPositionFromPoint(x, y)?.offset ?? 0);
  },

  /** The mean time until the term under a point is known. */
  mentionAt(): number {
    return atPoints((x, y) => {
      const point = textAtPoint(x, y);
      return point !== undefined && reader?.mentionAt(point) !== undefined ? 1 : 0;
    });
  },

  /** mark.js with the list of terms, or with one expression over all of them: the same, on a page of its own. */
  mark(terms: string | string[], times: number): Shown {
    const expression = typeof terms === 'string' ? new RegExp(terms, 'gu') : undefined;
    return meanOfShown(times, () => {
      const instance = new Mark(document.body);
      return {
        show: () => {
          if (expression !== undefined) instance.markRegExp(expression);
          else instance.mark(terms, { separateWordSearch: false });
        },
        clear: () => {
          const some = document.querySelector('mark') !== null;
          instance.unmark();
          document.body.normalize();
          return some;
        },
      };
    });
  },
};

Object.assign(globalThis, { tifaSink: () => sink });
export type Bench = typeof bench;
(globalThis as unknown as { tifaBench: Bench }).tifaBench = bench;
