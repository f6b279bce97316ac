/**
 * What is measured, as it runs inside the page: the extension's own modules and the
 * peer, without the extension around them.
 */
import Mark from 'mark.js';
import { matcherFromText } from '../../src/core/match/matcher-from-text.ts';
import { Hits } from '../../src/core/match/hits.ts';
import { Matcher } from '../../src/core/match/matcher.ts';
import { Recogniser } from '../../src/core/match/recogniser.ts';
import { Folder } from '../../src/core/text/fold.ts';
import { Painter } from '../../src/dom/painter.ts';
import { PageReader } from '../../src/dom/page-reader.ts';
import { recogniseRun } from '../../src/dom/recognise-run.ts';
import { readRuns } from '../../src/dom/runs.ts';
import { bytesFromBase64 } from './base64.ts';

const matchers = new Map<string, Matcher>();
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

const bench = {
  /** The bundled matcher from the text that the content script carries. */
  loadText(name: string, text: string): number {
    return timed(() => {
      matchers.set(name, matcherFromText(text));
    });
  },

  /** A compiled matcher from its bytes. */
  load(name: string, base64: string): number {
    return timed(() => {
      matchers.set(name, new Matcher(bytesFromBase64(base64)));
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

  /** Page text to registered highlights, slices and all; returns time and number of marks. */
  async highlights(name: string): Promise<[milliseconds: number, marks: number]> {
    const recogniser = new Recogniser(matcher(name));
    const start = performance.now();
    let end = start;
    const reader = new PageReader(recogniser, new Painter(), () => {
      end = performance.now();
    });
    reader.start();
    let seen = -1;
    while (seen !== end) {
      seen = end;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    const { count } = reader;
    reader.stop();
    return [end - start, count];
  },

  /** mark.js with the list of terms, or with one expression over all of them. */
  async mark(terms: string | string[]): Promise<number> {
    const instance = new Mark(document.body);
    const start = performance.now();
    if (typeof terms === 'string') instance.markRegExp(new RegExp(terms, 'gu'));
    else instance.mark(terms, { separateWordSearch: false });
    const time = performance.now() - start;
    await new Promise<void>((done) => {
      instance.unmark({
        done: () => {
          done();
        },
      });
    });
    document.body.normalize();
    return time;
  },
};

Object.assign(globalThis, { tifaSink: () => sink });
export type Bench = typeof bench;
(globalThis as unknown as { tifaBench: Bench }).tifaBench = bench;
