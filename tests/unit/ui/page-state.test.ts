import { describe, expect, test } from 'vitest';
import { bundledKnowledge } from '../../../src/generated/knowledge.ts';
import type { FrameSummary } from '../../../src/ui/page-frames.ts';
import { pageState } from '../../../src/ui/popup/page-state.ts';

const { terms } = bundledKnowledge();

/** A frame with some of the ten, of which so many stand in its article. */
function frame(frameId: number, ids: readonly string[], inArticle?: number): FrameSummary {
  return {
    frameId,
    address: 'https://www.people.com.cn/1',
    on: true,
    count: ids.length,
    ...(inArticle === undefined ? {} : { article: { count: inArticle, isPart: false } }),
    tallies: ids.map((id, first) => ({ id, kind: 'principle' as const, count: 1, first })),
  };
}

const MEMBERS = terms.find(({ id }) => id === 'ten-upholds')?.members ?? [];
const present = (frames: readonly FrameSummary[]): number | undefined =>
  pageState(frames, terms).sets.find(({ term }) => term.id === 'ten-upholds')?.present;

describe('sets and article of a page with frames are those of', () => {
  test.each([
    ['the top frame, where it has the article', [frame(0, MEMBERS.slice(0, 4), 4), frame(3, MEMBERS)], 4],
    [
      'the frame that the article is in',
      [frame(0, MEMBERS.slice(0, 3)), frame(3, MEMBERS.slice(0, 5), 5)],
      5,
    ],
    [
      'the frame whose article has the most terms',
      [frame(0, MEMBERS.slice(0, 3), 0), frame(3, MEMBERS.slice(0, 6), 6), frame(4, MEMBERS.slice(0, 7), 2)],
      6,
    ],
    ['the fullest frame, where none has an article', [frame(0, []), frame(3, MEMBERS)], MEMBERS.length],
    ['the top frame, where all are alike', [frame(0, MEMBERS.slice(0, 3)), frame(3, MEMBERS.slice(4, 7))], 3],
  ])('%s', (_, frames, expected) => {
    expect(MEMBERS.length).toBe(10);
    expect(present(frames)).toBe(expected);
    expect(pageState(frames, terms).count).toBe(frames.reduce((sum, { count }) => sum + count, 0));
  });
});
