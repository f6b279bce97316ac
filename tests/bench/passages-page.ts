/** What the passage bench measures, as it runs inside a page. */
import { PassageEngine } from '../../src/core/passages/engine.ts';
import { SourceIndex, type SourceText } from '../../src/core/passages/source-index.ts';
import { buildFoldTable } from '../../src/core/text/build-fold-table.ts';
import type { Block } from '../../src/core/text/blocks.ts';

const table = buildFoldTable();
const engines = new Map<string, PassageEngine>();
let sink = 0;

function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** Texts in which each character follows the two before it as it does somewhere in the model. */
function synthetic(model: string, count: number, length: number): SourceText[] {
  const next = random(7);
  const after = new Map<string, string>();
  for (let i = 0; i + 2 < model.length; i++) {
    const pair = model.slice(i, i + 2);
    after.set(pair, (after.get(pair) ?? '') + model.charAt(i + 2));
  }
  return Array.from({ length: count }, (_, n) => {
    const characters: string[] = [];
    let pair = '网络';
    while (characters.length < length) {
      const choices = after.get(pair);
      if (choices === undefined || next() < 0.05) {
        const at = Math.floor(next() * (model.length - 2));
        pair = model.slice(at, at + 2);
        characters.push(pair);
        continue;
      }
      const character = choices.charAt(Math.floor(next() * choices.length));
      characters.push(character);
      pair = pair.charAt(1) + character;
    }
    return { id: `s${String(n)}`, published: '2024', text: characters.join('').slice(0, length) };
  });
}

let text = '';
let blocks: Block[] = [];

const bench = {
  /** @param known ranges that formulations explain, by source */
  load(
    sources: readonly SourceText[],
    known: Readonly<Record<string, { start: number; end: number }[]>>,
    extra: number,
  ): { bytes: number; milliseconds: number } {
    const byText = new Map(sources.map((s) => [s.text, known[s.id] ?? []]));
    const all = [...sources, ...synthetic(sources.map((s) => s.text).join('\n'), extra, 10_000)];
    const start = performance.now();
    const index = new SourceIndex(all, table, (t) => byText.get(t) ?? []);
    const milliseconds = performance.now() - start;
    engines.set(String(extra), new PassageEngine(index));
    return { bytes: index.bytes / all.reduce((sum, s) => sum + s.text.length, 0), milliseconds };
  },

  /** Reads the page's text once, as the worker is given it. */
  prepare(): number {
    blocks = [];
    let start = 0;
    for (const element of document.querySelectorAll('p, h1, h2')) {
      const own = element.textContent;
      if (own.trim() === '') continue;
      blocks.push({ start, text: own });
      start += own.length + 1;
    }
    text = blocks.map((b) => b.text).join('\n');
    return text.length;
  },

  limit(): number {
    const start = performance.now();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const { data } = node as Text;
      for (let i = 0; i < data.length; i++) sink += data.charCodeAt(i);
    }
    return performance.now() - start;
  },

  find(engine: string, times: number): number {
    const found = engines.get(engine);
    if (found === undefined) throw new Error(`no engine ${engine}`);
    const start = performance.now();
    for (let i = 0; i < times; i++) sink += found.find(text, blocks).length;
    return (performance.now() - start) / times;
  },

  /** The longest slice of a search in steps, in milliseconds. */
  slices(engine: string): number {
    const found = engines.get(engine);
    if (found === undefined) throw new Error(`no engine ${engine}`);
    const steps = found.steps(text, blocks);
    let longest = 0;
    for (;;) {
      const start = performance.now();
      const { done } = steps.next();
      longest = Math.max(longest, performance.now() - start);
      if (done === true) return longest;
    }
  },
};

Object.assign(globalThis, { tifaSink: () => sink });
export type PassageBench = typeof bench;
(globalThis as unknown as { tifaPassages: PassageBench }).tifaPassages = bench;
