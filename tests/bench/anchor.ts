/**
 * Row 8 of the targets: 200 notes found again on page B, a quarter each unchanged,
 * moved, edited and deleted, beside approx-string-match over the whole text for each.
 * In Node, whose engine is Chromium's.
 */
import search from 'approx-string-match';
import { anchorText } from '../../src/core/anchor/anchor-text.ts';
import { describe } from '../../src/core/anchor/describe.ts';
import { resolveAll } from '../../src/core/anchor/resolve.ts';
import { buildFoldTable } from '../../src/core/text/build-fold-table.ts';
import { ROUNDS, WARM_UP } from './harness.ts';
import type { Row } from './rows.ts';
import { ratios, spread } from './stats.ts';
import { pageB } from './texts.ts';

const NOTES = 200;
const QUOTE = 40;
/** Notes that the peer looks for in a round; its time is taken as that of all by proportion. */
const PEER_NOTES = 8;

export function anchorRows(): Row[] {
  const table = buildFoldTable();
  const blocks = [...pageB().matchAll(/<p>(.*?)<\/p>/gu)].map((match) => match[1] ?? '');
  const original = anchorText(blocks, table);

  /** Notes on evenly spread paragraphs; the page is changed under three of four. */
  const changed: (string | undefined)[] = [...blocks];
  const moved: string[] = [];
  /** Words that stand once, as nearly all words of this length do on pages not made of repetitions. */
  const candidates = blocks
    .map((text, block) => ({ text, block, words: text.slice(5, 5 + QUOTE) }))
    .filter(
      ({ words, block }) => block > 20 && original.raw.indexOf(words) === original.raw.lastIndexOf(words),
    );
  const notes = Array.from({ length: NOTES }, (_, i) => {
    const chosen = candidates[Math.floor((i * candidates.length) / NOTES)];
    if (chosen === undefined) throw new Error('page B has no words that stand once');
    const { text, block, words } = chosen;
    const selectors = describe(original, block * 51 + 5, block * 51 + 5 + QUOTE);
    if (i % 4 === 1) {
      changed[block] = undefined;
      moved.push(text);
    } else if (i % 4 === 2) {
      // A character replaced, one taken out, one put in.
      const edited = `${words.slice(0, 9)}某${words.slice(10, 20)}${words.slice(21, 30)}之${words.slice(30)}`;
      changed[block] = text.slice(0, 5) + edited + text.slice(5 + QUOTE);
    } else if (i % 4 === 3) {
      changed[block] = text.slice(0, 5) + text.slice(5 + QUOTE);
    }
    return { selectors, words };
  });
  const after = [...changed.filter((block) => block !== undefined), ...moved];
  const selectors = notes.map((note) => note.selectors);

  const times = { ours: [] as number[], folding: [] as number[], peer: [] as number[] };
  const states = new Map<string, number>();
  let sink = 0;
  for (let round = -WARM_UP; round < ROUNDS; round++) {
    let start = performance.now();
    const text = anchorText(after, table);
    const folding = performance.now() - start;

    start = performance.now();
    const found = resolveAll(text, selectors);
    const ours = performance.now() - start;

    start = performance.now();
    for (let i = 0; i < PEER_NOTES; i++) {
      const { words = '' } = notes[(round + WARM_UP + i * 25) % NOTES] ?? {};
      sink += search(text.folded, words, 4).length;
    }
    const peer = ((performance.now() - start) / PEER_NOTES) * NOTES;

    if (round < 0) continue;
    times.ours.push(ours);
    times.folding.push(folding);
    times.peer.push(peer);
    if (round === 0) for (const { state } of found) states.set(state, (states.get(state) ?? 0) + 1);
  }
  if (sink < 0) throw new Error('nothing was looked for');
  const figure = (what: string, values: readonly number[]): Row => ({
    row: '8',
    what,
    values: spread(values),
    unit: 'ms',
  });
  return [
    {
      row: '8',
      what: '200 notes found again on B, over approx-string-match for each',
      values: ratios(times.ours, times.peer),
      unit: '×',
      target: { atMost: 0.02 },
    },
    figure('200 notes found again on B', times.ours),
    figure('B folded for anchoring', times.folding),
    ...[...states].map(([state, count]): Row => ({
      row: '8',
      what: `of these ${state}`,
      values: spread([count]),
      unit: 'notes',
    })),
  ];
}
