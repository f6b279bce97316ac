import { describe, expect, test } from 'vitest';
import { loadSeeds } from '../../../src/cli/seeds.ts';
import { PassageService } from '../../../src/background/passages.ts';
import { setDefinitions } from '../../../src/core/knowledge/knowledge.ts';
import { sourceLine } from '../../../src/core/passages/source-line.ts';
import { receive, ToBackgroundSchema } from '../../../src/protocol/messages.ts';
import { LONGEST_PAGE } from '../../../src/core/passages/passage-settings.ts';
import type { PassagesRequest } from '../../../src/protocol/passages.ts';
import { bundled, sourceText } from '../../support/passage-engines.ts';

function service(): { service: PassageService; built: () => number; pauses: () => number } {
  let built = 0;
  let pauses = 0;
  let time = 0;
  const made = new PassageService(
    () => {
      built++;
      const { recogniser, knowledge } = bundled;
      const sets = setDefinitions(knowledge.terms);
      return { engine: bundled.passages(), recogniser, sets, sources: loadSeeds().sources.map(sourceLine) };
    },
    () => (time += 20),
    () => {
      pauses++;
      return new Promise((resolve) => setTimeout(resolve, 0));
    },
  );
  return { service: made, built: () => built, pauses: () => pauses };
}

const request = (...blocks: string[]): PassagesRequest => ({ type: 'tifa:passages', blocks, cut: false });
const page = request(...sourceText('001').split('\n'));
const tab = { tabId: 1, frameId: 0 };

describe('the worker’s answer to a page', () => {
  test('is its passages, in units of the blocks joined by line breaks', async () => {
    const { service: s, built } = service();
    expect(built()).toBe(0);
    const answer = await s.answer(tab, page);
    if (answer.state !== 'done') throw new Error('not done');
    expect(answer.cut).toBe(false);
    const text = page.blocks.join('\n');
    expect(text.slice(answer.passages[0]?.start).startsWith('中共中央总书记')).toBe(true);
    expect(answer.passages.every(({ source }) => source === '000')).toBe(true);
    expect(answer.sources.map(({ id, publisher }) => [id, publisher !== ''])).toEqual([
      ['000', true],
      ['001', true],
    ]);
    expect(JSON.parse(JSON.stringify(answer))).toEqual(answer);
    await s.answer(tab, page);
    expect(built()).toBe(1);
  });

  test('pauses, and a later request of the same frame makes an earlier one stale', async () => {
    const { service: s, pauses } = service();
    const first = s.answer(tab, page);
    const second = s.answer(tab, request('短文。'));
    const third = s.answer(tab, page);
    const other = s.answer({ tabId: 2, frameId: 0 }, page);
    expect((await first).state).toBe('stale');
    expect((await second).state).toBe('stale');
    expect((await third).state).toBe('done');
    expect((await other).state).toBe('done');
    expect(pauses()).toBeGreaterThan(2);
  });

  test('a tab that is gone gets a stale answer, and the next one is served', async () => {
    const { service: s } = service();
    const gone = s.answer(tab, page);
    const kept = s.answer({ tabId: 2, frameId: 0 }, page);
    s.forget(1);
    expect((await gone).state).toBe('stale');
    expect((await kept).state).toBe('done');
  });

  test('the queue is bounded: of too many the longest waiting are stale', async () => {
    const { service: s } = service();
    const answers = Array.from({ length: 40 }, (_, i) =>
      s.answer({ tabId: i, frameId: 0 }, request('短文。')),
    );
    const states = (await Promise.all(answers)).map(({ state }) => state);
    expect(states.filter((state) => state === 'stale').length).toBe(23);
    expect(states.at(-1)).toBe('done');
  });

  test('a page that is too long is cut, and says so', async () => {
    const { service: s } = service();
    const long = Array.from({ length: 8 }, () => '甲'.repeat(LONGEST_PAGE / 6));
    const answer = await s.answer(tab, request(...long, ...page.blocks));
    expect(answer).toMatchObject({ state: 'done', cut: true, passages: [] });
    expect(await s.answer(tab, { ...page, cut: true })).toMatchObject({ state: 'done', cut: true });
  });

  test.each<[string, unknown, boolean]>([
    ['a request', page, true],
    ['no blocks', { type: 'tifa:passages', cut: false }, false],
    ['blocks that are no strings', { type: 'tifa:passages', blocks: [1], cut: false }, false],
  ])('%s is validated', (_, message, valid) => {
    expect(receive(ToBackgroundSchema, message) !== undefined).toBe(valid);
  });
});
